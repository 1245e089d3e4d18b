import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { expect, inject } from "vitest";

/** Large enough that the lists under test (Problems, Outline) show all their rows: VS Code draws only what is seen. */
const VIEWPORT = { width: 1500, height: 1100 };

/** A step of the workbench that takes longer is a fault; playwright says then which one it was. */
const PATIENCE = 30_000;

/** What is gone in a moment: a tooltip, signs that a view is busy. */
const PASSING = ".workbench-hover, .monaco-progress-container.active, .codicon-tree-item-loading";

const SETTINGS = ".vscode/settings.json";

/** Someone who has opened a folder in VS Code with the packed extension installed. */
export interface Person {
  readonly page: Page;
  /** The folder on disk that is open in the workbench. */
  readonly folder: string;
}

export interface Start {
  /** Text by path below the folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Workspace settings, such as { "workbench.colorTheme": "Default Light Modern" }. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What vscode.env.language says; the workbench's own words stay English, since the host carries no others. */
  readonly language?: "en" | "zh-cn";
}

let browser: BrowserContext | undefined;

/**
 * Opens a fresh folder with the files in a fresh workbench, hands it to `use`, and clears up. To load a workbench takes
 * most of a test's time: what is seen of one folder is looked at in one.
 * When `use` fails, a screenshot named after the test is kept before the error goes on.
 */
export async function asPerson(start: Start, use: (person: Person) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "gouji-view-"));
  try {
    await fill(folder, start);
    const page = await newPage(start.language ?? "en");
    const person = { page, folder };
    try {
      await enter(person);
      await use(person);
    } catch (error) {
      await screenshot(person, failureName());
      throw error;
    } finally {
      await page.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** Ends the browser; to be called when a file's tests are done. */
export async function goHome(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/** Keeps what the person sees as test-results/screenshots/<name>.png; returns the path. */
export async function screenshot({ page }: Person, name: string): Promise<string> {
  const path = join(inject("host").screenshots, `${name}.png`);
  // Away from what was clicked last: its tooltip would lie over the picture.
  await page.mouse.move(0, 0);
  await page.waitForFunction((css) => document.querySelector(css) === null, PASSING);
  await page.screenshot({ path });
  return path;
}

/** What is in a file of the folder now. */
export const onDisk = ({ folder }: Person, file: string): Promise<string> =>
  readFile(join(folder, file), "utf8");

const failureName = (): string =>
  `failed ${expect.getState().currentTestName ?? ""}`.replace(/[^\p{L}\p{N}]+/gu, "-");

/** A page that knows nothing of the ones before it; only what VS Code loads, and as what it runs, is kept in caches. */
async function newPage(language: string): Promise<Page> {
  browser ??= await launch();
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  const session = await browser.newCDPSession(page);
  const { origin } = new URL(inject("host").url);
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
  await session.detach();
  // The workbench takes its language from this global, which the page of a translated VS Code would set.
  await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`);
  return page;
}

function launch(): Promise<BrowserContext> {
  const { browser: executablePath, browserArgs: args, profile } = inject("host");
  const look = { viewport: VIEWPORT, deviceScaleFactor: 2, locale: "en" };
  return chromium.launchPersistentContext(profile, { executablePath, args, ...look });
}

/** Writes the folder's settings anew, which the workbench takes up on its own: what follows waits for what they do. */
export function set({ folder }: Person, settings: NonNullable<Start["settings"]>): Promise<void> {
  return writeFile(join(folder, SETTINGS), JSON.stringify(settings));
}

async function fill(folder: string, { files, settings = {} }: Start): Promise<void> {
  const all = { ...files, [SETTINGS]: JSON.stringify(settings) };
  for (const [name, text] of Object.entries(all)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** Goes to the folder and says that its authors are trusted, without which no extension reads it. */
async function enter({ page, folder }: Person): Promise<void> {
  await page.goto(`${inject("host").url}?${new URLSearchParams({ folder })}`);
  await page.getByRole("button", { name: "Yes, I trust the authors" }).click();
  await page.locator(".monaco-workbench .explorer-folders-view .monaco-list-row").first().waitFor();
}
