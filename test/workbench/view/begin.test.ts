import { afterAll, expect, test } from "vitest";
import { CLEAN, example } from "../fixtures.ts";
import { command } from "./doings.ts";
import { asPerson, goHome, type Person, screenshot } from "./person.ts";
import { outlineRows, waitForSquiggle } from "./sights.ts";

afterAll(goHome);

/** Opens the walkthrough and, as its first step says, a sample in which one figure is wrong. */
async function walkThrough(person: Person, language: string): Promise<void> {
  const { page } = person;
  await command(person, "Welcome: Open Walkthrough...");
  await page.locator(".quick-input-widget input").fill("gouji");
  await page.locator(".quick-input-widget .monaco-list-row").filter({ hasText: "gouji" }).first().click();
  const steps = page.locator(".getting-started-step");
  await steps.nth(3).waitFor();
  expect(await steps.count()).toBe(4);
  const picture = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  await picture.locator("svg").first().waitFor();
  await screenshot(person, `walkthrough-${language}`);
  await page.locator(".getting-started-step .button-container .monaco-button").first().click();
  expect(await waitForSquiggle(person)).toBe(1);
  await page.locator(".tab.active").filter({ hasText: "Untitled" }).waitFor();
  await page.getByText("Ln 43, Col 25").waitFor();
}

test("the walkthrough opens a sample in which one figure is wrong", async () => {
  const settings = { "workbench.colorTheme": "Default Dark Modern" };
  await asPerson({ files: { "a.md": "# a\n" }, settings }, (person) => walkThrough(person, "en"));
});

test("the walkthrough opens a sample in Chinese, too; a new report is written by three answers, with its outline", async () => {
  await asPerson({ files: { [CLEAN]: await example(CLEAN) }, language: "zh-cn" }, async (person) => {
    const { page } = person;
    await walkThrough(person, "zh-cn");
    await command(person, "View: Close All Editors");
    await page.getByRole("button", { name: "Don't Save" }).click();
    await command(person, "gouji: 新建年报…");
    const input = page.locator(".quick-input-widget input");
    // The agency of the report that is there is offered; any other can be typed.
    const offers = page.locator(".quick-input-widget .monaco-list-row");
    await offers.filter({ hasText: "老城区西关街道办事处" }).waitFor();
    await input.fill("示例区西关街道办事处");
    await offers.filter({ hasText: "示例区西关街道办事处" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("报告年度").waitFor();
    await input.fill("2025");
    await page.keyboard.press("Enter");
    await page.getByText("纯文本，单元格以制表符分隔").waitFor();
    await page.keyboard.press("Enter");
    await page
      .locator(".editor-instance .view-line", { hasText: "2025年政府信息公开工作年度报告" })
      .waitFor();
    const rows = await outlineRows(person, 7);
    expect(rows[0]?.text).toBe("示例区西关街道办事处2025年政府信息公开工作年度报告");
    await screenshot(person, "new-report");
  });
});
