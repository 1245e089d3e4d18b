import { readFile } from "node:fs/promises";
import { OWN_RULE } from "../../relations/bind.ts";
import { documentationUrl } from "../../rules/documentation.ts";
import { rules } from "../../rules/index.ts";
import type { Severity } from "../../rules/rule.ts";
import { indexLines } from "../../text/lines.ts";
import { relationDoubts } from "../../workspace/config/diagnostics.ts";
import type { KnownTables } from "../../workspace/config/known-tables.ts";
import { readConfig } from "../../workspace/config/read-config.ts";
import { type Span, spanAt } from "../../workspace/config/source.ts";
import { type ConfigFinding, severityOf } from "../../workspace/config-findings.ts";
import type { Config } from "../config/config.ts";
import type { FileResult } from "./check-file.ts";
import { createFingerprints } from "./fingerprint.ts";
import type { DiagnosticJson } from "./json.ts";
import { rowAt } from "./ranges.ts";

/**
 * What is found in a gouji.yaml at `path`, shown as `shown`, at the values it is about; by its own settings.
 *
 * @param known the tables that its relations may mean, where they are to be looked at.
 */
export async function describeConfig(
  path: string,
  shown: string,
  { rules: settings }: Config,
  findings: readonly ConfigFinding[],
  known: KnownTables | undefined,
): Promise<FileResult> {
  const text = await readFile(path, "utf8");
  const reading = readConfig(text, new Set(rules.map(({ code }) => code)));
  const lines = indexLines(text);
  const source = { text, lines };
  const fingerprints = createFingerprints();
  const describe = (
    code: string,
    severity: Severity,
    message: string,
    { start, end }: Span,
  ): DiagnosticJson => {
    const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
    const row = `${rowAt(source, range.start.line)} ${message}`;
    const fingerprint = fingerprints(code, {}, row);
    return {
      code,
      severity,
      message,
      range,
      related: [],
      fixes: [],
      url: documentationUrl(code),
      fingerprint,
    };
  };
  const found = findings.flatMap((finding): DiagnosticJson[] => {
    const { code, message, path, isKey } = finding;
    const severity = severityOf(finding, settings);
    if (severity === "off") return [];
    return [describe(code, severity, message, spanAt(reading.source, path, isKey) ?? { start: 0, end: 0 })];
  });
  const doubts = known === undefined || settings[OWN_RULE] === "off" ? [] : relationDoubts(reading, known);
  const doubted = doubts.map(({ severity, message, ...span }) => describe(OWN_RULE, severity, message, span));
  const diagnostics = [...found, ...doubted].sort((a, b) => a.range.start.line - b.range.start.line);
  return {
    file: { path: shown, encoding: "utf-8", isReport: false, report: null, diagnostics },
    source,
    relations: { relations: 0, holding: 0 },
    reports: 0,
  };
}
