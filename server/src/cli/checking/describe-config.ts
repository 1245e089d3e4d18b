import { readFile } from "node:fs/promises";
import { relative, sep } from "node:path";
import { documentationUrl } from "../../rules/documentation.ts";
import { rules } from "../../rules/index.ts";
import { indexLines } from "../../text/lines.ts";
import { readSource, spanAt } from "../../workspace/config/source.ts";
import type { ConfigFinding } from "../../workspace/config-findings.ts";
import type { Config } from "../config/config.ts";
import type { FileResult } from "./check-file.ts";
import { createFingerprints } from "./fingerprint.ts";
import type { DiagnosticJson } from "./json.ts";
import { rowAt } from "./ranges.ts";

/** What is found in a gouji.yaml at `path`, at the values it is about; by its own settings. */
export async function describeConfig(
  path: string,
  { rules: settings }: Config,
  cwd: string,
  findings: readonly ConfigFinding[],
): Promise<FileResult> {
  const text = await readFile(path, "utf8");
  const configSource = readSource(text);
  const lines = indexLines(text);
  const source = { text, lines };
  const fingerprints = createFingerprints();
  const diagnostics = findings.flatMap(({ code, message, path }): DiagnosticJson[] => {
    const severity = settings[code] ?? rules.find((rule) => rule.code === code)?.severity ?? "warning";
    if (severity === "off") return [];
    const { start, end } = spanAt(configSource, path) ?? { start: 0, end: 0 };
    const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
    const row = `${rowAt(source, range.start.line)} ${message}`;
    const fingerprint = fingerprints(code, {}, row);
    return [{ code, severity, message, range, url: documentationUrl(code), fingerprint }];
  });
  const shown = relative(cwd, path).replaceAll(sep, "/");
  return {
    file: { path: shown, encoding: "utf-8", isReport: false, report: null, diagnostics },
    source,
    relations: { relations: 0, holding: 0 },
    reports: 0,
  };
}
