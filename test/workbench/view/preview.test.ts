import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Frame, Locator } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { row } from "../../unit/rules/report-text.ts";
import { officeReport } from "../../unit/workspace/files.ts";
import { BROKEN, example } from "../fixtures.ts";
import { goTo, inTheme, open } from "./doings.ts";
import { asPerson, goHome, type Person, screenshot } from "./person.ts";
import { waitForSquiggle } from "./sights.ts";

afterAll(goHome);

const WRONG = "表三/三(一)/自然人";

/** What VS Code calls the themes in the page of a preview. */
const KINDS = { light: "vscode-light", dark: "vscode-dark", "high contrast": "vscode-high-contrast" };

/** Opens the preview of the report in the editor, and gives its page once it shows the report. */
async function openPreview(person: Person): Promise<Frame> {
  const { page } = person;
  // The list of files leaves both sides little room.
  await page.keyboard.press("Control+B");
  await page.getByRole("button", { name: /Open report preview|在侧边打开年报预览/ }).click();
  const inner = page.frameLocator("iframe.webview").frameLocator("iframe");
  await inner.locator("table.statutory").nth(2).waitFor();
  const frame = await (await inner.locator("body").elementHandle())?.ownerFrame();
  if (frame == null) throw new Error("the preview has no page");
  return frame;
}

/** The line of the first row of 表三, from 1. */
const lineOf = (text: string): number =>
  text.split("\n").findIndex((line) => line.startsWith("一、本年新收")) + 1;

/** The colour that a cell is outlined with. */
const outlineOf = (cell: Locator): Promise<string> =>
  cell.evaluate((element) => getComputedStyle(element).outlineColor);

/** What axe finds wrong with a page: rules and the elements that break them. */
async function violationsOf(preview: Frame): Promise<string[]> {
  const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  // evaluate is outside of the page's content security policy, which forbids every other script.
  return preview.evaluate(async (source) => {
    new Function(source)();
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, axe);
}

test("the preview shows the report as published, marks the wrong figure, leads to the text and back, and follows what is typed", async () => {
  const text = await example(BROKEN);
  const firstFigure = (line: number): number => (text.split("\n")[line - 1] ?? "").search(/\d/) + 1;
  await asPerson({ files: { [BROKEN]: text }, language: "zh-cn" }, async (person) => {
    const { page } = person;
    await open(person, BROKEN);
    await waitForSquiggle(person);
    await goTo(person, 64, firstFigure(64));
    const preview = await openPreview(person);
    const cellOf = (name: string): Locator => preview.locator(`td[data-cell="${name}"]`);
    const isCurrent = (name: string): Promise<void> =>
      preview.locator(`td.current[data-cell="${name}"]`).waitFor();
    const topOf = (name: string): Promise<number> =>
      cellOf(name).evaluate((cell) => Math.round(cell.getBoundingClientRect().top));

    // It opens where the cursor is, and what is clicked stays where it is.
    await isCurrent("表三/三(七)/自然人");
    expect(await topOf("表三/三(七)/自然人")).toBeGreaterThan(0);
    const before = await topOf("表三/三(六)3/商业企业");
    await cellOf("表三/三(六)3/商业企业").click();
    await isCurrent("表三/三(六)3/商业企业");
    expect(await topOf("表三/三(六)3/商业企业")).toBe(before);
    await goTo(person, 23, firstFigure(23));
    await isCurrent("表二/规章/本年制发件数");
    await expect.poll(() => topOf("表二/规章/本年制发件数")).toBeGreaterThan(0);

    const failing = preview.locator("td.failing");
    expect(await failing.allInnerTexts()).toEqual(["7"]);
    expect(await failing.getAttribute("data-cell")).toBe(WRONG);
    const wrong = await outlineOf(failing);
    await failing.click();
    // The status bar counts columns as drawn, with the tabs before them.
    await page.getByText("Ln 43, Col 25").waitFor();
    await isCurrent(WRONG);
    expect(await outlineOf(failing)).toBe(wrong);
    await preview.locator("#inspector button").first().waitFor();
    expect(await preview.locator("#inspector h2").textContent()).toContain("表三 （一）予以公开/自然人：7");
    await screenshot(person, "preview");
    await preview.locator("#inspector button[title=总计]").first().click();
    await page.getByText(/Ln 43, Col (?!25)/).waitFor();
    await isCurrent("表三/三(一)/总计");
    expect(await outlineOf(cellOf("表三/三(一)/总计"))).not.toBe(wrong);
    await preview.locator("th", { hasText: "结果维持" }).nth(1).click();
    await page.getByText("Ln 71, Col").waitFor();

    await goTo(person, 43, firstFigure(43));
    await page.keyboard.press("Delete");
    await page.keyboard.type("8");
    await preview.locator(`td[data-cell="${WRONG}"]:text-is("8")`).waitFor();
    expect(await failing.count()).toBe(0);

    // A number of the prose that the tables contradict.
    const claim = (text.split("\n")[10] ?? "").indexOf("15 件") + 1;
    await goTo(person, 11, claim);
    await page.keyboard.press("Delete");
    await page.keyboard.press("Delete");
    await page.keyboard.type("16");
    await preview.locator("span.failing", { hasText: "16" }).waitFor();
    await page.locator('.editor-instance [class*="squiggly-"]').first().waitFor({ state: "attached" });
    await screenshot(person, "claim");
  });
});

test("the preview is accessible in every theme and by keyboard alone, and scrolled in step with the text where that is not set otherwise", async () => {
  await asPerson({ files: { [BROKEN]: await example(BROKEN) }, language: "zh-cn" }, async (person) => {
    const { page } = person;
    await open(person, BROKEN);
    await waitForSquiggle(person);
    const preview = await openPreview(person);
    for (const theme of ["light", "dark", "high contrast"] as const) {
      await inTheme(person, theme);
      await preview.locator(`body[data-vscode-theme-kind="${KINDS[theme]}"]`).waitFor();
      expect(await violationsOf(preview)).toEqual([]);
      await preview.locator("table.statutory").nth(1).locator("td").first().focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowDown");
      expect(await preview.evaluate(() => document.activeElement?.getAttribute("data-cell"))).toBe(
        "表三/二/商业企业",
      );
      await page.keyboard.press("Enter");
      await page.getByText("Ln 42, Col").waitFor();
      await screenshot(person, `preview-${theme.replace(" ", "-")}`);
      // The line of the title.
      await goTo(person, 3);
    }

    const top = (): Promise<number> => preview.evaluate(() => window.scrollY);
    const scroll = async (key: string, seen: string): Promise<void> => {
      await page.keyboard.press(key);
      await page.keyboard.press(key);
      await page.locator(".editor-instance .view-line", { hasText: seen }).first().waitFor();
    };
    const toEnd = (): Promise<void> => scroll("Alt+PageDown", "未收取政府信息公开信息处理费");
    const toTop = (): Promise<void> => scroll("Alt+PageUp", "一、总体情况");
    await toEnd();
    await expect.poll(top).toBeGreaterThan(500);
    await toTop();
    await expect.poll(top).toBe(0);
    await toEnd();
    await expect.poll(top).toBeGreaterThan(500);
    await inTheme(person, "dark", { "gouji.preview.scroll.enable": false });
    const before = await top();
    await toTop();
    // What the text does next is shown after its scrolling.
    await page.keyboard.type("某");
    await preview.locator("h1", { hasText: "某示例区" }).waitFor();
    expect(await top()).toBe(before);
  });
});

test.each([
  ["zh-cn", "Default Light Modern", "与上年对照"],
  ["en", "Default Dark Modern", "Compared with last year"],
] as const)("the preview lays last year's figures beside this year's: %s", async (language, theme, title) => {
  const inAndOut = (figures: string): Record<string, string> => ({
    ...row("表三", "一", figures),
    ...row("表三", "三(一)", figures),
    ...row("表三", "三(七)", figures),
  });
  const files = {
    "2022.txt": officeReport({ year: 2022, cells: inAndOut("3 0 2 0 0 0 5") }),
    "2023.txt": officeReport({ cells: inAndOut("8 0 1 0 0 0 9") }).replace("数量持平", "数量增长80%"),
  };
  await asPerson({ files, language, settings: { "workbench.colorTheme": theme } }, async (person) => {
    await open(person, "2023.txt");
    const preview = await openPreview(person);
    const fold = preview.locator("details.years summary", { hasText: title });
    await fold.focus();
    await person.page.keyboard.press("Enter");
    const years = preview.locator("details.years table");
    await years.waitFor();
    const first = years.locator("tbody tr", { has: preview.locator("td") }).first();
    expect(await first.locator("td").allInnerTexts()).toEqual(["3", "8", "+5", "+166.7%"]);
    expect(await violationsOf(preview)).toEqual([]);
    await screenshot(person, `preview-years-${language}`);
    await years.getByRole("button").first().focus();
    await person.page.keyboard.press("Enter");
    await person.page.locator('.tab.active[data-resource-name="2022.txt"]').waitFor();
    // Last year's text is looked at beside the comparison, which stays.
    await person.page.locator(".statusbar-item", { hasText: `Ln ${lineOf(files["2022.txt"])},` }).waitFor();
    await person.page.locator(".tab", { hasText: /(?:预览|Preview) 2023\.txt/ }).waitFor();
    expect(await years.isVisible()).toBe(true);
  });
});
