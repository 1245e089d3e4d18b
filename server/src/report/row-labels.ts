import type { TableForm } from "../forms/form.ts";
import { memoize } from "../text/memoize.ts";
import { labelKey } from "../text/normalize.ts";
import { type Label, likeness, readLabel } from "./label.ts";

/** A label of a form: of a row, or of a merged cell over several rows (a group). */
interface Entry {
  readonly kind: "row" | "group";
  /** Row key; for a group the key part its rows share: "三(五)". */
  readonly key: string;
  readonly number: string;
  /** Key of the innermost group the row is in, "" for none. */
  readonly group: string;
  readonly texts: readonly string[];
}

/** One label can be both: （六）其他处理 is a row in form 2019 and heads three rows in form 2021. */
export interface LabelMatch {
  readonly row?: string;
  readonly group?: string;
}

/** Finds rows by what their labels say, never by where they stand. */
export interface RowLabels {
  /** `group`: the group whose label was met last. Undefined where the text is no label of this table. */
  match(text: string, group: string): LabelMatch | undefined;
}

const LONGEST_LABEL = 60;
const ENOUGH = 0.6;

/** Labels of the same table in several forms, told apart by what stands in the report. */
export function rowLabels(tables: readonly TableForm[]): RowLabels {
  const { entries, outer } = entriesOf(tables);
  const byText = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const text of entry.texts) byText.set(text, [...(byText.get(text) ?? []), entry]);
  }
  const find = (text: string, group: string): LabelMatch | undefined => {
    if (text.length > LONGEST_LABEL) return undefined;
    const label = readLabel(text);
    if (label.text === "") return undefined;
    const around = [group, outer.get(group) ?? group];
    const exact = pick(byText.get(label.text) ?? [], label, around);
    return some(exact) ?? some(pick(entries, label, around));
  };
  const inGroup = new Map<string, (text: string) => LabelMatch | undefined>();
  return {
    match(text, group) {
      const known = inGroup.get(group) ?? memoize((label) => find(label, group));
      inGroup.set(group, known);
      return known(text);
    },
  };
}

function some(match: LabelMatch): LabelMatch | undefined {
  return match.row === undefined && match.group === undefined ? undefined : match;
}

/** The best entries; a row and a group only where they are equally good. */
function pick(entries: readonly Entry[], label: Label, around: readonly string[]): LabelMatch {
  let best: LabelMatch = {};
  let bestScore = ENOUGH - 0.001;
  for (const entry of entries) {
    const score = scoreOf(entry, label, around);
    if (score < bestScore || (score === bestScore && best[entry.kind] !== undefined)) continue;
    best = { ...(score === bestScore ? best : {}), [entry.kind]: entry.key };
    bestScore = score;
  }
  return best;
}

/** `around`: the group met last and the one around it. */
function scoreOf(entry: Entry, label: Label, around: readonly string[]): number {
  const sameNumber = label.number.replace(/^\((\d+)\)$/, "$1") === entry.number;
  const sameGroup = around.includes(entry.group);
  // 其他 and 总计 are columns too, and no label at all without their number or their group.
  if (
    label.text.length <= 2 &&
    !(sameGroup && (label.number === "" || sameNumber)) &&
    !(sameNumber && label.number !== "")
  ) {
    return 0;
  }
  let score = Math.max(...entry.texts.map((text) => textScore(text, label.text, sameNumber && sameGroup)));
  if (score === 0) return 0;
  if (label.number !== "") score += sameNumber ? 0.2 : -0.3;
  if (entry.group !== "" && around[0] !== "") score += sameGroup ? 0.1 : -0.1;
  return score;
}

function textScore(form: string, found: string, placed: boolean): number {
  if (form === found) return 1;
  // The first line of a label that goes on below, or a label with something added.
  const shortest = placed ? 2 : 4;
  if (found.length >= shortest && form.startsWith(found)) return 0.9;
  if (form.length >= shortest && found.startsWith(form)) return 0.9;
  const alike = likeness(form, found, ENOUGH);
  return alike >= ENOUGH ? alike * 0.9 : 0;
}

function entriesOf(tables: readonly TableForm[]): { entries: Entry[]; outer: Map<string, string> } {
  const entries = new Map<string, Entry>();
  const outer = new Map<string, string>();
  for (const { rows } of tables) {
    for (const { key, label, aliases, groups } of rows) {
      const { number, text } = readLabel(label);
      const inner = groups.at(-1);
      entries.set(`row ${key}`, {
        kind: "row",
        key,
        number,
        group: inner === undefined ? "" : groupKey(inner),
        texts: [text, ...aliases.map((alias) => labelKey(alias))],
      });
      for (const [index, group] of groups.entries()) {
        if (index > 0) outer.set(groupKey(group), groupKey(groups[index - 1] ?? ""));
        const read = readLabel(group);
        entries.set(`group ${group}`, {
          kind: "group",
          key: groupKey(group),
          number: read.number,
          group: index === 0 ? "" : groupKey(groups[index - 1] ?? ""),
          texts: [read.text],
        });
      }
    }
  }
  return { entries: [...entries.values()], outer };
}

/** "（三）不予公开" → "(三)", "三、本年度办理结果" → "三": what a group is called in keys; else its text. */
function groupKey(label: string): string {
  const { number, text } = readLabel(label);
  return number === "" ? text : number;
}
