import * as l10n from "@vscode/l10n";
import type { ParsedDocument } from "../../report/parsed.ts";
import type { Report, StatutoryTable } from "../../report/report.ts";
import { createLanguageService } from "../../service.ts";
import { displayWidth, padEnd, padStart } from "../../text/width.ts";
import type { Arguments } from "../args.ts";
import { rangeAcross } from "../checking/ranges.ts";
import { reportsIn } from "../checking/reports.ts";
import { describeTables } from "../checking/tables.ts";
import { type ExitStatus, FAILED, OK } from "../exit-status.ts";
import { guarded } from "../files/guarded.ts";
import { isFailure } from "../files/source-file.ts";
import { readOneFile, tellFailure } from "../input.ts";
import type { Io } from "../io.ts";
import { asData } from "../print.ts";

/** `gouji tables`. */
export async function tables(args: Arguments, io: Io): Promise<ExitStatus> {
  const source = await readOneFile(args, io);
  const parsed = isFailure(source)
    ? source
    : guarded(source.path, () => createLanguageService().parse(source.text, source.language));
  if (isFailure(parsed)) {
    tellFailure(parsed, io);
    return FAILED;
  }
  const { tables: found, ...about } = describeTables(parsed);
  const data = asData(args, { ...about, tables: found }, [about, ...found]);
  if (data !== undefined) {
    io.stdout.write(data);
    return OK;
  }
  const reports = reportsIn(parsed);
  const texts = reports.flatMap((report) => reportText(parsed, report));
  io.stdout.write(
    texts.length > 0 ? texts.join("\n") : `${l10n.t("There is no statutory table in this file.")}\n`,
  );
  return OK;
}

function reportText(parsed: ParsedDocument, report: Report): string[] {
  return report.tables.map((table) => tableText(parsed, report, table));
}

/** A table's figures below its columns, rows by the keys that cell names are made of. */
function tableText(parsed: ParsedDocument, report: Report, table: StatutoryTable): string {
  const { start, end } = rangeAcross(parsed, table.first, table.last);
  const place = l10n.t("{0} ({1}), lines {2} to {3}", table.id, table.layout, start.line + 1, end.line + 1);
  const form = report.form.tables.find(({ id }) => id === table.id);
  const lines: string[] = [];
  let columns: readonly string[] = [];
  for (const { key, figures } of table.rows) {
    const wanted = form?.rows.find((row) => row.key === key)?.columns ?? [];
    if (wanted.join() !== columns.join()) lines.push(rowText("", wanted, wanted));
    columns = wanted;
    const texts = wanted.map((column) => figures.find((figure) => figure.column === column)?.text ?? "?");
    lines.push(rowText(key, texts, wanted));
  }
  const missing = table.missing.length === 0 ? [] : [l10n.t("Missing: {0}", table.missing.join(", "))];
  return `${[place, ...lines, ...missing].join("\n")}\n`;
}

const KEY_WIDTH = 18;

function rowText(key: string, texts: readonly string[], columns: readonly string[]): string {
  const cells = texts.map((text, index) => padStart(text, displayWidth(columns[index] ?? "", 1), 1));
  return `  ${padEnd(key, KEY_WIDTH, 1)}  ${cells.join("  ")}`;
}
