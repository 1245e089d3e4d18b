import { afterAll, expect, test } from "vitest";
import { CLEAN, example } from "../fixtures.ts";
import { command } from "./doings.ts";
import { asPerson, goHome, screenshot } from "./person.ts";
import { outlineRows } from "./sights.ts";

afterAll(goHome);

test("a new report is written by three answers, with its outline", async () => {
  await asPerson({ files: { [CLEAN]: await example(CLEAN) }, language: "zh-cn" }, async (person) => {
    const { page } = person;
    await command(person, "gouji: 新建年报…");
    const input = page.locator(".quick-input-widget input");
    // The agency of the report that is there is offered; any other can be typed.
    const offers = page.locator(".quick-input-widget .monaco-list-row");
    await offers.filter({ hasText: "老城区西关街道办事处" }).waitFor();
    await input.fill("示例区西关街道办事处");
    await offers.filter({ hasText: "示例区西关街道办事处" }).waitFor();
    await screenshot(person, "new-report-agency");
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
