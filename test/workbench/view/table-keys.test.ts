import { afterAll, expect, test } from "vitest";
import { BROKEN, example } from "../fixtures.ts";
import { goTo, openChecked, save } from "./doings.ts";
import { asPerson, goHome, onDisk, type Person, screenshot } from "./person.ts";

afterAll(goHome);

/** The row of （一）予以公开 and the column before its first figure. */
const [LINE, COLUMN] = [43, 20];

/** The last row of 表三, and the only one of 表四. */
const [LAST_ROW, LAST_TABLE] = [65, 72];

/** Puts the cursor at a figure; its totals are highlighted once the server has looked there, which VS Code alone would not do. */
async function atFigure(person: Person): Promise<void> {
  // VS Code asks for highlights when the cursor moves, and not again when the server has come up.
  await openChecked(person, BROKEN);
  await goTo(person, LINE, COLUMN);
  await person.page.locator(".editor-instance .wordHighlightStrong").first().waitFor();
}

test("Tab, Shift+Tab and Enter go from figure to figure where that is set", async () => {
  const text = await example(BROKEN);
  const settings = { "gouji.tableKeys.enable": true };
  await asPerson({ files: { [BROKEN]: text }, settings }, async (person) => {
    const { page } = person;
    const at = (place: RegExp): Promise<void> =>
      page.locator(".statusbar-item", { hasText: place }).first().waitFor();
    await atFigure(person);
    await page.keyboard.press("Tab");
    await at(/Ln 43, Col \d+ \(1 selected\)/);
    await page.keyboard.press("Enter");
    await at(/Ln 44, Col \d+ \(1 selected\)/);
    await screenshot(person, "table-keys");
    const place = page.locator(".statusbar-item", { hasText: /Ln 44, Col/ }).first();
    const second = await place.textContent();
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => place.textContent()).not.toBe(second);
    await page.keyboard.type("5");
    await save(person);
    const lines = text.split("\n");
    const row = lines[LINE] ?? "";
    expect((await onDisk(person, BROKEN)).split("\n")).toEqual(
      lines.with(LINE, row.replace("\t2\t", "\t5\t")),
    );
  });
});

test("Enter and Tab lead out of the table at its end, and write nothing", async () => {
  const text = await example(BROKEN);
  const settings = { "gouji.tableKeys.enable": true };
  await asPerson({ files: { [BROKEN]: text }, settings }, async (person) => {
    const { page } = person;
    const at = (place: string): Promise<void> =>
      page.locator(".statusbar-item", { hasText: place }).first().waitFor();
    await atFigure(person);
    await goTo(person, LAST_ROW, "四、结转下年度继续办理\t\t".length + 1);
    await page.locator(".editor-instance .wordHighlightStrong").first().waitFor();
    await page.keyboard.press("Enter");
    await at(`Ln ${LAST_ROW + 1}, Col 1`);
    await goTo(person, LAST_TABLE, (text.split("\n")[LAST_TABLE - 1] ?? "").trimEnd().length);
    // At a total its parts are highlighted.
    await page.locator('.editor-instance [class*="wordHighlight"]').first().waitFor();
    await page.keyboard.press("Tab");
    await at(`Ln ${LAST_TABLE + 1}, Col 1`);
    await page.locator(".tab.active:not(.dirty)").waitFor();
  });
});

test("Tab writes a tab where nothing is set", async () => {
  const text = await example(BROKEN);
  await asPerson({ files: { [BROKEN]: text } }, async (person) => {
    await atFigure(person);
    await person.page.keyboard.press("Tab");
    await save(person);
    const row = (await onDisk(person, BROKEN)).split("\n")[LINE - 1] ?? "";
    expect(row.replace(/\s/g, "")).toBe((text.split("\n")[LINE - 1] ?? "").replace(/\s/g, ""));
    expect(row.length).toBeGreaterThan((text.split("\n")[LINE - 1] ?? "").length);
  });
});
