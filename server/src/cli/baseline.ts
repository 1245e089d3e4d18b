import { readFile } from "node:fs/promises";
import { dirname, relative, resolve, sep } from "node:path";
import * as l10n from "@vscode/l10n";
import type { DiagnosticJson, FileJson } from "./checking/json.ts";
import { ConfigError, unreadable } from "./errors.ts";
import { writeAtomically } from "./files/write.ts";

/** Fingerprints of accepted findings by file, a file being named as the baseline names it. */
export type Baseline = ReadonlyMap<string, ReadonlySet<string>>;

/** How a baseline names a file: by its path from the baseline's own folder, so that it holds for every run. */
export type BaselineName = (path: string) => string;

export function baselineNames(baseline: string, cwd: string): BaselineName {
  const folder = dirname(resolve(cwd, baseline));
  return (path) => relative(folder, resolve(cwd, path)).split(sep).join("/");
}

/** The baseline's say over findings: which of a file's nobody has accepted yet. */
export type Filter = (file: FileJson) => readonly DiagnosticJson[];

/** Reads a baseline. Throws ConfigError where it is not there or is none: findings must not come back unnoticed. */
export async function loadBaseline(path: string, cwd: string): Promise<Filter> {
  let text: string;
  try {
    text = await readFile(resolve(cwd, path), "utf8");
  } catch (error) {
    throw new ConfigError(`${path}: ${unreadable(error)}`, path);
  }
  const baseline = parseBaseline(text);
  if (baseline === undefined) {
    throw new ConfigError(
      l10n.t("{0}: this is no baseline. Make it anew with --write-baseline.", path),
      path,
    );
  }
  const nameOf = baselineNames(path, cwd);
  return (file) => withoutAccepted(file, baseline, nameOf);
}

export function parseBaseline(text: string): Baseline | undefined {
  let content: { version?: unknown; findings?: unknown } | null;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  const findings = content?.findings;
  if (content?.version !== 1 || typeof findings !== "object" || findings === null) return undefined;
  const baseline = new Map<string, Set<string>>();
  for (const [path, fingerprints] of Object.entries(findings)) {
    if (!Array.isArray(fingerprints) || !fingerprints.every((one) => typeof one === "string"))
      return undefined;
    baseline.set(path, new Set(fingerprints));
  }
  return baseline;
}

export function withoutAccepted(
  file: FileJson,
  baseline: Baseline,
  nameOf: BaselineName,
): readonly DiagnosticJson[] {
  const accepted = baseline.get(nameOf(file.path));
  return accepted === undefined
    ? file.diagnostics
    : file.diagnostics.filter(({ fingerprint }) => !accepted.has(fingerprint));
}

/** The text of a baseline that accepts all findings of these files. Paths are in order, so that it compares well. */
export function writtenBaseline(files: readonly FileJson[], nameOf: BaselineName): string {
  const findings = files
    .filter(({ diagnostics }) => diagnostics.length > 0)
    .map(
      ({ path, diagnostics }) => [nameOf(path), diagnostics.map(({ fingerprint }) => fingerprint)] as const,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ version: 1, findings: Object.fromEntries(findings) }, null, 2)}\n`;
}

/** Writes a baseline. Throws ConfigError where the file cannot be written. */
export async function saveBaseline(path: string, cwd: string, files: readonly FileJson[]): Promise<void> {
  const bytes = new TextEncoder().encode(writtenBaseline(files, baselineNames(path, cwd)));
  const failure = await writeAtomically(path, resolve(cwd, path), bytes);
  if (failure !== undefined) throw new ConfigError(`${failure.path}: ${failure.message}`, path);
}
