import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

/** What the server tells of a file that holds reports. */
interface Told {
  readonly reports: readonly { readonly agency?: string; readonly year?: number }[];
  readonly relations: number;
  readonly holding: number;
}

/** The same with its file and its findings in the protocol's terms. */
export interface Answer extends Told {
  readonly uri: string;
  readonly diagnostics: Parameters<LanguageClient["protocol2CodeConverter"]["asDiagnostics"]>[0];
}

/** The same in VS Code's. */
export interface ReportFile extends Told {
  readonly uri: vscode.Uri;
  readonly diagnostics: readonly vscode.Diagnostic[];
}

export async function reportFile(
  client: LanguageClient,
  { uri, diagnostics, ...told }: Answer,
): Promise<ReportFile> {
  const { protocol2CodeConverter } = client;
  const found = await protocol2CodeConverter.asDiagnostics(diagnostics);
  return { ...told, uri: protocol2CodeConverter.asUri(uri), diagnostics: found };
}

export function countOf({ diagnostics }: ReportFile, severity: vscode.DiagnosticSeverity): number {
  return diagnostics.filter((one) => one.severity === severity).length;
}

/** Whether something in it should be looked at: hints and information do not count. */
export function hasProblems({ diagnostics }: ReportFile): boolean {
  return diagnostics.some(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
}
