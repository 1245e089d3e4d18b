import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** From dist/test/suite, where the bundled tests stand, and from test/workbench/view alike: three folders up. */
const root = join(__dirname, "../../..");

/** An example report by the beginning of its file name. */
export const example = (name: string): Promise<string> => readFile(join(root, "examples", name), "utf8");

export const BROKEN = "示例区东风街道办事处2023（有一个数字不对）.txt";
export const CLEAN = "老城区西关街道办事处2023.txt";
