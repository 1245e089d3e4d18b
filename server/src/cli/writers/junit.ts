import type { DiagnosticJson, FileJson, SummaryJson } from "../checking/json.ts";
import type { Failure } from "../files/source-file.ts";
import type { Writer } from "./writer.ts";

/**
 * JUnit's XML: a suite a file, a case a finding. Only errors fail, so that a run that ends with status 0 shows no
 * failed case; a file without findings is one case that passes, a file that could not be read one with an error.
 */
export function junitWriter(): Writer {
  const suites: string[] = [];
  return {
    file({ file }) {
      suites.push(suiteOf(file));
      return "";
    },
    end(summary, failures) {
      const all = [...suites, ...failures.map(unreadSuite)];
      return `<?xml version="1.0" encoding="UTF-8"?>\n${opening(summary, failures)}\n${all.join("\n")}\n</testsuites>\n`;
    },
  };
}

function opening({ errors, milliseconds }: SummaryJson, failures: readonly Failure[]): string {
  const time = (milliseconds / 1000).toFixed(3);
  return `<testsuites name="gouji" failures="${errors}" errors="${failures.length}" time="${time}">`;
}

function suiteOf({ path, diagnostics }: FileJson): string {
  const failed = diagnostics.filter(({ severity }) => severity === "error").length;
  const cases =
    diagnostics.length === 0
      ? [`    <testcase classname="${escapeXml(path)}" name="gouji"/>`]
      : diagnostics.map((diagnostic) => caseOf(path, diagnostic));
  const counts = `tests="${cases.length}" failures="${failed}" errors="0"`;
  return `  <testsuite name="${escapeXml(path)}" ${counts}>\n${cases.join("\n")}\n  </testsuite>`;
}

function caseOf(path: string, { code, severity, message, range }: DiagnosticJson): string {
  const place = `${range.start.line + 1}:${range.start.character + 1}`;
  const text = escapeXml(`${path}:${place}: ${message}`);
  const content =
    severity === "error"
      ? `<failure type="${code}" message="${escapeXml(message)}">${text}</failure>`
      : `<system-out>${severity}: ${text}</system-out>`;
  return `    <testcase classname="${escapeXml(path)}" name="${escapeXml(`${code} (${place})`)}">${content}</testcase>`;
}

function unreadSuite({ path, message }: Failure): string {
  const name = escapeXml(path);
  const content = `<error message="${escapeXml(message)}"/>`;
  return `  <testsuite name="${name}" tests="1" failures="0" errors="1">\n    <testcase classname="${name}" name="gouji">${content}</testcase>\n  </testsuite>`;
}

/** Characters that XML 1.0 does not allow at all, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? "");
}
