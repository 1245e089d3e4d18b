import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Frame } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { row } from "../../unit/rules/report-text.ts";
import { officeReport } from "../../unit/workspace/files.ts";
import { BROKEN, example } from "../fixtures.ts";
import { goTo, open } from "./doings.ts";
import { asPerson, goHome, type Person, screenshot } from "./person.ts";
import { waitForSquiggle } from "./sights.ts";

afterAll(goHome);

const THEMES = ["Default Light Modern", "Default Dark Modern", "Default High Contrast"];

/** Opens the preview of the report in the editor, and gives its page once it shows the report. */
async function openPreview(person: Person): Promise<Frame> {
  const { page } = person;
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

test("the preview shows the report as published, marks the wrong figure, and leads to the text and back", async () => {
  const text = await example(BROKEN);
  await asPerson({ files: { [BROKEN]: text }, language: "zh-cn" }, async (person) => {
    await open(person, BROKEN);
    await waitForSquiggle(person);
    const preview = await openPreview(person);
    const failing = preview.locator("td.failing");
    expect(await failing.allInnerTexts()).toEqual(["7"]);
    expect(await failing.getAttribute("data-cell")).toBe("表三/三(一)/自然人");
    await failing.click();
    // The status bar counts columns as drawn, with the tabs before them.
    await person.page.getByText("Ln 43, Col 25").waitFor();
    const operands = preview.locator("#inspector button");
    await operands.first().waitFor();
    expect(await preview.locator("#inspector h2").textContent()).toContain("表三 （一）予以公开/自然人：7");
    await screenshot(person, "preview");
    await preview.locator("#inspector button[title=总计]").first().click();
    await person.page.getByText(/Ln 43, Col (?!25)/).waitFor();
  });
});

test("cell and cursor lead to each other, and what was clicked stays where it is", async () => {
  const text = await example(BROKEN);
  const firstFigure = (line: number): number => (text.split("\n")[line - 1] ?? "").search(/\d/) + 1;
  await asPerson({ files: { [BROKEN]: text } }, async (person) => {
    await open(person, BROKEN);
    await waitForSquiggle(person);
    await goTo(person, 64, firstFigure(64));
    const preview = await openPreview(person);
    const cellOf = (name: string) => preview.locator(`td[data-cell="表三/${name}"]`);
    const topOf = (name: string): Promise<number> =>
      cellOf(name).evaluate((cell) => Math.round(cell.getBoundingClientRect().top));
    // It opens where the cursor is.
    await expect.poll(() => cellOf("三(七)/自然人").getAttribute("class")).toBe("current");
    expect(await topOf("三(七)/自然人")).toBeGreaterThan(0);
    const before = await topOf("三(六)3/商业企业");
    await cellOf("三(六)3/商业企业").click();
    await expect.poll(() => cellOf("三(六)3/商业企业").getAttribute("class")).toBe("current");
    expect(await topOf("三(六)3/商业企业")).toBe(before);
    await person.page.locator(".editor-instance .monaco-editor").first().click();
    await goTo(person, 23, firstFigure(23));
    const cell = preview.locator('td[data-cell="表二/规章/本年制发件数"]');
    await expect.poll(() => cell.getAttribute("class")).toBe("current");
    await expect
      .poll(() => cell.evaluate((element) => element.getBoundingClientRect().top))
      .toBeGreaterThan(0);
  });
});

test("the preview follows what is typed", async () => {
  const text = await example(BROKEN);
  await asPerson({ files: { [BROKEN]: text } }, async (person) => {
    await open(person, BROKEN);
    await waitForSquiggle(person);
    const preview = await openPreview(person);
    await person.page.locator(".editor-instance .monaco-editor").first().click();
    await goTo(person, 43, 20);
    await person.page.keyboard.press("Delete");
    await person.page.keyboard.type("8");
    await preview.locator('td[data-cell="表三/三(一)/自然人"]:text-is("8")').waitFor();
    expect(await preview.locator("td.failing").count()).toBe(0);
  });
});

test.each(THEMES)("the preview is accessible in %s, and by keyboard alone", async (theme) => {
  const settings = { "workbench.colorTheme": theme };
  await asPerson(
    { files: { [BROKEN]: await example(BROKEN) }, settings, language: "zh-cn" },
    async (person) => {
      await open(person, BROKEN);
      await waitForSquiggle(person);
      const preview = await openPreview(person);
      expect(await violationsOf(preview)).toEqual([]);
      const first = preview.locator("table.statutory").nth(1).locator("td").first();
      await first.focus();
      await person.page.keyboard.press("ArrowRight");
      await person.page.keyboard.press("ArrowDown");
      expect(await preview.evaluate(() => document.activeElement?.getAttribute("data-cell"))).toBe(
        "表三/二/商业企业",
      );
      await person.page.keyboard.press("Enter");
      await person.page.getByText("Ln 42, Col").waitFor();
      await screenshot(person, `preview ${theme}`);
    },
  );
});

test.each([
  ["zh-cn", "Default Light Modern", "与上年对照"],
  ["en", "Default Dark Modern", "Compared with last year"],
] as const)("the preview lays last year's figures beside this year's: %s", async (language, theme, title) => {
  const files = {
    "2022.txt": officeReport({ year: 2022, cells: row("表三", "一", "3 0 2 0 0 0 5") }),
    "2023.txt": officeReport({ cells: row("表三", "一", "8 0 1 0 0 0 9") }),
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
    await screenshot(person, `preview years ${language}`);
    await years.getByRole("button").first().focus();
    await person.page.keyboard.press("Enter");
    await person.page.locator('.tab.active[data-resource-name="2022.txt"]').waitFor();
    // Last year's text is looked at beside the comparison, which stays.
    await person.page.locator(".statusbar-item", { hasText: `Ln ${lineOf(files["2022.txt"])},` }).waitFor();
    await person.page.locator(".tab", { hasText: /(?:预览|Preview) 2023\.txt/ }).waitFor();
    expect(await years.isVisible()).toBe(true);
  });
});
