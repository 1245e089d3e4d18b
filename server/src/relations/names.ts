import { labelKey } from "../text/normalize.ts";
import { AMONG_THEM, withoutRemark } from "./label-words.ts";

/** A row or a column by its names. */
export interface NamedLine {
  /** As it stands in the table: "其他". */
  readonly label: string;
  /** Labels of the merged cells it stands under, outermost first. */
  readonly groups: readonly string[];
  /** Further names, such as the numbers of the form: 三(六)3. */
  readonly aliases: readonly string[];
}

/** Rows or columns of a table, to be found by name. */
export interface NamedLines {
  readonly lines: readonly NamedLine[];
  /** Indices of the lines that a name means; more than one where it does not tell which. */
  find(name: string): readonly number[];
}

/** So many lines of one label are no longer told apart by the groups they are in. */
const MOST_NAMESAKES = 100;

const NUMBER =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、]|[①-⑳])\s*/;

/**
 * A name means the lines whose label it is, marks and blanks aside; where there are none, those whose label it is
 * without the remark in brackets behind it; else those whose label it is without number or 其中 before it. Of
 * several of a kind, `group/label` picks the one in the group.
 */
export function namedLines(lines: readonly NamedLine[]): NamedLines {
  const levels: readonly Map<string, number[]>[] = [new Map(), new Map(), new Map()];
  for (const [index, { label, aliases }] of lines.entries()) {
    const bare = withoutRemark(label);
    put(levels[0], label, index);
    for (const alias of aliases) put(levels[0], alias, index);
    put(levels[1], bare, index);
    put(levels[2], bare.replace(AMONG_THEM, "").replace(NUMBER, ""), index);
  }
  const labelled = (text: string): readonly number[] => {
    const key = labelKey(text);
    if (key === "") return [];
    return levels.map((level) => level.get(key)).find((found) => found !== undefined) ?? [];
  };
  return {
    lines,
    find(name) {
      const whole = labelled(name);
      const cut = name.lastIndexOf("/");
      if (whole.length > 0 || cut < 0) return whole;
      const groups = name.slice(0, cut).split("/");
      return labelled(name.slice(cut + 1)).filter((index) => isUnder(lines[index]?.groups ?? [], groups));
    },
  };
}

/** The shortest name that means this line alone; undefined where there is none. */
export function nameOf({ lines, find }: NamedLines, index: number): string | undefined {
  const line = lines[index];
  if (line === undefined) return undefined;
  const { label, groups, aliases } = line;
  if (find(label).length > MOST_NAMESAKES) return undefined;
  const names = [
    label,
    ...aliases,
    ...groups.map((group) => `${group}/${label}`),
    [...groups, label].join("/"),
  ];
  return names.find((name) => name !== "" && find(name).length === 1 && find(name)[0] === index);
}

/** Whether each of the wanted names is a group of the line, in this order. */
function isUnder(groups: readonly string[], wanted: readonly string[]): boolean {
  let at = 0;
  for (const group of groups) {
    const names = [group, withoutRemark(group), withoutRemark(group).replace(NUMBER, "")].map(labelKey);
    if (names.includes(labelKey(wanted[at] ?? ""))) at += 1;
  }
  return at >= wanted.length;
}

function put(level: Map<string, number[]> | undefined, name: string, index: number): void {
  const key = labelKey(name);
  if (key === "" || level === undefined) return;
  const found = level.get(key);
  if (found === undefined) level.set(key, [index]);
  else if (found.at(-1) !== index) found.push(index);
}
