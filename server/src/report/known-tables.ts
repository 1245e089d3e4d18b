import { organisationHead } from "../forms/common.ts";
import type { TableForm, TableId } from "../forms/form.ts";
import { forms } from "../forms/index.ts";
import { memoize } from "../text/memoize.ts";
import { labelKey } from "../text/normalize.ts";
import { readLabel } from "./label.ts";
import { type RowLabels, rowLabels } from "./row-labels.ts";

/** What the readers know of a table that has row labels, of every form it may be printed in. */
export interface KnownTable extends RowLabels {
  /** Whether a text belongs to the head of the table, or is its note. */
  isHead(text: string): boolean;
  /**
   * Whether a text is a piece of the label of a merged cell, which a narrow one breaks over lines: 三、本 / 年度办 /
   * 理结果.
   */
  isPieceOfGroup(text: string): boolean;
  /** Whether a text is a label, a merged cell or the note of the table as far as it goes: 四、结转. */
  isBeginning(text: string): boolean;
  /** Most figures that a row may have, 0 for a row that is not known. */
  mostFigures(key: string): number;
}

/** The note in the corner of 表三. */
const NOTE = "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和";
export const RELATION_NOTE = "勾稽关系";

export const disclosure = knownTable("表二", ["信息内容", ...columnsOf("表二")]);
export const application = knownTable("表三", ["申请人情况", organisationHead, ...columnsOf("表三")]);

function tablesOf(id: TableId): TableForm[] {
  return forms.flatMap(({ tables }) => tables.filter((table) => table.id === id));
}

function columnsOf(id: TableId): string[] {
  return tablesOf(id).flatMap(({ rows }) => rows.flatMap(({ columns }) => columns));
}

function knownTable(id: TableId, heads: readonly string[]): KnownTable {
  const tables = tablesOf(id);
  const keys = [...new Set(heads.map((head) => labelKey(head)))];
  const groups = tables.flatMap(({ rows }) =>
    rows.flatMap((row) => row.groups.map((group) => labelKey(group))),
  );
  const wholes = tables.flatMap(({ rows }) =>
    rows.flatMap(({ label, aliases, groups: around }) => [label, ...aliases, ...around]),
  );
  const beginnings = [
    ...new Set([NOTE, ...wholes].flatMap((text) => [labelKey(text), readLabel(text).text])),
  ];
  const widths = new Map<string, number>();
  for (const { key, columns } of tables.flatMap(({ rows }) => rows)) {
    widths.set(key, Math.max(columns.length, widths.get(key) ?? 0));
  }
  return {
    ...rowLabels(tables),
    isHead: memoize((text) => {
      const key = labelKey(text);
      if (key.includes(RELATION_NOTE)) return true;
      return (
        key.length >= 2 &&
        keys.some((head) => head.includes(key) || (head.length >= 4 && key.startsWith(head)))
      );
    }),
    isPieceOfGroup: memoize((text) => {
      const key = labelKey(text);
      return key.length >= 2 && groups.some((group) => group.length > key.length && group.includes(key));
    }),
    isBeginning: memoize((text) => {
      const key = labelKey(text);
      return key !== "" && beginnings.some((one) => one.startsWith(key));
    }),
    mostFigures: (key) => widths.get(key) ?? 0,
  };
}
