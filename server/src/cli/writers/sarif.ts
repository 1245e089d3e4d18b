import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { version } from "../../../../package.json";
import { inLocale, type Locale } from "../../l10n.ts";
import { documentationUrl } from "../../rules/documentation.ts";
import { rules } from "../../rules/index.ts";
import type { Rule, Severity } from "../../rules/rule.ts";
import type { DiagnosticJson, FixJson, RangeJson, RelatedJson } from "../checking/json.ts";
import type { Failure } from "../files/source-file.ts";
import type { Writer, WriterOptions } from "./writer.ts";

const LEVELS: Record<Severity, "error" | "warning" | "note"> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** SARIF 2.1.0 (OASIS), for code scanning. Lines and columns count from 1, columns in UTF-16 units. */
export function sarifWriter({ locale }: WriterOptions): Writer {
  const results: unknown[] = [];
  const indices = new Map(rules.map(({ code }, index) => [code, index]));
  return {
    file({ file }) {
      for (const one of file.diagnostics) results.push(resultOf(file.path, one, indices.get(one.code)));
      return "";
    },
    end(_, failures) {
      const run = {
        tool: { driver: { name: "gouji", version, rules: rules.map((rule) => ruleOf(rule, locale)) } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            toolExecutionNotifications: failures.map(notificationOf),
          },
        ],
        results,
      };
      const log = {
        $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [run],
      };
      return `${JSON.stringify(log, null, 2)}\n`;
    },
  };
}

function ruleOf({ code, severity, title, documentation }: Rule, locale: Locale): object {
  const page = inLocale(documentation, locale);
  return {
    id: code,
    shortDescription: { text: inLocale(title, locale) },
    help: { text: page, markdown: page },
    helpUri: documentationUrl(code),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultOf(path: string, diagnostic: DiagnosticJson, ruleIndex: number | undefined): object {
  const { code, severity, message, range, fingerprint, related = [], fixes = [] } = diagnostic;
  return {
    ruleId: code,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: physical(path, range) }],
    partialFingerprints: { "gouji/v1": fingerprint },
    ...(related.length > 0 ? { relatedLocations: related.map(relatedOf) } : {}),
    ...(fixes.length > 0 ? { fixes: fixes.map((fix) => fixOf(path, fix)) } : {}),
  };
}

function relatedOf({ path, range, message }: RelatedJson, id: number): object {
  return { id, physicalLocation: physical(path, range), message: { text: message } };
}

function fixOf(path: string, { title, edits }: FixJson): object {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: region(range),
    insertedContent: { text: newText },
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: artifact(path), replacements }],
  };
}

function notificationOf({ path, message }: Failure): object {
  return {
    level: "error",
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
  };
}

function physical(path: string, range: RangeJson): object {
  return { artifactLocation: artifact(path), region: region(range) };
}

/** Relative paths are those of the folder that the run started in: the checkout, in CI. */
function artifact(path: string): object {
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href };
  return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}

function region({ start, end }: RangeJson): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
