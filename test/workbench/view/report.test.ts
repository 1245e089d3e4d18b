import { afterAll, expect, test } from "vitest";
import { BROKEN, CLEAN, cells, example, JUMPING, trimmed, withSlip } from "../fixtures.ts";
import { formatDocument, goTo, inTheme, open, quickFix, quickFixTitles, save } from "./doings.ts";
import { asPerson, goHome, onDisk, screenshot } from "./person.ts";
import { hoverText, outlineRows, problemsRows, waitForNoSquiggle, waitForSquiggle } from "./sights.ts";

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

test("a wrong figure has one squiggle and one row in Problems, which leads to the page of its rule, and its quick fix settles it", async () => {
  const text = await example(BROKEN);
  await asPerson({ files: { [BROKEN]: text }, language: "zh-cn" }, async (person) => {
    const { page } = person;
    await open(person, BROKEN);
    expect(await waitForSquiggle(person)).toBe(1);
    const rows = await problemsRows(person, PLACE);
    // What belongs to a problem has rows of its own below it, without the name of who says it.
    expect(rows.filter((row) => row.includes("gouji "))).toEqual([expect.stringContaining(PLACE)]);
    expect(await quickFixTitles(person, PLACE)).toContainEqual(expect.stringContaining("8"));
    await screenshot(person, "problems");
    await page.locator(".markers-panel .monaco-link").first().click();
    await page.locator(".tab.active").filter({ hasText: "table3-" }).waitFor();
    const rendered = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
    await rendered.getByRole("heading", { level: 1 }).filter({ hasText: "表三" }).waitFor();
    // In the reader's language.
    await rendered.getByText("默认严重程度：错误").waitFor();
    await screenshot(person, "rule-page");
    await open(person, BROKEN);
    await inTheme(person, "dark");
    await goTo(person, 57, 1 + "\t\t".length);
    expect(await hoverText(person)).toContain("表三 （五）不予处理 2.重复申请");
    await screenshot(person, "hover-zh-cn");
    await quickFix(person, PLACE, "8");
    await waitForNoSquiggle(person);
    await save(person);
    expect(await onDisk(person, BROKEN)).toBe(text.replace("予以公开\t7", "予以公开\t8"));
  });
});

test("the outline shows the six sections in their order, in markdown only where VS Code's own is not right; Format Document squares the tables and changes no cell", async () => {
  const text = trimmed(await example(CLEAN));
  const right = (await example(JUMPING)).replace(/^#+ (?=[三四五六]、)/gm, "## ");
  const files = {
    [CLEAN]: text,
    "right.md": withSlip(right),
    "jumping.md": withSlip(await example(JUMPING)),
  };
  await asPerson({ files, language: "zh-cn" }, async (person) => {
    await open(person, CLEAN);
    const rows = await outlineRows(person, SECTIONS.length);
    expect(rows.map(({ text }) => text).filter((text) => SECTIONS.includes(text))).toEqual(SECTIONS);
    await screenshot(person, "outline");
    await formatDocument(person);
    await save(person);
    const formatted = await onDisk(person, CLEAN);
    expect(formatted).not.toBe(text);
    expect(cells(formatted)).toEqual(cells(text));
    const table = formatted.split("\n").filter((line) => line.includes("\t0\t0\t0\t0\t0"));
    expect(new Set(table.slice(0, 25).map((line) => line.split("\t").length)).size).toBe(1);

    const groups = async (file: string): Promise<string[]> => {
      await open(person, file);
      // Once the server has found the slip, it has also been asked for its outline.
      await waitForSquiggle(person, "warning");
      return (await outlineRows(person, 2)).filter(({ level }) => level === 1).map(({ text }) => text);
    };
    expect(await groups("right.md")).toEqual([expect.stringContaining("偃师区信访局")]);
    expect(await groups("jumping.md")).toEqual(["gouji 勾稽", "Markdown Language Features"]);
  });
});

test("headings, labels, totals and the wrong figure have colours of their own, light or dark", async () => {
  const file = "东风.年报.txt";
  await asPerson({ files: { [file]: await example(BROKEN) } }, async (person) => {
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
    for (const theme of ["light", "dark"] as const) {
      await inTheme(person, theme);
      // Semantic colours come after those of the grammar, and the row is drawn anew for them.
      await expect.poll(colours).toHaveProperty("size", 4);
      await screenshot(person, `colours-${theme}`);
    }
    await inTheme(person, "light");
    await goTo(person, 64, "(七) 总计\t".length + 1);
    expect(await hoverText(person)).toMatch(/（七）总计\/自然人.*12.*✗/s);
    await screenshot(person, "hover-en");
    // The sum of the row, offered for its total.
    await goTo(person, 64, "(七) 总计\t12\t3\t0\t0\t0\t0\t".length + 1);
    await person.page.keyboard.press("Delete");
    await person.page.keyboard.press("Delete");
    await person.page.keyboard.press("Control+Space");
    await person.page.locator(".suggest-widget .monaco-list-row.focused", { hasText: "15" }).waitFor();
    await screenshot(person, "completion");
  });
});
