import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** An example report by its file name. */
export const example = (name: string): Promise<string> => readFile(join(root(), "examples", name), "utf8");

/** Has one wrong figure: 7 for 8 at 自然人 of （一）予以公开. */
export const BROKEN = "示例区东风街道办事处2023（有一个数字不对）.txt";
export const CLEAN = "老城区西关街道办事处2023.txt";

/** Markdown whose sections three to six have too many #. */
export const JUMPING = "偃师区信访局2023.md";

/** The same with a quotation mark too many, where it is seen without scrolling. */
export const withSlip = (text: string): string => text.replace("主动公开情况。", "主动公开情况”。");

/** A report with tab tables as an editor leaves it that trims the ends of lines: its rows are of different lengths. */
export const trimmed = (text: string): string => text.replace(/\t+$/gm, "");

/** What the cells and lines of a report with tab tables say, blank ones left out: formatting must not change it. */
export const cells = (text: string): string[] =>
  text
    .split(/[\t\n]/)
    .map((cell) => cell.trim())
    .filter(Boolean);

/** The top of the clone; this file runs both from its source and from a bundle in dist. */
function root(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}
