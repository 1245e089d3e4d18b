import * as l10n from "@vscode/l10n";
import { spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Checked } from "../rules/check.ts";
import type { WritableLayout } from "../tables/write/write-table.ts";
import type { TextEdit } from "../text/text-edit.ts";
import type { FormattingOptions } from "./formatting.ts";
import { rewriteTables } from "./rewrite.ts";
import { silenceHere, silenceInFile } from "./silence.ts";
import type { Span } from "./statutory-data.ts";

/** Kinds of the protocol, by which editors ask for some actions and bind keys to them. */
export const QUICK_FIX = "quickfix";
export const FIX_ALL = "source.fixAll.gouji";
export const REWRITE = "refactor.rewrite.gouji";
export const actionKinds = [QUICK_FIX, REWRITE, FIX_ALL] as const;

/** Something that an author may choose to have done to the text. */
export interface Action {
  readonly title: string;
  readonly kind: string;
  /** In order, not overlapping. */
  readonly edits: readonly TextEdit[];
  /** The finding that it settles. */
  readonly settles?: Checked;
  /** The one to take without reading on: never one that changes a figure. */
  readonly isPreferred: boolean;
}

/** Whether an editor that asks for some kinds only (all of them: undefined) wants this kind. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((one) => one === "" || kind === one || kind.startsWith(`${one}.`));
}

/** The fixes of the findings given, then what silences each of them, each edit once. */
export function quickFixes(
  parsed: ParsedDocument,
  found: readonly Checked[],
  titleOf: (code: string) => string,
): Action[] {
  const actions = new Map<string, Action>();
  for (const action of [
    ...found.flatMap((one) => fixesOf(parsed, one)),
    ...found.flatMap((one) => silencing(parsed, one, titleOf(one.code))),
  ]) {
    const edit = JSON.stringify(action.edits);
    if (!actions.has(edit)) actions.set(edit, action);
  }
  return [...actions.values()];
}

function fixesOf({ document }: ParsedDocument, one: Checked): Action[] {
  const { fixes = [] } = one.finding;
  return fixes.map(({ title, safe, draft, edits }) => ({
    title,
    kind: QUICK_FIX,
    edits: edits
      .map(({ place, newText }) => ({ ...spanOf(document, place), newText }))
      .sort((a, b) => a.start - b.start),
    settles: one,
    isPreferred: safe && draft !== true && fixes.length === 1,
  }));
}

function silencing(parsed: ParsedDocument, one: Checked, rule: string): Action[] {
  const action = { kind: QUICK_FIX, settles: one, isPreferred: false };
  const here = silenceHere(parsed, one.finding.place, one.code);
  const inFile = silenceInFile(parsed, one.code);
  return [
    ...(here === undefined ? [] : [{ ...action, title: l10n.t("Ignore here: {0}", rule), edits: [here] }]),
    { ...action, title: l10n.t("Ignore in this file: {0}", rule), edits: [inFile] },
  ];
}

/** What turns the tables that a stretch touches into each other layout; nothing in HTML, where only HTML will do. */
export function rewrites(parsed: ParsedDocument, options: FormattingOptions, span: Span): Action[] {
  if (parsed.document.language === "html") return [];
  return layouts().flatMap(({ layout, title }) => {
    const edits = rewriteTables(parsed, layout, options, span);
    if (edits.length === 0) return [];
    return [{ title, kind: `${REWRITE}.${layout}`, edits, isPreferred: false }];
  });
}

function layouts(): { layout: WritableLayout; title: string }[] {
  return [
    { layout: "pipe", title: l10n.t("Rewrite the table as a markdown table") },
    { layout: "html", title: l10n.t("Rewrite the table as an HTML table with merged cells") },
    { layout: "tab", title: l10n.t("Rewrite the table with tabs between the columns") },
  ];
}
