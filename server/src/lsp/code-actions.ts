import * as l10n from "@vscode/l10n";
import type { CodeAction, CodeActionParams, Connection, WorkspaceEdit } from "vscode-languageserver";
import { CodeActionTriggerKind } from "vscode-languageserver";
import { spanOf } from "../document/block.ts";
import { type Action, FIX_ALL, isWanted, QUICK_FIX, quickFixes, rewrites } from "../features/code-actions.ts";
import { fixText, hasSafeFix } from "../features/fix-all.ts";
import { rangeOf, rangeOfSpan } from "../features/ranges.ts";
import type { LanguageService } from "../service.ts";
import type { Client } from "./client.ts";
import { shown } from "./diagnostics.ts";
import type { CheckedDocument, Documents } from "./documents.ts";

/** Fixes, rewrites and fix-all, each computed from the text as it is now. */
export function answerCodeActions(
  connection: Connection,
  documents: Documents,
  service: LanguageService,
  client: () => Client,
  titleOf: (code: string) => string,
): void {
  connection.onCodeAction(async (params) => {
    const document = await documents.check(params.textDocument.uri);
    if (document === undefined) return [];
    return actionsFor(document, params, service, titleOf).map((action) =>
      codeActionOf(action, document, client()),
    );
  });
}

function actionsFor(
  document: CheckedDocument,
  { range, context: { only, diagnostics, triggerKind } }: CodeActionParams,
  service: LanguageService,
  titleOf: (code: string) => string,
): Action[] {
  const { parsed, settings, found } = document;
  const { lines } = parsed;
  const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
  const actions: Action[] = [];
  if (isWanted(QUICK_FIX, only)) {
    const asked = found.filter(({ code, finding }) => {
      const { start, end } = spanOf(parsed.document, finding.place);
      if (start <= span.end && end >= span.start) return true;
      // Some editors ask with the diagnostics of the whole line and the place of the cursor.
      const own = JSON.stringify(rangeOf(parsed, finding.place));
      return diagnostics.some((one) => one.code === code && JSON.stringify(one.range) === own);
    });
    actions.push(...quickFixes(parsed, asked, titleOf));
  }
  actions.push(...rewrites(parsed, settings, span).filter(({ kind }) => isWanted(kind, only)));
  // Asked by itself, an editor only wants to know whether to show its light bulb.
  const isAsked = only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic;
  if (isAsked && isWanted(FIX_ALL, only)) actions.push(...fixAll(document, service));
  return actions;
}

function fixAll({ parsed, fileName, settings, found }: CheckedDocument, service: LanguageService): Action[] {
  if (!found.some(hasSafeFix)) return [];
  const { text, language } = parsed.document;
  const { edits } = fixText(
    (text, previous = parsed) => {
      const now = service.parse(text, language, previous);
      return { parsed: now, found: service.check(now, fileName, settings) };
    },
    text,
    false,
  );
  return [{ title: l10n.t("Fix all that is safe to fix"), kind: FIX_ALL, edits, isPreferred: false }];
}

function codeActionOf(
  { title, kind, edits, settles, isPreferred }: Action,
  document: CheckedDocument,
  client: Client,
): CodeAction {
  return {
    title,
    kind,
    ...(settles && { diagnostics: [shown(document, settles, client)] }),
    ...(isPreferred && { isPreferred }),
    edit: workspaceEditOf(edits, document, client),
  };
}

/** With the version it was computed from, where the client can tell that the text has changed since. */
function workspaceEditOf(
  edits: Action["edits"],
  { uri, version, parsed }: CheckedDocument,
  client: Client,
): WorkspaceEdit {
  const changes = edits.map((edit) => ({ range: rangeOfSpan(parsed.lines, edit), newText: edit.newText }));
  if (!client.versionsEdits) return { changes: { [uri]: changes } };
  return { documentChanges: [{ textDocument: { uri, version }, edits: changes }] };
}
