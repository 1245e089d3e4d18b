import * as vscode from "vscode";

const NEVER = "gouji.guard.never";
/** VS Code's name for this extension as a formatter. */
const OWN = "gouji.gouji";

/** What runs on saving and would take the tabs out of a table, as settings that keep it from that. */
interface Danger {
  /** For the author: Prettier, or a setting's name. */
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * One quiet word, once a session, where saving a report would hand its tab tables to a formatter or fixer that takes
 * tabs for white space. Nothing is changed unasked, and nothing undone.
 */
export function createGuard(memory: vscode.Memento): (document: vscode.TextDocument) => Promise<void> {
  let isTold = false;
  return async (document) => {
    if (isTold || memory.get(NEVER) === true) return;
    const dangers = dangersFor(document);
    if (dangers.length === 0) return;
    isTold = true;
    const yes = vscode.l10n.t("Keep them out");
    const never = vscode.l10n.t("Do not show again");
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t(
        "This report has tables whose cells are parted by tabs. Saving it would run {0}, which takes the tabs away. Keep that out of files of this kind in this folder, and format them with gouji?",
        dangers.map(({ name }) => name).join(", "),
      ),
      yes,
      never,
    );
    if (answer === never) await memory.update(NEVER, true);
    if (answer === yes) await keepOut(document, dangers);
  };
}

function dangersFor(document: vscode.TextDocument): Danger[] {
  const editor = vscode.workspace.getConfiguration("editor", document);
  const files = vscode.workspace.getConfiguration("files", document);
  const dangers: Danger[] = [];
  const formatter = editor.get<string | null>("defaultFormatter") ?? undefined;
  const extension = formatter === undefined ? undefined : vscode.extensions.getExtension(formatter);
  if (editor.get("formatOnSave") === true && extension !== undefined && formatter !== OWN)
    dangers.push({ name: nameOf(extension), settings: { "editor.defaultFormatter": OWN } });
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
      name: "files.trimTrailingWhitespace",
      settings: { "files.trimTrailingWhitespace": false },
    });
  return dangers;
}

function nameOf({ packageJSON, id }: vscode.Extension<unknown>): string {
  return typeof packageJSON?.displayName === "string" ? packageJSON.displayName : id;
}

/** For the language of the report alone, in the workspace where there is one. */
async function keepOut({ languageId }: vscode.TextDocument, dangers: readonly Danger[]): Promise<void> {
  const target =
    vscode.workspace.workspaceFolders === undefined
      ? vscode.ConfigurationTarget.Global
      : vscode.ConfigurationTarget.Workspace;
  const configuration = vscode.workspace.getConfiguration(undefined, { languageId });
  for (const [key, value] of dangers.flatMap(({ settings }) => Object.entries(settings)))
    await configuration.update(key, value, target, true);
}
