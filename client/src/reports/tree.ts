import * as vscode from "vscode";
import { countOf, type ReportFile } from "./report-file.ts";

/** An agency with its files, a file of reports, or one of its findings. */
export type Node =
  | { readonly kind: "agency"; readonly name: string; readonly files: readonly ReportFile[] }
  | { readonly kind: "file"; readonly file: ReportFile; readonly isAlone: boolean }
  | { readonly kind: "finding"; readonly file: ReportFile; readonly diagnostic: vscode.Diagnostic };

const ICONS: Readonly<Record<vscode.DiagnosticSeverity, vscode.ThemeIcon>> = {
  [vscode.DiagnosticSeverity.Error]: icon("error", "problemsErrorIcon.foreground"),
  [vscode.DiagnosticSeverity.Warning]: icon("warning", "problemsWarningIcon.foreground"),
  [vscode.DiagnosticSeverity.Information]: icon("info", "problemsInfoIcon.foreground"),
  [vscode.DiagnosticSeverity.Hint]: icon("lightbulb", "editorLightBulb.foreground"),
};
const RIGHT = icon("pass", "testing.iconPassed");

function icon(id: string, colour: string): vscode.ThemeIcon {
  return new vscode.ThemeIcon(id, new vscode.ThemeColor(colour));
}

/** Agencies by name, and among them the files that belong to no one agency. */
export function nodesOf(files: Iterable<ReportFile>): Node[] {
  const byAgency = new Map<string, ReportFile[]>();
  const others: ReportFile[] = [];
  for (const file of files) {
    const name = agencyOf(file);
    if (name === undefined) others.push(file);
    else byAgency.set(name, [...(byAgency.get(name) ?? []), file]);
  }
  const nodes: Node[] = [
    ...[...byAgency].map(([name, own]) => ({ kind: "agency", name, files: own }) as const),
    ...others.map((file) => ({ kind: "file", file, isAlone: true }) as const),
  ];
  return nodes.sort((a, b) => nameOf(a).localeCompare(nameOf(b), "zh"));
}

/** An agency's files, the newest year first; a file's findings, the gravest first. */
export function childrenOf(node: Node): Node[] {
  if (node.kind === "finding") return [];
  if (node.kind === "file") {
    const { file } = node;
    return [...file.diagnostics]
      .sort((a, b) => a.severity - b.severity || a.range.start.compareTo(b.range.start))
      .map((diagnostic) => ({ kind: "finding", file, diagnostic }));
  }
  const count = (year: number | undefined): number =>
    node.files.filter((file) => yearOf(file) === year).length;
  return [...node.files]
    .sort((a, b) => (yearOf(b) ?? 0) - (yearOf(a) ?? 0) || a.uri.path.localeCompare(b.uri.path))
    .map((file) => ({ kind: "file", file, isAlone: count(yearOf(file)) === 1 }));
}

export function itemOf(node: Node): vscode.TreeItem {
  switch (node.kind) {
    case "agency":
      return agencyItem(node.name, node.files);
    case "file":
      return fileItem(node.file, node.isAlone);
    case "finding":
      return findingItem(node.file, node.diagnostic);
  }
}

function agencyItem(name: string, files: readonly ReportFile[]): vscode.TreeItem {
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `agency:${name}`;
  item.tooltip = name;
  item.iconPath = iconOf(files);
  return item;
}

function fileItem(file: ReportFile, isAlone: boolean): vscode.TreeItem {
  const { uri, relations, holding, diagnostics } = file;
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  const label = labelOf(file);
  const item = new vscode.TreeItem(label, diagnostics.length > 0 ? Collapsed : None);
  const errors = countOf(file, vscode.DiagnosticSeverity.Error);
  const warnings = countOf(file, vscode.DiagnosticSeverity.Warning);
  const problems = [
    ...(errors > 0 ? [vscode.l10n.t("errors: {0}", errors)] : []),
    ...(warnings > 0 ? [vscode.l10n.t("warnings: {0}", warnings)] : []),
  ];
  const state = [...problems, vscode.l10n.t("{0} of {1} relations hold", holding, relations)];
  const told = isAlone ? [] : [fileNameOf(uri)];
  item.id = uri.toString();
  item.description = [...problems, `${holding}/${relations}`, ...told].join(" · ");
  item.tooltip = [vscode.workspace.asRelativePath(uri), ...state].join("\n");
  const agency = agencyOf(file) ?? [];
  item.accessibilityInformation = { label: [label, ...state, ...told].concat(agency).join(", ") };
  item.iconPath = iconOf([file]);
  item.command = openAt(uri);
  return item;
}

function findingItem({ uri }: ReportFile, { message, severity, range }: vscode.Diagnostic): vscode.TreeItem {
  const item = new vscode.TreeItem(message);
  item.description = vscode.l10n.t("line {0}", range.start.line + 1);
  item.tooltip = message;
  item.iconPath = ICONS[severity];
  item.command = openAt(uri, range);
  return item;
}

/** The gravest that is to be looked at in some files. */
function iconOf(files: readonly ReportFile[]): vscode.ThemeIcon {
  const { Error: wrong, Warning: doubtful } = vscode.DiagnosticSeverity;
  const gravest = [wrong, doubtful].find((severity) => files.some((file) => countOf(file, severity) > 0));
  return gravest === undefined ? RIGHT : ICONS[gravest];
}

function openAt(uri: vscode.Uri, selection?: vscode.Range): vscode.Command {
  const options: vscode.TextDocumentShowOptions = selection === undefined ? {} : { selection };
  return { command: "vscode.open", title: vscode.l10n.t("Open"), arguments: [uri, options] };
}

/** Undefined for several reports in one file, and where none is named. */
function agencyOf({ reports: [first, second] }: ReportFile): string | undefined {
  return second === undefined ? first?.agency : undefined;
}

function yearOf({ reports: [first] }: ReportFile): number | undefined {
  return first?.year;
}

function labelOf(file: ReportFile): string {
  const { reports, uri } = file;
  if (reports.length > 1) return vscode.l10n.t("{0} ({1} reports)", fileNameOf(uri), reports.length);
  const year = agencyOf(file) === undefined ? undefined : yearOf(file);
  return year === undefined ? fileNameOf(uri) : String(year);
}

function nameOf(node: Node): string {
  return node.kind === "agency" ? node.name : labelOf(node.file);
}

function fileNameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
