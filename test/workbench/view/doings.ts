import type { Locator } from "playwright-core";
import { type Person, set } from "./person.ts";

/** What a person does in the workbench. Each resolves when the workbench shows the result; none waits for time. */

const quickInput = ".quick-input-widget";
const editor = ".editor-instance .monaco-editor";

/** Opens a file of the folder by its name; resolves when its text is drawn. */
export async function open({ page }: Person, file: string): Promise<void> {
  await page.keyboard.press("Control+P");
  await page.locator(`${quickInput} input`).fill(file);
  await page.locator(`${quickInput} .monaco-list-row`).filter({ hasText: file }).first().click();
  await page.locator(`.tab.active[data-resource-name="${file}"]`).waitFor();
  await page.locator(`${editor} .view-line`).first().waitFor();
}

/** Opens a report in which something is wrong; resolves when the findings are there, so that the server answers from now on. */
export async function openChecked(person: Person, file: string): Promise<void> {
  await open(person, file);
  await person.page.locator("#status\\.problems [aria-label*='1']").first().waitFor();
}

const THEMES = {
  light: ["Default Light Modern", "vs"],
  dark: ["Default Dark Modern", "vs-dark"],
  "high contrast": ["Default High Contrast", "hc-black"],
} as const;

/**
 * Has the folder shown in colours of that kind. Resolves when they are there, and with them every other setting of the
 * folder, which are these and no others from now on.
 */
export async function inTheme(
  person: Person,
  kind: keyof typeof THEMES,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const [theme, shown] = THEMES[kind];
  await set(person, { ...settings, "workbench.colorTheme": theme });
  await person.page.locator(`.monaco-workbench.${shown}`).waitFor();
}

/** Runs a command by its title in the command palette, such as "Format Document". */
export async function command({ page }: Person, title: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.locator(`${quickInput} input`).fill(`>${title}`);
  const row = page
    .locator(`${quickInput} .monaco-list-row`)
    .filter({ has: page.getByText(title, { exact: true }) });
  await row.first().click();
}

/** Puts the cursor at a 1-based line and column, and scrolls there. */
export async function goTo({ page }: Person, line: number, column = 1): Promise<void> {
  await page.keyboard.press("Control+G");
  await page.locator(`${quickInput} input`).fill(`:${line}:${column}`);
  // Enter does nothing before the place is offered.
  const offer = page.locator(`${quickInput} .monaco-list-row.focused`);
  await offer.filter({ hasText: new RegExp(`\\b${line}\\b`) }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(quickInput).waitFor({ state: "hidden" });
}

/**
 * Takes the quick fix of that title for the problem shown in a row of the Problems view.
 *
 * @param problem a part of the row's message.
 * @param title a part of the fix's title.
 */
export async function quickFix(person: Person, problem: string, title: string): Promise<void> {
  await goToProblem(person, problem);
  await openActions(person);
  // The menu lays a sheet over the window that swallows clicks made too early; its own mouse handler does not.
  const row = actions(person).filter({ hasText: title }).first();
  await row.hover({ force: true });
  await row.click({ force: true });
  await actions(person).first().waitFor({ state: "hidden" });
}

/** Titles of the fixes offered for a problem, in their order; the menu is closed again. */
export async function quickFixTitles(person: Person, problem: string): Promise<string[]> {
  await goToProblem(person, problem);
  await openActions(person);
  const titles = await texts(actions(person));
  await person.page.keyboard.press("Escape");
  await actions(person).first().waitFor({ state: "hidden" });
  return titles;
}

/** Formats the document; what it changed is to be read with save and onDisk. */
export const formatDocument = (person: Person): Promise<void> => command(person, "Format Document");

/** Saves a change that was just made; resolves when the tab has shown it as unsaved and then no longer does. */
export async function save(person: Person): Promise<void> {
  const { page } = person;
  await waitForChange(person);
  await page.keyboard.press("Control+S");
  await page.locator(".tab.active:not(.dirty)").waitFor();
}

/** Resolves when the active tab shows unsaved changes. */
export async function waitForChange({ page }: Person): Promise<void> {
  await page.locator(".tab.active.dirty").waitFor();
}

/** Goes where a row of the Problems view points, with the cursor in the editor. */
export async function goToProblem(person: Person, problem: string): Promise<void> {
  await command(person, "Problems: Focus on Problems View");
  await person.page
    .locator(".markers-panel .monaco-list-row")
    .filter({ hasText: problem })
    .first()
    .dblclick();
  await person.page.locator(`${editor}.focused`).waitFor();
}

/** A key pressed while another menu is just closing goes to that, so it may take a second time. */
async function openActions(person: Person): Promise<void> {
  const first = actions(person).first();
  const TRIES = 3;
  for (let attempt = 1; ; attempt++) {
    await person.page.keyboard.press("Control+.");
    try {
      await first.waitFor(attempt < TRIES ? { timeout: 8_000 } : {});
      return;
    } catch (error) {
      if (attempt >= TRIES) throw error;
    }
  }
}

const actions = ({ page }: Person): Locator => page.locator(".action-widget .monaco-list-row.action");

const texts = async (rows: Locator): Promise<string[]> =>
  (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
