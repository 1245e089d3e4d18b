import { organisationHead } from "../../forms/common.ts";
import type { RowForm, TableForm } from "../../forms/form.ts";
import type { DataCell, TableData } from "./table-data.ts";
import { type WritableLayout, type WriteOptions, writeTable } from "./write-table.ts";

/** What fills a statutory table. */
export interface Content {
  readonly figure: (row: RowForm, column: string) => string;
  /** The form's wording → the wording to write, such as the source's own. */
  readonly wording: (text: string, row?: RowForm) => string;
}

/** Printed in the head of 表三: 第一项加第二项之和，等于第三项加第四项之和. */
const BALANCE_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
const CONTENT_HEAD = "信息内容";
const APPLICANT_HEAD = "申请人情况";

/** What the printed form says beside the labels and columns of its rows. */
export const FRAME_WORDS: readonly string[] = [BALANCE_NOTE, CONTENT_HEAD, APPLICANT_HEAD, organisationHead];

/** The fee's head as 国办公开办函〔2021〕30号 prints it. */
const PRINTED_HEADS: Readonly<Record<string, string>> = { 本年收费金额: "本年收费金额（单位：万元）" };

const empty: Content = { figure: () => "", wording: (text) => text };

/** A statutory table with its official head and merged cells, all figures blank. flat cannot hold blanks. */
export function emptyTable(
  form: TableForm,
  layout: Exclude<WritableLayout, "flat">,
  options: WriteOptions,
): string {
  return writeTable(statutoryTable(form, empty), layout, options) ?? "";
}

/** A statutory table with its official head and merged cells (国办公开办函〔2021〕30号, 〔2019〕60号). */
export function statutoryTable(form: TableForm, content: Content): TableData {
  const { figure, wording } = content;
  const printed: Content = {
    figure,
    wording(text, row) {
      const worded = wording(text, row);
      return worded === text ? (PRINTED_HEADS[text] ?? text) : worded;
    },
  };
  if (form.id === "表二") return disclosure(form, printed);
  return form.id === "表三" ? application(form, printed) : review(form, printed);
}

function cell(text: string, column: number, columnSpan: number, rowSpan = 1, head = false): DataCell {
  return { text, column, columnSpan, rowSpan, head };
}

/** 表二: one block an item of article 20, each with a head of its own. */
function disclosure({ rows }: TableForm, { figure, wording }: Content): TableData {
  const width = Math.max(...rows.map(({ columns }) => columns.length));
  /** Fewer columns than the widest block has: the last one takes the room. */
  const spread = (texts: readonly string[], head: boolean): DataCell[] =>
    texts.map((text, i) => cell(text, 1 + i, i === texts.length - 1 ? width - i : 1, 1, head));
  let block: string | undefined;
  const written = rows.flatMap((row) => {
    const lines: DataCell[][] = [];
    const [name = ""] = row.groups;
    if (name !== block) {
      block = name;
      lines.push([cell(wording(name), 0, width + 1, 1, true)]);
      const heads = row.columns.map((column) => wording(column, row));
      lines.push([cell(wording(CONTENT_HEAD), 0, 1, 1, true), ...spread(heads, true)]);
    }
    const figures = row.columns.map((column) => figure(row, column));
    lines.push([cell(wording(row.label, row), 0, 1), ...spread(figures, false)]);
    return lines;
  });
  return { rows: written, columns: width + 1 };
}

/** 表三: three columns of labels, merged by what groups they name, and seven of figures. */
function application({ rows }: TableForm, { figure, wording }: Content): TableData {
  const labels = 1 + Math.max(...rows.map(({ groups }) => groups.length));
  const [person = "", ...kinds] = rows[0]?.columns ?? [];
  const total = kinds.pop() ?? "";
  const figures = kinds.length + 2;
  const head = [
    [
      cell(wording(BALANCE_NOTE), 0, labels, 3, true),
      cell(wording(APPLICANT_HEAD), labels, figures, 1, true),
    ],
    [
      cell(wording(person), labels, 1, 2, true),
      cell(wording(organisationHead), labels + 1, kinds.length, 1, true),
      cell(wording(total), labels + figures - 1, 1, 2, true),
    ],
    kinds.map((kind, i) => cell(wording(kind), labels + 1 + i, 1, 1, true)),
  ];
  const body = rows.map((row, index) => [
    ...row.groups.flatMap((group, depth) => {
      const within = (other: RowForm | undefined): boolean =>
        other !== undefined && row.groups.slice(0, depth + 1).every((name, i) => other.groups[i] === name);
      if (within(rows[index - 1])) return [];
      let span = 1;
      while (within(rows[index + span])) span++;
      return [cell(wording(group), depth, 1, span)];
    }),
    cell(wording(row.label, row), row.groups.length, labels - row.groups.length),
    ...row.columns.map((column, i) => cell(figure(row, column), labels + i, 1)),
  ]);
  return { rows: [...head, ...body], columns: labels + figures };
}

/** 表四: one row of figures below 行政复议 and the two kinds of 行政诉讼. */
function review({ rows }: TableForm, { figure, wording }: Content): TableData {
  const starts = rows.map((_, index) =>
    rows.slice(0, index).reduce((sum, { columns }) => sum + columns.length, 0),
  );
  const start = (index: number): number => starts[index] ?? 0;
  const grouped = rows.some(({ groups }) => groups.length > 0);
  const columns = rows.reduce((sum, row) => sum + row.columns.length, 0);
  const top: DataCell[] = [];
  const middle: DataCell[] = [];
  const low: DataCell[] = [];
  for (const [index, row] of rows.entries()) {
    const [group] = row.groups;
    const heads = row.columns.map((column, i) => ({ text: wording(column), at: start(index) + i }));
    if (group === undefined) {
      top.push(cell(wording(row.label, row), start(index), row.columns.length, 1, true));
      middle.push(...heads.map(({ text, at }) => cell(text, at, 1, grouped ? 2 : 1, true)));
      continue;
    }
    if (rows[index - 1]?.groups[0] !== group) {
      const width = rows.reduce(
        (sum, other) => sum + (other.groups[0] === group ? other.columns.length : 0),
        0,
      );
      top.push(cell(wording(group), start(index), width, 1, true));
    }
    middle.push(cell(wording(row.label, row), start(index), row.columns.length, 1, true));
    low.push(...heads.map(({ text, at }) => cell(text, at, 1, 1, true)));
  }
  const figures = rows.flatMap((row, index) =>
    row.columns.map((column, i) => cell(figure(row, column), start(index) + i, 1)),
  );
  return { rows: [top, middle, ...(low.length > 0 ? [low] : []), figures], columns };
}
