import * as l10n from "@vscode/l10n";
import { spanOf } from "../../document/block.ts";
import { amountOf } from "../../report/amount.ts";
import type { Figure, Report } from "../../report/report.ts";
import { type FigureDigest, figurePlace, type ReportDigest } from "../../rules/other-reports.ts";
import { rowLabel } from "../../rules/relations/labels.ts";
import { type Decimal, formatDecimal } from "../../text/decimal.ts";
import { growthOf } from "../../text/growth.ts";
import { escapeHtml } from "./escape.ts";

interface Row {
  readonly figure: Figure;
  readonly now: Decimal;
  readonly before: FigureDigest;
  readonly was: Decimal;
}

/** Units of a bar at its longest. */
const LONGEST = 100;

/** Every figure that is known of both years and not 0 in both, side by side; folded until it is asked for. */
export function yearsHtml(report: Report, previous: ReportDigest): string {
  const tables = report.form.tables.map(({ id }) => tableRows(report, previous, id));
  const shown = tables.map((rows) => rows.filter(({ now, was }) => now !== 0n || was !== 0n));
  const known = tables.reduce((sum, { length }) => sum + length, 0);
  const rest = known - shown.reduce((sum, { length }) => sum + length, 0);
  const head = [l10n.t("Figure"), previous.year ?? l10n.t("Last year"), report.year ?? l10n.t("This year")];
  const heads = [...head, l10n.t("Change"), l10n.t("Growth")].map(
    (text) => `<th scope="col">${escapeHtml(String(text))}</th>`,
  );
  const title = escapeHtml(l10n.t("Compared with last year"));
  const notes = [
    l10n.t("A bar is measured by the largest figure of its table."),
    ...(rest > 0 ? [l10n.t("{0} more figures are 0 in both years.", rest)] : []),
  ].map((note) => `<p>${escapeHtml(note)}</p>`);
  const body = shown.map((rows) => tableHtml(report, previous, rows)).join("\n");
  return (
    `<details class="years"><summary>${title}</summary><div class="wide"><table>` +
    `<thead><tr>${heads.join("")}</tr></thead>${body}</table></div>${notes.join("")}</details>`
  );
}

function tableRows(report: Report, previous: ReportDigest, table: string): Row[] {
  return [...report.figures.values()].flatMap((figure): Row[] => {
    const before = previous.figures.get(figure.name);
    const { value: now, unit } = amountOf(report, figure);
    if (figure.table !== table || now === null || before?.value == null || before.unit !== unit) return [];
    return [{ figure, now, before, was: before.value }];
  });
}

/** The largest value of a table, which its bars are measured by. */
function largest(rows: readonly Row[]): Decimal {
  return rows.reduce((most, { now, was }) => max(most, max(now, was)), 0n);
}

function max(a: Decimal, b: Decimal): Decimal {
  return a > b ? a : b;
}

/** The figures of a table, each row of the form under a head of its own, so that a line needs its column only. */
function tableHtml(report: Report, previous: ReportDigest, rows: readonly Row[]): string {
  const most = largest(rows);
  const keys = [...new Set(rows.map(({ figure }) => figure.row))];
  return keys
    .map((key) => {
      const own = rows.filter(({ figure }) => figure.row === key);
      const head = own[0] && labelOf(report, own[0].figure);
      return (
        `<tbody><tr><th scope="rowgroup" colspan="5">${escapeHtml(head ?? "")}</th></tr>` +
        `${own.map((row) => rowHtml(report, previous, row, most)).join("\n")}</tbody>`
      );
    })
    .join("\n");
}

function labelOf(report: Report, { table, row }: Figure): string {
  const form = report.form.tables.find(({ id }) => id === table);
  return `${table} ${form === undefined ? row : rowLabel(form, row)}`;
}

function rowHtml(
  report: Report,
  previous: ReportDigest,
  { figure, now, before, was }: Row,
  most: Decimal,
): string {
  const label = `${labelOf(report, figure)}/${figure.column}`;
  const { uri, range } = figurePlace(previous, before);
  const { line, character } = range.start;
  const there = `data-uri="${escapeHtml(uri)}" data-line="${line}" data-character="${character}"`;
  const here = `data-open="${spanOf(report.document, figure.place).start}"`;
  const button = (value: Decimal, attributes: string): string =>
    `<td><button type="button" ${attributes} aria-label="${escapeHtml(l10n.t("{0}: {1}", label, formatDecimal(value)))}">${formatDecimal(value)}</button>${bar(value, most)}</td>`;
  const cells = [
    button(was, there),
    button(now, here),
    ...changeSince(was, now).map((text) => `<td>${text}</td>`),
  ];
  return `<tr><th scope="row">${escapeHtml(figure.column)}</th>${cells.join("")}</tr>`;
}

/** By how much, and by how many per cent: of nothing there is no growth. */
function changeSince(was: Decimal, now: Decimal): [string, string] {
  const { difference = "0", percent } = growthOf(was, now) ?? {};
  return [difference, percent !== undefined ? `${percent}%` : was === 0n ? "—" : "0%"];
}

/** Drawn by attributes: the page's content security policy allows no style of a single element. */
function bar(value: Decimal, most: Decimal): string {
  const width = most <= 0n || value <= 0n ? 0n : (value * BigInt(LONGEST) + most - 1n) / most;
  return `<svg aria-hidden="true" viewBox="0 0 ${LONGEST} 4" preserveAspectRatio="none"><rect width="${width}" height="4"/></svg>`;
}
