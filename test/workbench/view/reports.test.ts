import { copyFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { row } from "../../unit/rules/report-text.ts";
import { officeReport } from "../../unit/workspace/files.ts";
import { command, goTo, open } from "./doings.ts";
import { asPerson, goHome, type Person, screenshot } from "./person.ts";

afterAll(goHome);

const WRONG = row("表三", "一", "3 0 0 0 0 0 4");
const files: Readonly<Record<string, string>> = {
  "东风/2022.txt": officeReport({ year: 2022 }),
  "东风/2023.txt": officeReport(),
  "西关/2023.md": officeReport({ agency: "西关街道", cells: WRONG }),
  "通知.txt": "请各单位按时报送。\n",
};

/** Rows of the view as they read, once one of them has the text. */
async function rows({ page }: Person, text: string | RegExp): Promise<string[]> {
  const all = page.locator(".pane-body .monaco-list-row", { has: page.locator(".monaco-highlighted-label") });
  await all.filter({ hasText: text }).first().waitFor();
  return (await all.allInnerTexts()).map((row) => row.replace(/\s+/g, " ").trim());
}

test.each([
  ["zh-cn", "Default Light Modern", "错误 2", "light"],
  ["en", "Default Dark Modern", "errors: 2", "dark"],
] as const)(
  "the view lists the reports by agency and year, and leads to what is wrong: %s",
  async (language, theme, problems, name) => {
    const settings = { "workbench.colorTheme": theme };
    await asPerson({ files, language, settings }, async (person) => {
      const { page } = person;
      await page.getByRole("tab", { name: /年报核对|Report check/ }).click();
      const found = await rows(person, problems);
      expect(found).toEqual([
        "东风街道",
        expect.stringMatching(/^2023 ?42\/42$/),
        expect.stringMatching(/^2022 ?42\/42$/),
        "西关街道",
        expect.stringMatching(new RegExp(`^2023 ?${problems} · 39/42$`)),
      ]);
      await page.locator(".pane-body .monaco-list-row", { hasText: problems }).click();
      await page.keyboard.press("ArrowRight");
      await page.locator('.pane-body .monaco-list-row[aria-level="3"]').first().waitFor();
      await screenshot(person, `reports-${name}`);
    });
  },
);

test("the view is used by the keyboard alone: opened, gone through, and left for the place of a finding", async () => {
  await asPerson({ files }, async (person) => {
    const { page } = person;
    const focus = async (): Promise<void> => {
      await page.keyboard.press("F1");
      await page.keyboard.type("Report check: Focus on Report check View");
      await page
        .locator(".quick-input-widget .monaco-list-row.focused", { hasText: "Report check" })
        .waitFor();
      await page.keyboard.press("Enter");
    };
    await focus();
    await rows(person, "39/42");
    // The first time there was nothing yet to be focused.
    await focus();
    await page.locator(".pane-body .monaco-list:focus").waitFor();
    await page.keyboard.press("End");
    await page.locator(".pane-body .monaco-list-row.focused", { hasText: "39/42" }).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.locator('.pane-body .monaco-list-row[aria-level="3"]').first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.locator('.pane-body .monaco-list-row.focused[aria-level="3"]').waitFor();
    await page.keyboard.press("Enter");
    await page.locator('.tab.active[data-resource-name="2023.md"]').waitFor();
  });
});

test("all reports are checked by a command, and a report's row follows what is typed", async () => {
  await asPerson({ files }, async (person) => {
    const { page } = person;
    await command(person, "gouji: Check all reports");
    await page.getByText("Files with reports: 3, with problems: 1").first().waitFor();
    await page
      .locator(".statusbar-item", { hasText: /^\s*2\s*0/ })
      .first()
      .waitFor();
    await page.getByRole("tab", { name: "Report check" }).click();
    await rows(person, "39/42");
    await open(person, "2022.txt");
    const line =
      (files["东风/2022.txt"] ?? "").split("\n").findIndex((text) => text.startsWith("一、本年新收")) + 1;
    await goTo(person, line, "一、本年新收政府信息公开申请数量\t\t\t".length + 1);
    await page.keyboard.press("Delete");
    await page.keyboard.type("5");
    expect(await rows(person, /^2022.*40\/42/)).toBeDefined();
    await screenshot(person, "reports-typing");
  });
});

test("the view follows what comes and goes on disk, and names files that claim the same year", async () => {
  await asPerson({ files }, async (person) => {
    const { page, folder } = person;
    await page.getByRole("tab", { name: "Report check" }).click();
    await rows(person, "39/42");
    await rm(join(folder, "西关/2023.md"));
    await rename(join(folder, "东风/2022.txt"), join(folder, "东风/去年.txt"));
    await copyFile(join(folder, "东风/2023.txt"), join(folder, "东风/2023副本.txt"));
    const row = page.locator(".pane-body .monaco-list-row");
    await row.filter({ hasText: "2023副本.txt" }).waitFor();
    await row.filter({ hasText: "西关街道" }).waitFor({ state: "detached" });
    await row.filter({ hasText: "2022" }).click();
    await page.locator('.tab.active[data-resource-name="去年.txt"]').waitFor();
    await screenshot(person, "reports-disk");
  });
});
