import { keyOf } from "./file-system.ts";

/** A report by its agency's name and its file. */
interface Located {
  readonly name: string;
  readonly uri: string;
}

/** A folder named after a place: 西工区, 洛阳市, 城关镇. */
const PLACE = /^\p{sc=Han}{1,12}(?:[省市区县旗州盟镇乡]|街道)$/u;

/**
 * Whether the folders that two reports lie in speak of two places: 老城区/财政局.md and 西工区/财政局.md. Of names of
 * which one is a part of the other, a place that only one of the two is in is enough.
 */
export function lieApart(a: Located, b: Located, isPart: boolean): boolean {
  const [of, other] = [foldersOf(a.uri), foldersOf(b.uri)];
  const isForeign = (folders: readonly string[], { name }: Located, those: readonly string[]): boolean =>
    folders.some((folder) => PLACE.test(folder) && !those.includes(folder) && !name.includes(folder));
  const [first, second] = [isForeign(of, b, other), isForeign(other, a, of)];
  return isPart ? first || second : first && second;
}

function foldersOf(uri: string): readonly string[] {
  return keyOf(uri).split("/").slice(0, -1);
}
