import { rangeOf } from "../../features/ranges.ts";
import type { ParsedDocument } from "../../report/parsed.ts";
import type { Report, StatutoryTable } from "../../report/report.ts";
import type { Layout } from "../../tables/grid.ts";
import { formatDecimal } from "../../text/decimal.ts";
import type { RangeJson } from "./json.ts";
import { rangeAcross } from "./ranges.ts";
import { describeReports, indexIn, type ReportsJson, reportsIn } from "./reports.ts";

/** The public JSON of `gouji tables`. */
export interface TablesJson extends ReportsJson {
  readonly version: 1;
  readonly tables: readonly TableJson[];
}

export interface TableJson {
  readonly id: string;
  readonly layout: Layout;
  readonly range: RangeJson;
  readonly complete: boolean;
  readonly missing: readonly string[];
  readonly cells: readonly CellJson[];
  readonly reportIndex?: number;
}

export interface CellJson {
  readonly cell: string;
  readonly text: string;
  /** A decimal; null for a blank and for what is no number. */
  readonly value: string | null;
  readonly range: RangeJson;
  readonly reportIndex?: number;
}

export function describeTables(parsed: ParsedDocument): TablesJson {
  const reports = reportsIn(parsed);
  return {
    version: 1,
    ...describeReports(reports),
    tables: reports.flatMap((report) =>
      report.tables.map((table) => describeTable(parsed, table, reports, report)),
    ),
  };
}

function describeTable(
  parsed: ParsedDocument,
  { id, layout, first, last, rows, missing, uncertain }: StatutoryTable,
  reports: readonly Report[],
  report: Report,
): TableJson {
  const index = indexIn(reports, report);
  const cells = rows.flatMap(({ figures }) =>
    figures.map(({ name, text, value, place }) => ({
      cell: name,
      text,
      value: value === null ? null : formatDecimal(value),
      range: rangeOf(parsed, place),
      ...index,
    })),
  );
  const range = rangeAcross(parsed, first, last);
  const complete = missing.length === 0 && uncertain.size === 0;
  return { id, layout, range, complete, missing, cells, ...index };
}
