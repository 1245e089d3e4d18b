import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { BROKEN, example } from "../fixtures.ts";
import { command, openChecked } from "./doings.ts";
import { asPerson, goHome, onDisk, screenshot } from "./person.ts";

afterAll(goHome);

test("a report is printed as it will be published, from a page that stands alone", async () => {
  await asPerson({ files: { [BROKEN]: await example(BROKEN) } }, async (person) => {
    const { page, folder } = person;
    const printed = BROKEN.replace(/\.[^.]+$/, ".html");
    await openChecked(person, BROKEN);
    await command(person, "gouji: Print report…");
    const input = page.locator(".quick-input-widget input").first();
    await expect.poll(() => input.inputValue()).toContain(printed);
    await page.keyboard.press("Enter");
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: printed }).waitFor();
    await command(person, "gouji: Check all reports");
    await page.locator(".notification-toast", { hasText: "Files with reports: 1," }).waitFor();
    const html = await onDisk(person, printed);
    expect(html).not.toContain('failing"');
    await page.emulateMedia({ media: "print" });
    await page.goto(pathToFileURL(join(folder, printed)).href);
    await page.locator("table").nth(2).waitFor();
    expect((await page.locator("h1").textContent())?.replace(/\s/g, "")).toContain(
      "政府信息公开工作年度报告",
    );
    // As wide as a sheet of paper, with the margins that a printer leaves.
    await page.setViewportSize({ width: 794, height: 1123 });
    await page.addStyleTag({ content: "html { padding: 60px }" });
    await screenshot(person, "print");
  });
});
