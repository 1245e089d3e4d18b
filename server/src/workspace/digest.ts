import { spanOf } from "../document/block.ts";
import type { Form, TableId } from "../forms/form.ts";
import { type Amount, amountOf } from "../report/amount.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Figure, Report } from "../report/report.ts";
import type { FigureDigest, ParagraphDigest, ReportDigest } from "../rules/other-reports.ts";
import { withOwnWords, writtenParagraphsOf } from "../rules/previous-paragraphs.ts";
import { accusedFigures } from "../rules/statutory-figures.ts";
import { unsureIn } from "../rules/sure-figures.ts";
import { agencyName } from "./agency.ts";
import { identityOfFile } from "./file-identity.ts";

/** What gouji writes at the head of a page that it prints, and how near the beginning that is. */
const PRINTED = '<meta name="generator" content="gouji">';
const HEAD = 200;

/**
 * The reports of a file as other reports see them; a text that is none gives none, nor does a print of one. Of one
 * without a title the file's name tells what the text does not.
 */
export function digestsOf(uri: string, parsed: ParsedDocument): readonly ReportDigest[] {
  if (parsed.document.text.slice(0, HEAD).includes(PRINTED)) return [];
  const isAlone = parsed.reports.filter(({ isReport }) => isReport).length === 1;
  return parsed.reports.flatMap((report, index) => {
    if (!report.isReport) return [];
    const named = report.title === undefined && isAlone ? identityOfFile(uri) : {};
    const { agency = named.agency, year = named.year } = report;
    const lacks = report.form.tables
      .map(({ id }) => id)
      .filter((id) => !report.tables.some((table) => table.id === id));
    const written = writtenParagraphsOf(report).map(({ section, folded, place }) => ({
      section,
      folded,
      range: rangeAt(parsed, place),
    }));
    return [
      withParagraphs(written, {
        uri,
        index,
        ...(agency !== undefined && { agency: agencyName(agency).name }),
        ...(year !== undefined && { year }),
        figures: figuresOf(report, parsed),
        ...(lacks.length > 0 && { lacks }),
      }),
    ];
  });
}

/**
 * What paragraphs say of their own is asked for only where there is another year's report. A function of its own,
 * since what it gives holds whatever it could see, and must not hold the parsed document.
 */
function withParagraphs(
  written: readonly Omit<ParagraphDigest & { readonly folded: string }, "text">[],
  digest: Omit<ReportDigest, "paragraphs">,
): ReportDigest {
  let own: readonly ParagraphDigest[] | undefined;
  return {
    ...digest,
    get paragraphs(): readonly ParagraphDigest[] {
      own ??= withOwnWords(written);
      return own;
    },
  };
}

function figuresOf(report: Report, parsed: ParsedDocument): ReadonlyMap<string, FigureDigest> {
  const filledIn = new Set<TableId>();
  for (const { kind, table } of report.figures.values()) if (kind === "number") filledIn.add(table);
  const totals = totalsOf(report.form);
  const unsure = unsureIn(report);
  const { corrected } = accusedFigures(report);
  const digests = new Map<string, FigureDigest>();
  for (const [name, figure] of report.figures) {
    if (unsure.has(name)) continue;
    const countsAsNothing = figure.kind === "blank" && filledIn.has(figure.table) && !totals.has(name);
    const amount = amountOf(report, figure);
    const digest = digestOf(figure, countsAsNothing ? { ...amount, value: 0n } : amount, parsed);
    const meant = corrected.get(name);
    digests.set(name, meant === undefined ? digest : { ...digest, meant });
  }
  return digests;
}

const totalsByForm = new WeakMap<Form, ReadonlySet<string>>();

/** Figures that others add up to: left blank they are open, not 0. */
function totalsOf(form: Form): ReadonlySet<string> {
  const known = totalsByForm.get(form);
  if (known !== undefined) return known;
  const relations = form.tables.flatMap((table) => table.relations);
  const totals = new Set(relations.flatMap(({ right }) => (right.length === 1 ? right : [])));
  totalsByForm.set(form, totals);
  return totals;
}

function digestOf(
  { kind, place }: Figure,
  { value, rounding, unit }: Amount,
  { document, lines }: ParsedDocument,
): FigureDigest {
  const { line, character } = lines.positionAt(document.offsetOf(place.block) + place.start);
  const digest = { kind, value, line, character, length: place.end - place.start };
  if (rounding === 0n && unit === undefined) return digest;
  return { ...digest, ...(rounding !== 0n && { rounding }), ...(unit !== undefined && { unit }) };
}

function rangeAt({ document, lines }: ParsedDocument, place: Figure["place"]): ParagraphDigest["range"] {
  const { start, end } = spanOf(document, place);
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

/** Whether nothing that other reports could be told has changed. */
export function sameDigests(a: readonly ReportDigest[], b: readonly ReportDigest[]): boolean {
  return a.length === b.length && a.every((one, index) => isSame(one, b[index]));
}

function isSame(a: ReportDigest, b: ReportDigest | undefined): boolean {
  if (b === undefined || a.agency !== b.agency || a.year !== b.year || a.index !== b.index) return false;
  if (a.lacks?.join() !== b.lacks?.join()) return false;
  if (a.figures.size !== b.figures.size || a.paragraphs.length !== b.paragraphs.length) return false;
  for (const [name, figure] of a.figures) {
    const other = b.figures.get(name);
    if (other === undefined || !sayTheSame(figure, other)) return false;
    if (figure.line !== other.line || figure.character !== other.character || figure.length !== other.length)
      return false;
  }
  return a.paragraphs.every(({ text, range }, index) => {
    const other = b.paragraphs[index];
    return other?.text === text && JSON.stringify(other.range) === JSON.stringify(range);
  });
}

/** Whether two reports have the same figures, wherever they stand. */
export function sameFigures(a: ReportDigest, b: ReportDigest): boolean {
  if (a.figures.size !== b.figures.size) return false;
  for (const [name, figure] of a.figures) {
    const other = b.figures.get(name);
    if (other === undefined || !sayTheSame(figure, other)) return false;
  }
  return true;
}

function sayTheSame(a: FigureDigest, b: FigureDigest): boolean {
  return (
    a.kind === b.kind &&
    a.value === b.value &&
    a.rounding === b.rounding &&
    a.unit === b.unit &&
    a.meant === b.meant
  );
}
