import { afterAll, expect, test } from "vitest";
import { BROKEN, example } from "../fixtures.ts";
import { goTo, inTheme, openChecked, save } from "./doings.ts";
import { asPerson, goHome, onDisk, type Person } from "./person.ts";

afterAll(goHome);

/** The row of （一）予以公开 and the column before its first figure. */
const [LINE, COLUMN] = [43, 20];

/** The last row of 表三, and the only one of 表四. */
const [LAST_ROW, LAST_TABLE] = [65, 72];

/** Puts the cursor at a figure; its totals are highlighted once the server has looked there, which VS Code alone would not do. */
async function atFigure(person: Person): Promise<void> {
  const highlights = person.page.locator(".editor-instance .wordHighlightStrong");
  // VS Code asks for highlights when the cursor moves.
  await goTo(person, 1);
  await highlights.first().waitFor({ state: "detached" });
  await goTo(person, LINE, COLUMN);
  await highlights.first().waitFor();
}

test("Tab, Shift+Tab and Enter go from figure to figure where that is set, and out of a table at its end; else Tab writes a tab", async () => {
  const text = await example(BROKEN);
  const lines = text.split("\n");
  const row = lines[LINE - 1] ?? "";
  const below = lines[LINE] ?? "";
  await asPerson({ files: { [BROKEN]: text } }, async (person) => {
    const { page } = person;
    const at = (place: string | RegExp): Promise<void> =>
      page.locator(".statusbar-item", { hasText: place }).first().waitFor();
    await openChecked(person, BROKEN);

    await atFigure(person);
    await page.keyboard.press("Tab");
    await save(person);
    const written = (await onDisk(person, BROKEN)).split("\n")[LINE - 1] ?? "";
    expect(written.replace(/\s/g, "")).toBe(row.replace(/\s/g, ""));
    expect(written.length).toBeGreaterThan(row.length);
    await page.keyboard.press("Control+Z");
    await save(person);
    expect(await onDisk(person, BROKEN)).toBe(text);

    await inTheme(person, "dark", { "gouji.tableKeys.enable": true });
    await atFigure(person);
    await page.keyboard.press("Tab");
    await at(/Ln 43, Col \d+ \(1 selected\)/);
    await page.keyboard.press("Enter");
    await at(/Ln 44, Col \d+ \(1 selected\)/);
    const place = page.locator(".statusbar-item", { hasText: /Ln 44, Col/ }).first();
    const second = await place.textContent();
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => place.textContent()).not.toBe(second);
    await page.keyboard.type("5");
    await save(person);
    const changed = lines.with(LINE, below.replace("\t2\t", "\t5\t"));
    expect((await onDisk(person, BROKEN)).split("\n")).toEqual(changed);

    await goTo(person, LAST_ROW, "四、结转下年度继续办理\t\t".length + 1);
    await page.locator(".editor-instance .wordHighlightStrong").first().waitFor();
    await page.keyboard.press("Enter");
    await at(`Ln ${LAST_ROW + 1}, Col 1`);
    await goTo(person, LAST_TABLE, (lines[LAST_TABLE - 1] ?? "").trimEnd().length);
    // At a total its parts are highlighted.
    await page.locator('.editor-instance [class*="wordHighlight"]').first().waitFor();
    await page.keyboard.press("Tab");
    await at(`Ln ${LAST_TABLE + 1}, Col 1`);
    await page.locator(".tab.active:not(.dirty)").waitFor();
  });
});
