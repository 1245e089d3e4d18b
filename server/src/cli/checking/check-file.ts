import { basename } from "node:path";
import { countRelations, type RelationCount } from "../../reconcile/count.ts";
import type { ParsedDocument } from "../../report/parsed.ts";
import { type Checked, defaultSettings, type LanguageService, type Settings } from "../../service.ts";
import type { Config } from "../config/config.ts";
import type { SourceFile } from "../files/source-file.ts";
import { describeFindings } from "./describe.ts";
import type { FileJson } from "./json.ts";
import { describeReports, reportsIn } from "./reports.ts";

/** A file checked: what is told of it, and the text that it is told of. */
export interface FileResult {
  readonly file: FileJson;
  readonly parsed: ParsedDocument;
  readonly relations: RelationCount;
  readonly reports: number;
}

export function checkFile(service: LanguageService, source: SourceFile): FileResult {
  const parsed = service.parse(source.text, source.language);
  const checked = service.check(parsed, fileNameOf(source), settingsOf(source.config));
  const reports = reportsIn(parsed);
  return {
    file: describeFile(source, parsed, checked),
    parsed,
    relations: countRelations(reports),
    reports: reports.length,
  };
}

/** What the public JSON tells of a file. */
export function describeFile(
  { path, encoding }: SourceFile,
  parsed: ParsedDocument,
  checked: readonly Checked[],
): FileJson {
  const reports = reportsIn(parsed);
  return {
    path,
    encoding,
    isReport: reports.length > 0,
    ...describeReports(reports),
    diagnostics: describeFindings(parsed, path, checked),
  };
}

/** Name without folder, as rules want it; standard input without --stdin-name has none. */
export function fileNameOf({ path }: SourceFile): string {
  return path === "-" ? "" : basename(path);
}

export function settingsOf({ rules }: Config): Settings {
  return { ...defaultSettings, rules };
}
