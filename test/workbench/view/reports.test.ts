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
      const found = await rows(person, "西关街道 2023");
      expect(found).toEqual([
        expect.stringMatching(/^东风街道 2023 ?42\/42$/),
        expect.stringMatching(/^东风街道 2022 ?42\/42$/),
        expect.stringMatching(new RegExp(`^西关街道 2023 ?39/42 · ${problems}$`)),
      ]);
      await page.locator(".pane-body .monaco-list-row", { hasText: "西关街道 2023" }).click();
      await page.keyboard.press("ArrowRight");
      await page.locator('.pane-body .monaco-list-row[aria-level="2"]').first().waitFor();
      await screenshot(person, `reports-${name}`);
    });
  },
);

test("the view is used by the keyboard alone: opened, gone through, and left for the place of a finding", async () => {
  await asPerson({ files }, async (person) => {
    const { page } = person;
    const focus = async (): Promise<void> => {
      await page.keyboard.press("F1");
      await page.keyboard.type("Report check: Focus on Reports View");
      await page.locator(".quick-input-widget .monaco-list-row.focused", { hasText: "Reports" }).waitFor();
      await page.keyboard.press("Enter");
    };
    await focus();
    await rows(person, "西关街道 2023");
    // The first time there was nothing yet to be focused.
    await focus();
    await page.locator(".pane-body .monaco-list:focus").waitFor();
    await page.keyboard.press("End");
    await page.locator(".pane-body .monaco-list-row.focused", { hasText: "西关街道 2023" }).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.locator('.pane-body .monaco-list-row[aria-level="2"]').first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.locator('.pane-body .monaco-list-row.focused[aria-level="2"]').waitFor();
    await page.keyboard.press("Enter");
    await page.locator('.tab.active[data-resource-name="2023.md"]').waitFor();
  });
});

test("all reports are checked by a command, and a report's row follows what is typed", async () => {
  await asPerson({ files }, async (person) => {
    const { page } = person;
    await command(person, "gouji: Check all reports");
    await page.getByText("3 files with reports, 1 with problems").first().waitFor();
    await page
      .locator(".statusbar-item", { hasText: /^\s*2\s*0/ })
      .first()
      .waitFor();
    await page.getByRole("tab", { name: "Report check" }).click();
    await rows(person, "西关街道 2023");
    await open(person, "2022.txt");
    const line =
      (files["东风/2022.txt"] ?? "").split("\n").findIndex((text) => text.startsWith("一、本年新收")) + 1;
    await goTo(person, line, "一、本年新收政府信息公开申请数量\t\t\t".length + 1);
    await page.keyboard.press("Delete");
    await page.keyboard.type("5");
    expect(await rows(person, /^东风街道 2022 ?40\/42/)).toBeDefined();
    await screenshot(person, "reports-typing");
  });
});
