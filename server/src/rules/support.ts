import type { Place } from "../document/block.ts";
import type { TableForm, TableId } from "../forms/form.ts";
import type { FigureRow, FoundCell, Report, Section } from "../report/report.ts";
import type { Related } from "./rule.ts";

/** A finding that stands for many places names this many of them; more help nobody. */
const MOST_RELATED = 10;

export function tableFormOf({ form }: Report, id: TableId): TableForm {
  const table = form.tables.find((one) => one.id === id);
  if (table === undefined) throw new RangeError(id);
  return table;
}

/** Every heading of a report, in the order of the source. */
export function headingsOf({ sections }: Report): readonly Section[] {
  const flat: Section[] = [];
  const visit = (list: readonly Section[]): void => {
    for (const section of list) {
      flat.push(section);
      visit(section.children);
    }
  };
  visit(sections);
  return flat;
}

/** Where a finding about the whole report stands: its title, or else its first line. */
export function headOf({ title, blocks, document }: Report): Place | undefined {
  if (title !== undefined) return title.place;
  const block = blocks.find(({ kind }) => kind !== "comment" && kind !== "code");
  if (block === undefined) return document.blocks[0] && { block: document.blocks[0], start: 0, end: 0 };
  const start = block.text.length - block.text.trimStart().length;
  const line = /^[^\r\n]*/.exec(block.text.slice(start))?.[0].trimEnd() ?? "";
  return { block, start, end: start + line.length };
}

/** Where a row is shown: its label, or else its figures, or else nothing. */
export function placeOfRow({ labelPlace, found }: FigureRow): Place | undefined {
  if (labelPlace !== undefined) return labelPlace;
  const first = found[0]?.place;
  const last = found.at(-1)?.place;
  if (first === undefined || last === undefined) return first;
  return first.block === last.block ? { ...first, end: last.end } : first;
}

export function relatedOf<T>(items: readonly T[], related: (item: T) => Related | undefined): Related[] {
  return items.slice(0, MOST_RELATED).flatMap((item) => related(item) ?? []);
}

/**
 * Rows by their numbers in the form, runs of neighbours drawn together: "三（一）、三（三）1–8、四".
 * Rows without number (those of 表二 and 表四) by their labels.
 */
export function rowsInWords(table: TableForm, keys: ReadonlySet<string>): string {
  const words: string[] = [];
  let run: { stem: string; from: string; to: string } | undefined;
  const close = (): void => {
    if (run !== undefined) words.push(run.stem + (run.from === run.to ? run.from : `${run.from}–${run.to}`));
    run = undefined;
  };
  for (const { key } of table.rows) {
    const [, stem, number = ""] = /^(.*\))(\d+)$/.exec(key) ?? [];
    if (!keys.has(key)) close();
    else if (stem !== undefined && run?.stem === stem) run.to = number;
    else {
      close();
      if (stem === undefined) words.push(key);
      else run = { stem, from: number, to: number };
    }
  }
  close();
  return words.map((word) => word.replaceAll("(", "（").replaceAll(")", "）")).join("、");
}

export function sourceOf({ place }: Pick<FoundCell, "place">): string {
  return place.block.text.slice(place.start, place.end);
}
