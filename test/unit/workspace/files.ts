import { type Language, spanOf } from "../../../server/src/document/block.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import type { ParsedDocument } from "../../../server/src/report/parsed.ts";
import type { Elsewhere } from "../../../server/src/rules/other-reports.ts";
import type { Finding, Rule, Severity } from "../../../server/src/rules/rule.ts";
import { indexLines } from "../../../server/src/text/lines.ts";
import { digestsOf } from "../../../server/src/workspace/digest.ts";
import {
  createWorkspace,
  type FolderConfig,
  type Workspace,
} from "../../../server/src/workspace/workspace.ts";
import type { Figures } from "../report/layouts.ts";
import { type ReportOptions, reportText } from "../rules/report-text.ts";

export const FOLDER = "file:///office/";

export interface OfficeOptions extends ReportOptions {
  readonly agency?: string;
  /** Paragraphs put into a section, by its number. */
  readonly prose?: Readonly<Record<string, string>>;
}

/** A clean report of an agency. */
export function officeReport({ agency = "东风街道", prose = {}, ...options }: OfficeOptions = {}): string {
  const text = reportText(options).replaceAll("东风街道", agency);
  return Object.entries(prose).reduce(
    (now, [section, paragraph]) =>
      now.replace(new RegExp(`^(#* ?${section}、.*)$`, "m"), (heading) => `${heading}\n\n${paragraph}`),
    text,
  );
}

/** Figures of several reports, cell by cell. */
export function added(all: readonly Figures[]): Figures {
  const sums: Record<string, number> = {};
  for (const figures of all)
    for (const [name, text] of Object.entries(figures)) sums[name] = (sums[name] ?? 0) + Number(text);
  return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, String(sum)]));
}

/** Figures with one of them changed by so much. */
export function off(figures: Figures, name: string, by: number): Figures {
  return { ...figures, [name]: String(Number(figures[name]) + by) };
}

export interface Told extends Finding {
  readonly rule: string;
  readonly level: Severity;
  /** What stands at the related places, with the file. */
  readonly others: readonly string[];
}

/** Files held together as a folder of the workspace has them. */
export interface Office {
  readonly workspace: Workspace;
  write(name: string, text: string): readonly string[];
  remove(name: string): readonly string[];
  findings(name: string, rules: readonly Rule[]): readonly Told[];
  parsed(name: string): ParsedDocument;
  /** "2022.txt: 3": the file, and what stands there. */
  textAt(place: Elsewhere): string;
}

export function office(files: Readonly<Record<string, string>>, config?: Partial<FolderConfig>): Office {
  const workspace = createWorkspace();
  const read = new Map<string, ParsedDocument>();
  const uri = (name: string): string => FOLDER + encodeURI(name);
  const nameOf = (one: string): string => decodeURI(one.slice(FOLDER.length));
  if (config !== undefined) workspace.configure(FOLDER, { consolidated: [], previous: {}, ...config });
  const parsed = (name: string): ParsedDocument => {
    const one = read.get(name);
    if (one === undefined) throw new Error(`no file ${name}`);
    return one;
  };
  const write = (name: string, text: string): readonly string[] => {
    const now = parseText(text, languageOf(name), read.get(name));
    read.set(name, now);
    return workspace.set(uri(name), digestsOf(uri(name), now)).map(nameOf);
  };
  const textAt = ({ uri: other, range }: Elsewhere): string => {
    const { text } = parsed(nameOf(other)).document;
    const lines = indexLines(text);
    return `${nameOf(other)}: ${text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))}`;
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    workspace,
    write,
    parsed,
    textAt,
    remove(name) {
      read.delete(name);
      return workspace.delete(uri(name)).map(nameOf);
    },
    findings: (name, rules) =>
      parsed(name).reports.flatMap((report, index) => {
        const others = workspace.othersOf(uri(name), index);
        return rules.flatMap((rule) =>
          [...rule.check({ report, fileName: name, ...others })].map((finding) => ({
            ...finding,
            rule: rule.code,
            level: finding.severity ?? rule.severity,
            others: (finding.related ?? []).flatMap(({ elsewhere }) =>
              elsewhere ? [textAt(elsewhere)] : [],
            ),
          })),
        );
      }),
  };
}

/** What stands at a finding. */
export function textOf({ parsed }: Office, name: string, { place }: Finding): string {
  const { document } = parsed(name);
  const { start, end } = spanOf(document, place);
  return document.text.slice(start, end);
}

function languageOf(name: string): Language {
  return name.endsWith(".md") ? "markdown" : "plaintext";
}
