import { type Place, spanOf } from "../document/block.ts";
import type { Form, TableId } from "../forms/form.ts";
import { amountOf } from "../report/amount.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Report } from "../report/report.ts";
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
      unfolding(keptOf(report, parsed), written, {
        uri,
        index,
        ...(agency !== undefined && { agency: agencyName(agency).name }),
        ...(year !== undefined && { year }),
        ...(lacks.length > 0 && { lacks }),
      }),
    ];
  });
}

/**
 * What other reports seldom ask for is made when they do: figures as objects, and what paragraphs say of their own.
 * A function of its own, since what it gives holds whatever it could see, and must not hold the parsed document.
 */
function unfolding(
  kept: KeptFigures,
  written: readonly Omit<ParagraphDigest & { readonly folded: string }, "text">[],
  digest: Omit<ReportDigest, "figures" | "paragraphs">,
): ReportDigest {
  let figures: ReadonlyMap<string, FigureDigest> | undefined;
  let own: readonly ParagraphDigest[] | undefined;
  return {
    ...digest,
    get figures(): ReadonlyMap<string, FigureDigest> {
      figures ??= figuresIn(kept);
      return figures;
    },
    get paragraphs(): readonly ParagraphDigest[] {
      own ??= withOwnWords(written);
      return own;
    },
  };
}

/** Figures as they wait, a list for each of their properties: a thousand reports hold 200,000 of them. */
interface KeptFigures {
  readonly names: readonly string[];
  readonly kinds: readonly FigureDigest["kind"][];
  readonly values: readonly FigureDigest["value"][];
  /** Line, character and length of each. */
  readonly places: Int32Array;
  /** What only some have, by name. */
  readonly more: ReadonlyMap<string, Pick<FigureDigest, "rounding" | "unit" | "meant">>;
}

function keptOf(report: Report, { document, lines }: ParsedDocument): KeptFigures {
  const filledIn = new Set<TableId>();
  for (const { kind, table } of report.figures.values()) if (kind === "number") filledIn.add(table);
  const totals = totalsOf(report.form);
  const unsure = unsureIn(report);
  const { corrected } = accusedFigures(report);
  const names: string[] = [];
  const kinds: FigureDigest["kind"][] = [];
  const values: FigureDigest["value"][] = [];
  const places = new Int32Array(3 * report.figures.size);
  const more = new Map<string, Pick<FigureDigest, "rounding" | "unit" | "meant">>();
  for (const [name, figure] of report.figures) {
    if (unsure.has(name)) continue;
    const { kind, table, place } = figure;
    const { value, rounding, unit } = amountOf(report, figure);
    const countsAsNothing = kind === "blank" && filledIn.has(table) && !totals.has(name);
    const { line, character } = lines.positionAt(document.offsetOf(place.block) + place.start);
    const at = 3 * names.push(name) - 3;
    places[at] = line;
    places[at + 1] = character;
    places[at + 2] = place.end - place.start;
    kinds.push(kind);
    values.push(countsAsNothing ? 0n : value);
    const meant = corrected.get(name);
    if (rounding === 0n && unit === undefined && meant === undefined) continue;
    more.set(name, {
      ...(rounding !== 0n && { rounding }),
      ...(unit !== undefined && { unit }),
      ...(meant !== undefined && { meant }),
    });
  }
  return { names, kinds, values, places, more };
}

function figuresIn({ names, kinds, values, places, more }: KeptFigures): ReadonlyMap<string, FigureDigest> {
  const at = (index: number): number => places[index] ?? 0;
  return new Map(
    names.map((name, index) => [
      name,
      {
        kind: kinds[index] ?? "invalid",
        value: values[index] ?? null,
        line: at(3 * index),
        character: at(3 * index + 1),
        length: at(3 * index + 2),
        ...more.get(name),
      },
    ]),
  );
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

function rangeAt({ document, lines }: ParsedDocument, place: Place): ParagraphDigest["range"] {
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
