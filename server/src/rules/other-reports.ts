import type { TableId } from "../forms/form.ts";
import type { Decimal } from "../text/decimal.ts";
import type { Position } from "../text/lines.ts";
import type { MoneyUnit } from "../text/money.ts";

/** What a rule is told of other reports: enough to compare with and to point at, without their text. */

/** A stretch of another file. */
export interface Elsewhere {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

/** A figure of another report. */
export interface FigureDigest {
  readonly kind: "number" | "blank" | "invalid";
  /**
   * What it counts in a sum, money in the unit of its column: a blank is 0 where its table is filled in and it is no
   * total. null: not known.
   */
  readonly value: Decimal | null;
  /** Half a unit of the last decimal place, for a figure written with decimals: it may have been rounded. */
  readonly rounding?: Decimal;
  /** Of money, where the form prints none for the column and the report tells it. */
  readonly unit?: MoneyUnit;
  /** What the relations of its own table say it should be, where they prove it wrong. */
  readonly meant?: Decimal;
  readonly line: number;
  readonly character: number;
  readonly length: number;
}

/** A paragraph of section 一 or 五, with what reports of all years share taken out. */
export interface ParagraphDigest {
  readonly section: string;
  /** Letters and digits only, years left out. */
  readonly text: string;
  readonly range: Elsewhere["range"];
}

/** One report as others see it. */
export interface ReportDigest {
  readonly uri: string;
  /** Which of the reports in its file. */
  readonly index: number;
  /** As written, without spaces. */
  readonly agency?: string;
  readonly year?: number;
  /** Figures whose row and column are sure, by name. */
  readonly figures: ReadonlyMap<string, FigureDigest>;
  readonly paragraphs: readonly ParagraphDigest[];
  /** Tables of the form that are not there at all. */
  readonly lacks?: readonly TableId[];
}

/** The members of a consolidated report for its year, added up. */
export interface MemberSum {
  /** Every member that gouji.yaml names is there and could be read. */
  readonly isWhole: boolean;
  readonly members: readonly ReportDigest[];
  /** A figure's sum; undefined where no member has it, or not all in one unit. */
  sumOf(name: string): CellSum | undefined;
}

export interface CellSum {
  readonly sum: Decimal;
  /** How many members have a figure there that counts. */
  readonly known: number;
  /** How far the sum may be off since figures with decimals are rounded. */
  readonly rounding: Decimal;
  readonly unit?: MoneyUnit;
  /** How many of the figures their own tables prove wrong. */
  readonly doubted?: number;
}

/** What other reports say that one report is compared with. */
export interface OtherReports {
  /** The same agency's report for the year before, where it is known. */
  readonly previous?: ReportDigest;
  /** For a consolidated report: its members', added up. */
  readonly members?: MemberSum;
}

/** Where a figure of another report stands. */
export function figurePlace({ uri }: ReportDigest, { line, character, length }: FigureDigest): Elsewhere {
  return { uri, range: { start: { line, character }, end: { line, character: character + length } } };
}

/** The agency, or else the name of the file. */
export function nameOf({ agency, uri }: ReportDigest): string {
  if (agency !== undefined) return agency;
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
