import { copyFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { row } from "../../unit/rules/report-text.ts";
import { officeReport } from "../../unit/workspace/files.ts";
import { command, goTo, open } from "./doings.ts";
import { asPerson, goHome, type Person, screenshot } from "./person.ts";
import { waitForColours, waitForSquiggle } from "./sights.ts";

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

/** The rows of the view before anything is changed, with what it says of the wrong report. */
const listed = (problems: string): unknown[] => [
  "东风街道",
  expect.stringMatching(/^2023 ?42\/42$/),
  expect.stringMatching(/^2022 ?42\/42$/),
  "西关街道",
  expect.stringMatching(new RegExp(`^2023 ?${problems} · 39/42$`)),
];

test("the view lists the reports by agency and year, follows what comes and goes on disk, and names files that claim the same year", async () => {
  const settings = { "workbench.colorTheme": "Default Light Modern" };
  await asPerson({ files, language: "zh-cn", settings }, async (person) => {
    const { page, folder } = person;
    await page.getByRole("tab", { name: "年报核对" }).click();
    expect(await rows(person, "错误 2")).toEqual(listed("错误 2"));
    const row = page.locator(".pane-body .monaco-list-row");
    await row.filter({ hasText: "错误 2" }).locator(".monaco-tl-twistie").click();
    const finding = page.locator('.pane-body .monaco-list-row[aria-level="3"]').first();
    await finding.waitFor();
    await screenshot(person, "reports-light");
    await finding.click();
    await page.getByText(/Ln 33, Col \d+ \(1 selected\)/).waitFor();

    // What is open stays in the view.
    await command(person, "View: Close Editor");
    await page.locator(".tab").waitFor({ state: "detached" });
    await rm(join(folder, "西关/2023.md"));
    await rename(join(folder, "东风/2022.txt"), join(folder, "东风/去年.txt"));
    await copyFile(join(folder, "东风/2023.txt"), join(folder, "东风/2023副本.txt"));
    await row.filter({ hasText: "2023副本.txt" }).waitFor();
    await row.filter({ hasText: "西关街道" }).waitFor({ state: "detached" });
    await row.filter({ hasText: "2022" }).click();
    await page.locator('.tab.active[data-resource-name="去年.txt"]').waitFor();
  });
});

test("the view is used by the keyboard alone; all reports are checked by a command, and a row follows what is typed", async () => {
  const settings = { "workbench.colorTheme": "Default Dark Modern" };
  await asPerson({ files, settings }, async (person) => {
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
    expect(await rows(person, "errors: 2")).toEqual(listed("errors: 2"));
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
    await waitForColours(person);
    await waitForSquiggle(person);
    await screenshot(person, "reports-dark");

    await command(person, "gouji: Check all reports");
    await page.getByText("Files with reports: 3, with problems: 1").first().waitFor();
    await page
      .locator(".statusbar-item", { hasText: /^\s*2\s*0/ })
      .first()
      .waitFor();
    await open(person, "2022.txt");
    const line =
      (files["东风/2022.txt"] ?? "").split("\n").findIndex((text) => text.startsWith("一、本年新收")) + 1;
    await goTo(person, line, "一、本年新收政府信息公开申请数量\t\t\t".length + 1);
    await page.keyboard.press("Delete");
    await page.keyboard.type("5");
    expect(await rows(person, /^2022.*40\/42/)).toBeDefined();
  });
});
