import * as l10n from "@vscode/l10n";
import { LineCounter, parseDocument } from "yaml";
import type { Severity } from "../../rules/rule.ts";
import { ConfigError } from "../errors.ts";
import type { Config } from "./config.ts";

const KEYS = ["include", "exclude", "rules", "consolidated", "previous"];
const SEVERITIES = ["error", "warning", "information", "hint", "off"];

/**
 * Reads the text of a gouji.yaml. `shown` is the path that a mistake is told with, `codes` the rules there are.
 * Throws ConfigError where the text is no YAML, a key is unknown, or a value is not what the key takes.
 */
export function readConfig(text: string, path: string, shown: string, codes: ReadonlySet<string>): Config {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const { line } = lineCounter.linePos(broken.pos[0]);
    throw new ConfigError(l10n.t("{0}, line {1}: this is no valid YAML.", shown, line));
  }
  const mistake: Mistake = (message) => {
    throw new ConfigError(`${shown}: ${message}`);
  };
  const content: unknown = document.toJS() ?? {};
  if (!isMapping(content)) mistake(l10n.t("The file must hold keys such as “rules:”."));
  for (const key of Object.keys(content)) {
    if (!KEYS.includes(key)) mistake(l10n.t("The key “{0}” is unknown. Known: {1}.", key, KEYS.join(", ")));
  }
  const patterns = (key: string): readonly string[] | undefined => {
    const value = content[key];
    if (value === undefined || value === null) return undefined;
    if (!isTexts(value)) mistake(l10n.t("“{0}” must be a list of patterns.", key));
    for (const pattern of value) checkBelow(pattern, mistake);
    return value;
  };
  return {
    path,
    include: patterns("include"),
    exclude: patterns("exclude") ?? [],
    rules: rulesOf(content.rules, codes, mistake),
    consolidated: consolidatedOf(content.consolidated, mistake),
    previous: previousOf(content.previous, mistake),
  };
}

type Mistake = (message: string) => never;

function rulesOf(value: unknown, codes: ReadonlySet<string>, mistake: Mistake): Config["rules"] {
  if (value === undefined || value === null) return {};
  if (!isMapping(value)) mistake(l10n.t("“{0}” must be a list of keys with values.", "rules"));
  const found: Record<string, Severity | "off"> = {};
  for (const [code, severity] of Object.entries(value)) {
    if (!codes.has(code)) mistake(l10n.t("There is no rule “{0}”. “gouji rules” lists them.", code));
    if (typeof severity !== "string" || !SEVERITIES.includes(severity)) {
      mistake(
        l10n.t("Rule “{0}” takes one of {1}, not “{2}”.", code, SEVERITIES.join(", "), String(severity)),
      );
    }
    found[code] = severity as Severity | "off";
  }
  return found;
}

function consolidatedOf(value: unknown, mistake: Mistake): Config["consolidated"] {
  if (value === undefined || value === null) return [];
  const told = l10n.t("Each entry of “consolidated” must have a “report” and a list of “members”.");
  if (!Array.isArray(value)) mistake(told);
  return value.map((entry: unknown) => {
    if (!isMapping(entry) || Object.keys(entry).some((key) => key !== "report" && key !== "members"))
      mistake(told);
    const { report, members } = entry;
    if (typeof report !== "string" || !isTexts(members)) mistake(told);
    for (const path of [report, ...members]) checkBelow(path, mistake);
    return { report, members };
  });
}

function previousOf(value: unknown, mistake: Mistake): Config["previous"] {
  if (value === undefined || value === null) return {};
  if (!isMapping(value) || !areTexts(value)) {
    mistake(l10n.t("“previous” must name a file for each file, such as 2024.md: archive/2023.md."));
  }
  for (const path of Object.entries(value).flat()) checkBelow(path, mistake);
  return value;
}

/** A configuration speaks of its own folder only, so a report from elsewhere cannot make a tool read other places. */
function checkBelow(path: string, mistake: Mistake): void {
  const isAbsolute = /^(?:[/\\]|[A-Za-z]:)/.test(path);
  if (isAbsolute || path.split(/[/\\]/).includes("..")) {
    mistake(l10n.t("“{0}” leads out of the folder of the configuration.", path));
  }
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function areTexts(value: Record<string, unknown>): value is Record<string, string> {
  return isTexts(Object.values(value));
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string" && one !== "");
}
