import { afterAll, expect, test } from "vitest";
import { BROKEN, example } from "../fixtures.ts";
import { goTo, inTheme, open, openChecked } from "./doings.ts";
import { asPerson, goHome, type Person, screenshot, set } from "./person.ts";
import { waitForColours } from "./sights.ts";

afterAll(goHome);

/** One cell a line. */
const FLAT = "南星街道2023（没有标题）.txt";

/** Rows of 表三 that are seen when its middle is. */
const MIDDLE = 50;

/** Where the first figure of each row of 表三 is drawn whose label leaves room for it, in pixels from the left. */
function firstFigures({ page }: Person): Promise<number[]> {
  return page.locator(".editor-instance .view-line").evaluateAll((lines) =>
    lines.flatMap((line) => {
      const text = line.textContent ?? "";
      // Behind a label, so not the one row of 表四, which has none.
      const row = /[^\d\s]([\s\u00a0]+)\d+(?:[\s\u00a0]+\d+){6}[\s\u00a0]*$/.exec(text);
      if (row === null || /区分处理|不再处理/.test(text)) return [];
      const at = row.index + 1 + (row[1]?.length ?? 0);
      let passed = 0;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (at < passed + length) {
          const range = document.createRange();
          range.setStart(node, at - passed);
          range.setEnd(node, at - passed + 1);
          return [range.getBoundingClientRect().left];
        }
        passed += length;
      }
      return [];
    }),
  );
}

const spread = (places: readonly number[]): number => Math.max(...places) - Math.min(...places);

test("figures stand in columns or have these behind them, light or dark, and where the text has them where that is set", async () => {
  const flat = await example(FLAT);
  const line = flat.slice(0, flat.indexOf("重复申请")).split("\n").length;
  await asPerson({ files: { [BROKEN]: await example(BROKEN), [FLAT]: flat } }, async (person) => {
    const { page } = person;
    await openChecked(person, BROKEN);
    await goTo(person, MIDDLE);
    for (const theme of ["light", "dark"] as const) {
      await inTheme(person, theme);
      await expect.poll(async () => (await firstFigures(person)).length).toBeGreaterThan(15);
      // Quotation marks are drawn as wide as the font will have them, which no program can know.
      await expect.poll(async () => spread(await firstFigures(person))).toBeLessThan(20);
      await screenshot(person, `alignment-${theme}`);
    }
    await set(person, { "gouji.alignFigures.enable": false });
    await expect.poll(async () => spread(await firstFigures(person))).toBeGreaterThan(50);
    expect(await page.locator(".tab.active:not(.dirty)").count()).toBe(1);

    await open(person, FLAT);
    await goTo(person, line);
    const row = page.locator(".editor-instance .view-line", { hasText: "社会公益组织" }).first();
    for (const theme of ["light", "dark"] as const) {
      await inTheme(person, theme);
      await row.waitFor();
      expect((await row.textContent())?.replace(/\s/g, " ").trim()).toMatch(/^\d+ *社会公益组织$/);
      await waitForColours(person);
      await screenshot(person, `column-names-${theme}`);
    }
  });
});
