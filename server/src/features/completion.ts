import * as l10n from "@vscode/l10n";
import { claimWith } from "../claims/claims.ts";
import { plainReads } from "../claims/compare.ts";
import { spanOf } from "../document/block.ts";
import type { TableForm } from "../forms/form.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Report, Section } from "../report/report.ts";
import { sectionHashes } from "../rules/heading-levels.ts";
import { readingLabel } from "../rules/prose/reading-label.ts";
import { headingsOf } from "../rules/support.ts";
import { formatDecimal } from "../text/decimal.ts";
import { reportAt } from "./report-at.ts";
import type { Span } from "./statutory-data.ts";
import { totalSumsAt } from "./total-sums.ts";

export interface Completion {
  readonly kind: "section" | "row" | "sum" | "number";
  readonly label: string;
  /** What it is, beside the label. */
  readonly detail: string;
  readonly newText: string;
  /** What `newText` takes the place of: within the cursor's line, ending at the cursor or with a figure. */
  readonly span: Span;
}

/** What applications, reviews and lawsuits are counted in. */
const UNIT = "件";

/**
 * What may be written at an offset: on a line of its own a section that is not there yet, in a statutory table the
 * label of a row that is not there yet, in the cell of a total its sum, in a sentence that counts what a table counts
 * its number. Nothing in a text that is no report.
 */
export function completionsAt(parsed: ParsedDocument, offset: number): Completion[] {
  const report = reportAt(parsed, offset);
  if (report === undefined || !report.isReport) return [];
  const sums = totalSumsAt(parsed, offset);
  if (sums !== undefined) {
    return sums.map(({ newText, relation, span }) => ({
      kind: "sum",
      label: newText,
      detail: relation,
      newText,
      span,
    }));
  }
  const line = parsed.lines.lineSpan(parsed.lines.positionAt(offset).line);
  const before = parsed.document.text.slice(line.start, offset);
  const behind = parsed.document.text.slice(offset, line.end);
  const numbers = numbersFor(report, parsed, offset, before);
  if (numbers.length > 0) return numbers;
  // Behind the cursor may stand what parts cells, but nothing that is already written.
  if (/[^\s|]/.test(behind)) return [];
  const table = tableAt(report, offset);
  if (table !== undefined) return rowsFor(report, table, before, offset);
  return sectionsFor(report, before, line.start, offset);
}

/** The number that a sentence asks for: "共收到政府信息公开申请" → 15件, as the table has it. */
function numbersFor(
  report: Report,
  { document }: ParsedDocument,
  offset: number,
  before: string,
): Completion[] {
  if (!/\p{sc=Han}\s?$/u.test(before) || /^\s?\d/.test(document.text.slice(offset, offset + 2))) return [];
  const block = report.blocks.findLast((one) => document.offsetOf(one) <= offset);
  if (block === undefined || block.kind !== "lines") return [];
  const start = offset - document.offsetOf(block);
  const claim = claimWith(report, { block, start, end: start }, `0${UNIT}`);
  if (claim === undefined) return [];
  const offers = new Map(
    plainReads(report, claim).map((read) => [
      `${formatDecimal(read.sum)}${UNIT}`,
      readingLabel(report, read),
    ]),
  );
  return [...offers].map(([newText, detail]) => ({
    kind: "number",
    label: newText,
    detail,
    newText,
    span: { start: offset, end: offset },
  }));
}

function sectionsFor(report: Report, before: string, lineStart: number, offset: number): Completion[] {
  // "", "#", "## 三", "三、收到": the beginning of a heading.
  if (!/^#{0,6}\s*[\p{sc=Han}、]{0,30}$/u.test(before)) return [];
  const hashes = sectionHashes(report);
  const marks = hashes > 0 ? `${"#".repeat(hashes)} ` : "";
  // What is being written on this line may look like a section already.
  const isElsewhere = ({ line }: Section): boolean => {
    const { start, end } = spanOf(report.document, line);
    return end < lineStart || start > offset;
  };
  const present = new Set(
    headingsOf(report)
      .filter(isElsewhere)
      .map(({ key }) => key),
  );
  const missing = report.form.sections.filter(({ number }) => !present.has(number));
  return missing.map(({ number, title }) => ({
    kind: "section",
    label: `${number}、${title}`,
    detail: l10n.t("section of the form"),
    newText: `${marks}${number}、${title}`,
    span: { start: lineStart, end: offset },
  }));
}

/** The statutory table whose section an offset is in. */
function tableAt({ document, sections, form }: Report, offset: number): TableForm | undefined {
  const contains = ({ line, last }: Section): boolean =>
    spanOf(document, line).end < offset && offset <= spanOf(document, last).end + 1;
  const key = sections.find(contains)?.key;
  const id = form.sections.find(({ number }) => number === key)?.table;
  return form.tables.find((table) => table.id === id);
}

function rowsFor({ tables }: Report, form: TableForm, before: string, offset: number): Completion[] {
  // The rows of 表四 have no labels.
  if (form.id === "表四" || /\d\s*[\t|]/.test(before)) return [];
  const cell = Math.max(before.lastIndexOf("\t"), before.lastIndexOf("|")) + 1;
  const typed = before.slice(cell).trimStart();
  const present = new Set(tables.find(({ id }) => id === form.id)?.rows.map(({ key }) => key));
  return form.rows
    .filter(({ key }) => !present.has(key))
    .map(({ label, groups }) => ({
      kind: "row",
      label,
      detail: [form.id, ...groups].join(" "),
      newText: label,
      span: { start: offset - typed.length, end: offset },
    }));
}
