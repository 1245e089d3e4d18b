import { TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Language } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Checked, LanguageService } from "../service.ts";
import type { EditorSettings, SettingsSource } from "./settings.ts";

/** An open document of a language that a report can be written in, as it is now. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly language: Language;
  /** Name without folder, as rules want it. */
  readonly fileName: string;
  readonly parsed: ParsedDocument;
}

/** An open document with its settings and what is found in it. */
export interface CheckedDocument extends OpenDocument {
  readonly settings: EditorSettings;
  readonly found: readonly Checked[];
}

export interface Documents {
  readonly texts: TextDocuments<TextDocument>;
  /** Undefined for what is not open and for languages that no report is written in. */
  get(uri: string): OpenDocument | undefined;
  check(uri: string): Promise<CheckedDocument | undefined>;
}

/** Names that editors give to the languages of reports; a plain text is "text" in many of them. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  markdown: "markdown",
  gfm: "markdown",
  plaintext: "plaintext",
  text: "plaintext",
  "gov-report": "plaintext",
  html: "html",
};

/** The open documents. Nothing is read before somebody asks, and then once a version, from the version before. */
export function followDocuments(service: LanguageService, settings: SettingsSource): Documents {
  const texts = new TextDocuments(TextDocument);
  const read = new Map<string, OpenDocument>();
  const checked = new WeakMap<ParsedDocument, CheckedDocument>();
  texts.onDidClose(({ document: { uri } }) => {
    read.delete(uri);
    settings.forget(uri);
  });
  const get = (uri: string): OpenDocument | undefined => {
    const text = texts.get(uri);
    const language = languageOf(text?.languageId);
    if (text === undefined || language === undefined) return undefined;
    const before = read.get(uri);
    if (before?.version === text.version && before.language === language) return before;
    const parsed = service.parse(text.getText(), language, before?.parsed);
    const now = { uri, version: text.version, language, fileName: fileNameOf(uri), parsed };
    read.set(uri, now);
    return now;
  };
  return {
    texts,
    get,
    async check(uri) {
      if (get(uri) === undefined) return undefined;
      const own = await settings.of(uri);
      // The document may have changed or gone while the settings were asked for: only the newest counts.
      const document = get(uri);
      if (document === undefined) return undefined;
      const known = checked.get(document.parsed);
      if (known?.settings === own) return known;
      const found = service.check(document.parsed, document.fileName, own);
      const now = { ...document, settings: own, found };
      checked.set(document.parsed, now);
      return now;
    },
  };
}

function languageOf(id: string | undefined): Language | undefined {
  return id !== undefined && Object.hasOwn(LANGUAGES, id) ? LANGUAGES[id] : undefined;
}

/** The last part of a path, its escapes undone; as it stands where they are broken. */
function fileNameOf(uri: string): string {
  const [path = ""] = uri.split(/[?#]/, 1);
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf(":")) + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
