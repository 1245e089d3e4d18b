import { spanOf } from "../document/block.ts";
import { relationsOf } from "../reconcile/in-report.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { FigureRow, Report, StatutoryTable } from "../report/report.ts";
import { partsOf } from "../rules/relations/labels.ts";
import { writeNumber } from "../rules/relations/write-number.ts";
import { relationTitle } from "./relation-title.ts";
import { reportAt } from "./report-at.ts";
import type { Span } from "./statutory-data.ts";
import { targetAt } from "./target.ts";

/** A sum that a total may be, and the relation that makes it. */
export interface TotalSum {
  readonly newText: string;
  readonly relation: string;
  /** What it takes the place of. */
  readonly span: Span;
}

/** A cell of the form, written or not: its name, and where its figure stands or would stand. */
interface FormCell {
  readonly name: string;
  readonly span: Span;
}

/** Between a cell's edge and a cursor in it. */
const ROOM = /^[ \u3000]*$/;
/** Between two figures whose middle one is not written. */
const GAP = /^[\s|]*$/;
const EDGE = /[\t\n|]/;

/** The sums that the total at an offset may be, one for each relation that makes it; undefined where no cell is. */
export function totalSumsAt(parsed: ParsedDocument, offset: number): TotalSum[] | undefined {
  const report = reportAt(parsed, offset);
  const cell =
    report && (writtenAt(parsed, offset) ?? blankAt(report, offset) ?? unwrittenAt(report, offset));
  return report && cell && sumsFor(report, cell);
}

function sumsFor(report: Report, { name, span }: FormCell): TotalSum[] {
  const written = report.document.text.slice(span.start, span.end);
  const sums = new Map<string, string>();
  for (const { form, outcomes, lookup } of relationsOf(report)) {
    for (const { relation, left } of outcomes) {
      const [total, ...more] = relation.right;
      const isKnown = relation.left.every((one) => lookup(one, relation)?.value != null);
      if (total !== name || more.length > 0 || !isKnown || left === report.figures.get(name)?.value) continue;
      sums.set(writeNumber(written, left), relationTitle(form, relation));
    }
  }
  return [...sums].map(([newText, relation]) => ({ newText, relation, span }));
}

function writtenAt(parsed: ParsedDocument, offset: number): FormCell | undefined {
  const target = targetAt(parsed, offset);
  if (target?.kind !== "figure") return undefined;
  return { name: target.figure.name, span: spanOf(parsed.document, target.figure.place) };
}

/** A blank cell with room in it, in which the cursor stands. */
function blankAt({ document, tables }: Report, offset: number): FormCell | undefined {
  for (const { name, kind, place } of tables.flatMap(({ rows }) => rows.flatMap(({ figures }) => figures))) {
    if (kind !== "blank") continue;
    const span = spanOf(document, place);
    const [from, to] = offset < span.start ? [offset, span.start] : [span.end, offset];
    if (ROOM.test(document.text.slice(from, to))) return { name, span };
  }
  return undefined;
}

/** The one cell that a row lacks, where the cursor stands between its neighbours. */
function unwrittenAt(report: Report, offset: number): FormCell | undefined {
  for (const table of report.tables) {
    for (const row of table.rows) {
      const name = lackedBy(report, table, row);
      if (name !== undefined && isBetween(report, row, name, offset)) {
        return { name, span: { start: offset, end: offset } };
      }
    }
  }
  return undefined;
}

/** The one figure that a row lacks; undefined where it lacks none or several, or which is not certain. */
function lackedBy(
  { form }: Report,
  { id, missing, uncertain, guessed }: StatutoryTable,
  { key, figures }: FigureRow,
): string | undefined {
  const own = missing.filter((name) => partsOf(name).row === key);
  const width = form.tables.find((table) => table.id === id)?.rows.find((row) => row.key === key)
    ?.columns.length;
  const isSure = figures.every(({ name }) => !uncertain.has(name) && guessed?.has(name) !== true);
  return own.length === 1 && isSure && figures.length + 1 === width ? own[0] : undefined;
}

function isBetween({ document, form }: Report, row: FigureRow, name: string, offset: number): boolean {
  const columns = form.tables
    .flatMap(({ id, rows }) => (name.startsWith(`${id}/`) ? rows : []))
    .find(({ key }) => key === row.key)?.columns;
  const at = columns?.indexOf(partsOf(name).column) ?? -1;
  const before = row.figures[at - 1]?.place ?? row.labelPlace;
  const behind = row.figures[at]?.place;
  if (at < 0 || before === undefined) return false;
  const { text } = document;
  const start = spanOf(document, before).end;
  if (offset < start) return false;
  const left = text.slice(start, offset);
  const lineEnd = text.indexOf("\n", offset);
  const end = behind === undefined ? lineEnd : spanOf(document, behind).start;
  const right = text.slice(offset, end < 0 ? text.length : end);
  return GAP.test(left) && EDGE.test(left) && GAP.test(right) && (behind === undefined || EDGE.test(right));
}
