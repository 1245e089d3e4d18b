import * as vscode from "vscode";
import { countOf, type ReportFile } from "./report-file.ts";

/** A file of reports, or one of its findings. */
export type Node =
  | { readonly kind: "file"; readonly file: ReportFile }
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

/** Files by agency, the newest year first. */
export function nodesOf(files: Iterable<ReportFile>): Node[] {
  return [...files]
    .sort(
      (a, b) =>
        agencyOf(a).localeCompare(agencyOf(b), "zh") ||
        (b.reports[0]?.year ?? 0) - (a.reports[0]?.year ?? 0) ||
        a.uri.path.localeCompare(b.uri.path),
    )
    .map((file) => ({ kind: "file", file }));
}

/** A file's findings, the gravest first. */
export function childrenOf({ file }: Node): Node[] {
  return [...file.diagnostics]
    .sort((a, b) => a.severity - b.severity || a.range.start.compareTo(b.range.start))
    .map((diagnostic) => ({ kind: "finding", file, diagnostic }));
}

export function itemOf(node: Node): vscode.TreeItem {
  return node.kind === "file" ? fileItem(node.file) : findingItem(node.file, node.diagnostic);
}

function fileItem(file: ReportFile): vscode.TreeItem {
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
  const state = [vscode.l10n.t("{0} of {1} relations hold", holding, relations), ...problems];
  item.id = uri.toString();
  item.description = [`${holding}/${relations}`, ...problems].join(" · ");
  item.tooltip = [vscode.workspace.asRelativePath(uri), ...state].join("\n");
  item.accessibilityInformation = { label: [label, ...state].join(", ") };
  item.iconPath = ICONS[vscode.DiagnosticSeverity.Error];
  if (errors === 0) item.iconPath = warnings > 0 ? ICONS[vscode.DiagnosticSeverity.Warning] : RIGHT;
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

function openAt(uri: vscode.Uri, selection?: vscode.Range): vscode.Command {
  const options: vscode.TextDocumentShowOptions = selection === undefined ? {} : { selection };
  return { command: "vscode.open", title: vscode.l10n.t("Open"), arguments: [uri, options] };
}

function labelOf(file: ReportFile): string {
  const { reports, uri } = file;
  if (reports.length > 1) return vscode.l10n.t("{0} ({1} reports)", nameOf(uri), reports.length);
  const year = reports[0]?.year;
  return year === undefined ? agencyOf(file) : `${agencyOf(file)} ${year}`;
}

function agencyOf({ reports: [first], uri }: ReportFile): string {
  return first?.agency ?? nameOf(uri);
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
