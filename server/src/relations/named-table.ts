import type { Place } from "../document/block.ts";
import type { Operand } from "../reconcile/cause.ts";
import { labelKey } from "../text/normalize.ts";
import { withoutRemark } from "./label-words.ts";
import type { NamedLines } from "./names.ts";

/** A table whose rows and columns have names. */
export interface NamedTable {
  /** What it may be called: its title cell, its caption, its heading, in this order; not empty. */
  readonly titles: readonly string[];
  readonly rows: NamedLines;
  readonly columns: NamedLines;
  /** Whether the figure is part of what is added up where no rows or columns are named to add it up in. */
  readonly addsRow: (row: number) => boolean;
  readonly addsColumn: (column: number) => boolean;
  /** Another reading of the same table, which names its figures otherwise. */
  readonly printed?: NamedTable;
  /** Its rows as messages speak of them, where they are not those that the figures stand in. */
  readonly keys?: readonly LabelledRow[];
  /** The figure there: undefined where the table has none, absent where it should have one and lacks it. */
  readonly figure: (row: number, column: number) => NamedFigure | undefined;
}

export interface LabelledRow {
  readonly key: string;
  readonly label: string;
  readonly groups: readonly string[];
}

export interface NamedFigure {
  /** "经费收支/合计/本年" */
  readonly name: string;
  /** The figure as seen along its row or along its column; undefined where it is absent or not sure. */
  readonly seen: (along: "row" | "column") => PlacedFigure | undefined;
  /** 元, 万元 … where its cell, column or row says so. */
  readonly unit: string;
}

export interface PlacedFigure extends Operand {
  readonly place: Place;
}

const NUMBERED =
  /^(?:附?[表件图]\s?[一二三四五六七八九十\d]{1,3}(?:[-－—.]\d{1,3})?[:：、.\s]*|附[表件][:：]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、])/;
/** What the title of a table ends in and a name of it leaves out. */
const TABLE_ENDS = ["", "表", "情况表", "统计表", "一览表"];
const YEAR = /^\s*(?:19|20)\d\d年度?/;

/**
 * Whether a table of these titles is meant: a title as it stands, or without number, year and remark in brackets, or
 * without the 表 that it ends in.
 */
export function isCalled(titles: readonly string[], name: string): boolean {
  const [whole, cores] = [labelKey(name), coresOf(name)];
  return titles.some(
    (title) =>
      labelKey(title) === whole || coresOf(title).some((core) => core !== "" && cores.includes(core)),
  );
}

/** "附件2：2023年经费收支情况表（万元）" → 经费收支情况表, 经费收支情况, 经费收支. */
function coresOf(title: string): readonly string[] {
  const core = labelKey(withoutRemark(title.trim().replace(NUMBERED, "").replace(YEAR, "")));
  return TABLE_ENDS.flatMap((end) => (core.endsWith(end) ? [core.slice(0, core.length - end.length)] : []));
}
