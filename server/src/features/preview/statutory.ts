import * as l10n from "@vscode/l10n";
import { type Place, spanOf } from "../../document/block.ts";
import { figureName, type TableForm } from "../../forms/form.ts";
import type { Figure, Report, StatutoryTable } from "../../report/report.ts";
import { cellLabel } from "../../rules/relations/labels.ts";
import { unsureIn } from "../../rules/sure-figures.ts";
import { statutoryTable } from "../../tables/write/statutory.ts";
import { escapeHtml } from "./escape.ts";
import { headPlaces } from "./head-places.ts";
import { attributes, type Mark, sourceAttributes } from "./marks.ts";
import { type CellView, tableHtml } from "./table.ts";

/** A statutory table with its official merged cells, each cell leading to its place in the text. */
export function statutoryHtml(
  report: Report,
  table: StatutoryTable,
  marks: readonly Mark[],
  at: string,
): string {
  const { id } = table;
  const form = report.form.tables.find((one) => one.id === id);
  if (form === undefined) return "";
  // The cells of figures and of rows' labels are told from the rest by their names.
  const labels = new Map(form.rows.map(({ key, label }) => [`${id}#${key}`, label]));
  const data = statutoryTable(form, {
    figure: ({ key }, column) => figureName(id, key, column),
    wording: (text, row) => (text === row?.label ? `${id}#${row.key}` : text),
  });
  const heads = data.rows.flat().filter(({ head }) => head);
  const places = headPlaces(
    table,
    heads.map(({ text }) => labels.get(text) ?? text),
  );
  return tableHtml(data, `${at} class="statutory"`, (cell): CellView => {
    const { text } = cell;
    if (text.startsWith(`${id}/`)) return figureView(report, form, text, marks);
    const label = labels.get(text);
    const key = label === undefined ? keyOfGroup(form, text) : text.slice(id.length + 1);
    const place = places[heads.indexOf(cell)] ?? labelPlace(table, key);
    return { text: label ?? text, isFigure: false, attributes: placeAttributes(report, place) };
  });
}

/** The first row of a group. */
function keyOfGroup({ rows }: TableForm, group: string): string | undefined {
  return rows.find(({ groups }) => groups.includes(group))?.key;
}

function labelPlace({ rows }: StatutoryTable, key: string | undefined): Place | undefined {
  const row = rows.find((one) => one.key === key);
  return row?.labelPlace ?? row?.figures[0]?.place;
}

function placeAttributes({ document }: Report, place: Place | undefined): string {
  return place === undefined ? "" : sourceAttributes(spanOf(document, place).start, []);
}

function figureView(report: Report, form: TableForm, name: string, marks: readonly Mark[]): CellView {
  const figure = report.figures.get(name);
  if (figure === undefined) return { text: "", isFigure: true, attributes: lackingAttributes(report, name) };
  const label = `${form.id} ${cellLabel(form, name)}`;
  const { start } = spanOf(report.document, figure.place);
  return {
    text: figure.text,
    isFigure: true,
    attributes: `${sourceAttributes(start, marks, quietAttributes(report, figure, label))} data-cell="${name}"`,
  };
}

/** What a cell says that nothing is wrong with. */
function quietAttributes(report: Report, { name, kind }: Figure, label: string): string {
  if (unsureIn(report).has(name)) return unsureAttributes();
  return kind === "blank"
    ? attributes("blank", l10n.t("{0}: blank", label))
    : ` title="${escapeHtml(label)}"`;
}

/** Which of a row's figures is missing can be told as little as the columns of the others. */
function lackingAttributes(report: Report, name: string): string {
  const row = name.slice(0, name.lastIndexOf("/") + 1);
  const isUnsure = [...unsureIn(report)].some((other) => other.startsWith(row));
  return isUnsure ? unsureAttributes() : attributes("missing", l10n.t("This figure is missing"));
}

function unsureAttributes(): string {
  return attributes(
    "unsure",
    l10n.t("The row has a figure too few or too many: which column this is cannot be told"),
  );
}
