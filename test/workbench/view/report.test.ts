import { afterAll, expect, test } from "vitest";
import { BROKEN, CLEAN, cells, example, JUMPING, trimmed, withSlip } from "../fixtures.ts";
import { formatDocument, goTo, open, quickFix, quickFixTitles, save } from "./doings.ts";
import { asPerson, goHome, onDisk, screenshot } from "./person.ts";
import { outlineRows, problemsRows, waitForNoSquiggle, waitForSquiggle } from "./sights.ts";

afterAll(goHome);

/** Where the wrong figure stands, as the Problems view says it. */
const PLACE = "[Ln 43, Col 20]";

const SECTIONS = [
  "一、总体情况",
  "二、主动公开政府信息情况",
  "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况",
  "五、存在的主要问题及改进情况",
  "六、其他需要报告的事项",
];

test("a wrong figure has one squiggle and one row in Problems, and its quick fix settles it", async () => {
  const text = await example(BROKEN);
  await asPerson({ files: { [BROKEN]: text }, language: "zh-cn" }, async (person) => {
    await open(person, BROKEN);
    expect(await waitForSquiggle(person)).toBe(1);
    const rows = await problemsRows(person, PLACE);
    // What belongs to a problem has rows of its own below it, without the name of who says it.
    expect(rows.filter((row) => row.includes("gouji "))).toEqual([expect.stringContaining(PLACE)]);
    expect(await quickFixTitles(person, PLACE)).toContainEqual(expect.stringContaining("8"));
    await screenshot(person, "problems");
    await quickFix(person, PLACE, "8");
    await waitForNoSquiggle(person);
    await save(person);
    expect(await onDisk(person, BROKEN)).toBe(text.replace("予以公开\t7", "予以公开\t8"));
  });
});

test("a problem's code leads to the page of its rule, in the reader's language", async () => {
  await asPerson({ files: { [BROKEN]: await example(BROKEN) }, language: "zh-cn" }, async (person) => {
    await open(person, BROKEN);
    await problemsRows(person, PLACE);
    const { page } = person;
    await page.locator(".markers-panel .monaco-link").first().click();
    await page.locator(".tab.active").filter({ hasText: "table3-" }).waitFor();
    const rendered = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    await rendered.getByRole("heading", { level: 1 }).filter({ hasText: "表三" }).waitFor();
    await rendered.getByText("默认严重程度：错误").waitFor();
    await screenshot(person, "rule-page");
  });
});

test("the outline shows the six sections of the report, in their order", async () => {
  await asPerson({ files: { [CLEAN]: await example(CLEAN) }, language: "zh-cn" }, async (person) => {
    await open(person, CLEAN);
    const rows = await outlineRows(person, SECTIONS.length);
    const found = rows.map(({ text }) => text).filter((text) => SECTIONS.includes(text));
    expect(found).toEqual(SECTIONS);
    await screenshot(person, "outline");
  });
});

test("in markdown VS Code's own outline stands alone as long as it is right", async () => {
  const right = (await example(JUMPING)).replace(/^#+ (?=[三四五六]、)/gm, "## ");
  const files = { "right.md": withSlip(right), "jumping.md": withSlip(await example(JUMPING)) };
  await asPerson({ files, language: "zh-cn" }, async (person) => {
    const groups = async (file: string, rows: number): Promise<string[]> => {
      await open(person, file);
      // Once the server has found the slip, it has also been asked for its outline.
      await waitForSquiggle(person, "warning");
      return (await outlineRows(person, rows)).filter(({ level }) => level === 1).map(({ text }) => text);
    };
    expect(await groups("right.md", 2)).toEqual([expect.stringContaining("偃师区信访局")]);
    expect(await groups("jumping.md", 2)).toEqual(["gouji 勾稽", "Markdown Language Features"]);
  });
});

test("Format Document squares the tables and changes no cell", async () => {
  const text = trimmed(await example(CLEAN));
  await asPerson({ files: { [CLEAN]: text }, language: "zh-cn" }, async (person) => {
    await open(person, CLEAN);
    await outlineRows(person);
    await formatDocument(person);
    await save(person);
    const formatted = await onDisk(person, CLEAN);
    expect(formatted).not.toBe(text);
    expect(cells(formatted)).toEqual(cells(text));
    const table = formatted.split("\n").filter((line) => line.includes("\t0\t0\t0\t0\t0"));
    expect(new Set(table.slice(0, 25).map((line) => line.split("\t").length)).size).toBe(1);
    await screenshot(person, "formatted");
  });
});

test.each([
  ["light", "Default Light Modern"],
  ["dark", "Default Dark Modern"],
])("headings, labels, totals and the wrong figure have colours of their own: %s", async (name, theme) => {
  const file = "东风.年报.txt";
  const settings = { "workbench.colorTheme": theme };
  await asPerson({ files: { [file]: await example(BROKEN) }, settings }, async (person) => {
    await open(person, file);
    await goTo(person, 64, 1);
    await waitForSquiggle(person);
    const row = person.page.locator(".editor-instance .view-line").filter({ hasText: "予以公开" });
    /** The colours of a label, the wrong figure, another one and a total, none of them twice. */
    const colours = async (): Promise<Set<string | undefined>> => {
      const looks = await row
        .locator("span > span")
        .evaluateAll((spans) =>
          spans.map((span): [string, string] => [
            span.textContent?.trim() ?? "",
            getComputedStyle(span).color,
          ]),
        );
      const colourOf = new Map(looks);
      return new Set(["三、本年度办理结果", "7", "2", "10"].map((text) => colourOf.get(text)));
    };
    // Semantic colours come after those of the grammar, and the row is drawn anew for them.
    await expect.poll(colours, { timeout: 30_000 }).toHaveProperty("size", 4);
    await screenshot(person, `colours-${name}`);
  });
});
