import type { Severity } from "../../rules/rule.ts";
import type { DiagnosticJson } from "../checking/json.ts";
import type { Writer } from "./writer.ts";

const COMMANDS: Record<Severity, string> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** Annotations as GitHub's runner reads them from a step's output ("workflow commands"). */
export function githubWriter(): Writer {
  return {
    file: ({ file }) => file.diagnostics.map((diagnostic) => annotation(file.path, diagnostic)).join(""),
    end: (_, failures) =>
      failures.map(({ path, message }) => command("error", { file: path }, message)).join(""),
  };
}

function annotation(path: string, { code, severity, message, range }: DiagnosticJson): string {
  const { start, end } = range;
  // A column is only read where the annotation stays on one line.
  const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
  const place = { file: path, line: start.line + 1, endLine: end.line + 1, ...columns, title: code };
  return command(COMMANDS[severity], place, message);
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${written.join(",")}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
