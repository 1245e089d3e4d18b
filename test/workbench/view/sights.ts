import { command } from "./doings.ts";
import type { Person } from "./person.ts";

/** What a person sees in the workbench. */

export type Squiggle = "error" | "warning" | "info" | "hint";

/** Waits until at least `count` squiggles of a kind are drawn; returns how many there are. */
export async function waitForSquiggle(
  { page }: Person,
  kind: Squiggle = "error",
  count = 1,
): Promise<number> {
  const squiggles = page.locator(`.editor-instance .squiggly-${kind}`);
  await squiggles.nth(count - 1).waitFor({ state: "attached" });
  return squiggles.count();
}

/** Waits until no squiggle of a kind is drawn. */
export async function waitForNoSquiggle({ page }: Person, kind: Squiggle = "error"): Promise<void> {
  await page.waitForFunction(
    (css) => document.querySelector(css) === null,
    `.editor-instance .squiggly-${kind}`,
  );
}

/** Waits until the server's own colours are drawn: it alone knows which figures are totals, which are bold. */
export async function waitForColours({ page }: Person): Promise<void> {
  await page.waitForFunction(
    (css) =>
      Array.from(document.querySelectorAll(css)).some(
        (span) => /^\d+$/.test(span.textContent ?? "") && Number(getComputedStyle(span).fontWeight) > 500,
      ),
    ".editor-instance .view-line > span > span",
  );
}

/** What the hover at the cursor says. */
export async function hoverText({ page }: Person): Promise<string> {
  await page.keyboard.press("Control+K");
  await page.keyboard.press("Control+I");
  const hover = page.locator(".editor-instance .monaco-hover:not(.hidden) .monaco-hover-content");
  await hover.locator(".rendered-markdown strong").first().waitFor();
  return (await hover.textContent()) ?? "";
}

/** Opens the Problems view and gives its rows (files and problems) as they read, once one of them has the text. */
export async function problemsRows(person: Person, text: string): Promise<string[]> {
  await command(person, "Problems: Focus on Problems View");
  const rows = person.page.locator(".markers-panel .monaco-list-row");
  await rows.filter({ hasText: text }).first().waitFor();
  return (await rows.allInnerTexts()).map((row) => row.replace(/\s+/g, " ").trim());
}

/**
 * Opens the Outline and gives its rows with their level (from 1), once at least `count` are there.
 * The list of files above it is folded, since VS Code draws only the rows that have room.
 */
export async function outlineRows(person: Person, count = 1): Promise<{ level: number; text: string }[]> {
  await command(person, "Explorer: Focus on Outline View");
  const files = person.page.locator(".explorer-viewlet .pane-header").first();
  if ((await files.getAttribute("aria-expanded")) === "true") await files.click();
  const rows = person.page.locator(".outline-tree .monaco-list-row");
  await rows.nth(count - 1).waitFor();
  const read = await rows.evaluateAll((elements) =>
    elements.map((element) => ({
      level: Number(element.getAttribute("aria-level")),
      text: (element.querySelector(".label-name") ?? element).textContent?.trim() ?? "",
    })),
  );
  return read;
}
