import { afterAll, test } from "vitest";
import { reportText, row } from "../../unit/rules/report-text.ts";
import { command, goTo, open } from "./doings.ts";
import { asPerson, goHome, screenshot } from "./person.ts";
import { problemsRows } from "./sights.ts";

afterAll(goHome);

const LAST = "东风街道2022.txt";
const OWN = "东风街道2023.txt";

/** Three applications come in and are carried over; the year after they are closed. */
const files: Readonly<Record<string, string>> = {
  [LAST]: reportText({
    year: 2022,
    cells: { ...row("表三", "一", "3 0 0 0 0 0 3"), ...row("表三", "四", "3 0 0 0 0 0 3") },
  }),
  [OWN]: reportText({
    cells: {
      ...row("表三", "二", "3 0 0 0 0 0 3"),
      ...row("表三", "三(一)", "3 0 0 0 0 0 3"),
      ...row("表三", "三(七)", "3 0 0 0 0 0 3"),
    },
  }).replace(
    "（二）依申请公开。与2022年相比，申请数量持平。",
    "（二）依申请公开。2023年未收到政府信息公开申请。",
  ),
};

const lineOf = (file: string, start: string): number =>
  (files[file] ?? "").split("\n").findIndex((line) => line.startsWith(start)) + 1;
const CARRIED_IN = lineOf(OWN, "二、上年结转");
const CARRIED_OVER = lineOf(LAST, "四、结转下年度");

test("what is typed into last year's report shows in this year's, unsaved, and leads there", async () => {
  await asPerson({ files, language: "zh-cn" }, async (person) => {
    const { page } = person;
    await open(person, OWN);
    await goTo(person, CARRIED_IN);
    await command(person, "View: Split Editor Right");
    await open(person, LAST);
    await goTo(person, CARRIED_OVER, "四、结转下年度继续办理\t\t\t".length + 1);
    await page.keyboard.press("Delete");
    await page.keyboard.type("2");
    await page.locator(".tab.dirty").waitFor();
    await problemsRows(person, "上年度报告结转（其第四项）为 2");
    await screenshot(person, "two-years");
    const place = (line: number): Promise<void> =>
      page.locator(".statusbar-item", { hasText: `Ln ${line}, Col` }).waitFor();
    // The row below the problem is the place that it is related to, in the other file.
    await page
      .locator(".markers-panel .monaco-list-row", { hasText: "上年度报告结转" })
      .first()
      .click({
        // Farther right stands the link to the rule's page.
        position: { x: 120, y: 8 },
      });
    await place(CARRIED_IN);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await place(CARRIED_OVER);
  });
});
