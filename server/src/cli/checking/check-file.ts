import { basename } from "node:path";
import { countRelations, type RelationCount } from "../../relations/count.ts";
import type { ParsedDocument } from "../../report/parsed.ts";
import {
  type Checked,
  defaultSettings,
  type LanguageService,
  type OthersOf,
  type Settings,
} from "../../service.ts";
import type { Config } from "../config/config.ts";
import type { SourceFile } from "../files/source-file.ts";
import { describeFindings, type PathOf } from "./describe.ts";
import type { FileJson } from "./json.ts";
import type { SourceText } from "./ranges.ts";
import { describeReports, reportsIn } from "./reports.ts";

/** What is told of a file that was checked. */
export interface Told {
  readonly file: FileJson;
  readonly relations: RelationCount;
  readonly reports: number;
}

/** The same with the text that it is told of. */
export interface FileResult extends Told {
  readonly source: SourceText;
}

/**
 * Checks a file, with what its reports are compared with, if anything. What is told of it holds no part of the
 * parsed document, which takes ten times the room.
 */
export function checkFile(
  service: LanguageService,
  source: SourceFile,
  othersOf?: OthersOf,
  pathOf?: PathOf,
): { readonly parsed: ParsedDocument; readonly told: Told } {
  const parsed = service.parse(source.text, source.language);
  const checked = service.check(parsed, fileNameOf(source), settingsOf(source.config), othersOf);
  const reports = reportsIn(parsed);
  const told = {
    file: describeFile(source, parsed, checked, pathOf),
    relations: countRelations(parsed.reports, source.config.relations),
    reports: reports.length,
  };
  return { parsed, told };
}

/** What the public JSON tells of a file. */
export function describeFile(
  { path, encoding }: SourceFile,
  parsed: ParsedDocument,
  checked: readonly Checked[],
  pathOf?: PathOf,
): FileJson {
  const reports = reportsIn(parsed);
  return {
    path,
    encoding,
    isReport: reports.length > 0,
    ...describeReports(reports),
    diagnostics: describeFindings(parsed, path, checked, pathOf),
  };
}

/** Name without folder, as rules want it; standard input without --stdin-name has none. */
export function fileNameOf({ path }: SourceFile): string {
  return path === "-" ? "" : basename(path);
}

export function settingsOf({ rules, relations }: Config): Settings {
  return { ...defaultSettings, rules, relations };
}
