import * as vscode from "vscode";

const ENABLED = "gouji.guard.enable";
/** VS Code's name for this extension as a formatter. */
const OWN = "gouji.gouji";
const FORMATTER = "editor.defaultFormatter";

/** What runs on saving and would take the tabs out of a table, as settings that keep it from that. */
interface Danger {
  /** For the author: Prettier, or what a setting does. */
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * One quiet word, once a session, where saving a report would hand its tab tables to a formatter or fixer that takes
 * tabs for white space. Nothing is changed unasked, and nothing undone.
 */
export function createGuard(): (document: vscode.TextDocument) => Promise<void> {
  let isTold = false;
  return async (document) => {
    if (isTold || vscode.workspace.getConfiguration(undefined, document).get(ENABLED) === false) return;
    const dangers = dangersFor(document);
    if (dangers.length === 0) return;
    isTold = true;
    const names = dangers.map(({ name }) => name).join(vscode.l10n.t(", "));
    const isFormatted = dangers.some(({ settings }) => FORMATTER in settings);
    const warning = vscode.l10n.t("On saving, {0} will take tabs out of this report's tables.", names);
    const instead = isFormatted ? vscode.l10n.t("gouji can format it instead.") : "";
    const yes = offerFor(document, dangers.length);
    const never = vscode.l10n.t("Do not show again");
    const answer = await vscode.window.showInformationMessage(`${warning} ${instead}`.trim(), yes, never);
    if (answer === never)
      await vscode.workspace.getConfiguration().update(ENABLED, false, vscode.ConfigurationTarget.Global);
    if (answer === yes) await keepOut(document, dangers);
  };
}

/** Says what is done: settings hold for a language, and for a folder where one is open. */
function offerFor({ languageId }: vscode.TextDocument, count: number): string {
  const kinds: Readonly<Record<string, string>> = {
    "gov-report": vscode.l10n.t("report"),
    markdown: "Markdown",
    plaintext: vscode.l10n.t("plain text"),
  };
  const kind = kinds[languageId] ?? languageId;
  const where =
    vscode.workspace.workspaceFolders === undefined
      ? vscode.l10n.t("anywhere")
      : vscode.l10n.t("in this folder");
  return count === 1
    ? vscode.l10n.t("Keep it out of {0} files {1}", kind, where)
    : vscode.l10n.t("Keep them out of {0} files {1}", kind, where);
}

function dangersFor(document: vscode.TextDocument): Danger[] {
  const editor = vscode.workspace.getConfiguration("editor", document);
  const files = vscode.workspace.getConfiguration("files", document);
  const dangers: Danger[] = [];
  const formatter = editor.get<string | null>("defaultFormatter") ?? undefined;
  const extension = formatter === undefined ? undefined : vscode.extensions.getExtension(formatter);
  if (editor.get("formatOnSave") === true && extension !== undefined && formatter !== OWN)
    dangers.push({ name: nameOf(extension), settings: { [FORMATTER]: OWN } });
  const fixer = vscode.extensions.getExtension("DavidAnson.vscode-markdownlint");
  const actions = editor.get<Readonly<Record<string, unknown>>>("codeActionsOnSave") ?? {};
  const isOn = (kind: string): boolean => ![undefined, false, "never"].includes(actions[kind] as never);
  const FIX = "source.fixAll.markdownlint";
  if (fixer !== undefined && document.languageId === "markdown" && (isOn("source.fixAll") || isOn(FIX)))
    dangers.push({
      name: nameOf(fixer),
      settings: { "editor.codeActionsOnSave": { ...actions, [FIX]: "never" } },
    });
  if (files.get("trimTrailingWhitespace") === true)
    dangers.push({
      name: vscode.l10n.t("“Trim trailing whitespace”"),
      settings: { "files.trimTrailingWhitespace": false },
    });
  return dangers;
}

function nameOf({ packageJSON, id }: vscode.Extension<unknown>): string {
  return typeof packageJSON?.displayName === "string" ? packageJSON.displayName : id;
}

/** For the language of the report alone, in the workspace where there is one: VS Code's settings go no finer. */
async function keepOut({ languageId }: vscode.TextDocument, dangers: readonly Danger[]): Promise<void> {
  const target =
    vscode.workspace.workspaceFolders === undefined
      ? vscode.ConfigurationTarget.Global
      : vscode.ConfigurationTarget.Workspace;
  const configuration = vscode.workspace.getConfiguration(undefined, { languageId });
  for (const [key, value] of dangers.flatMap(({ settings }) => Object.entries(settings)))
    await configuration.update(key, value, target, true);
}
