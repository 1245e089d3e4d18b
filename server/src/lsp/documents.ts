import { type Event, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Language } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { OtherReports } from "../rules/other-reports.ts";
import type { Checked, LanguageService } from "../service.ts";
import type { ProjectConfig } from "../workspace/config/config.ts";
import type { EditorSettings, SettingsSource } from "./settings.ts";
import { languageOf as languageOfFile, type Surroundings } from "./workspace.ts";

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
  /** What each of its reports is compared with. */
  readonly others: readonly OtherReports[];
}

export interface Documents {
  readonly texts: TextDocuments<TextDocument>;
  /** Undefined for what is not open and for languages that no report is written in. */
  get(uri: string): OpenDocument | undefined;
  check(uri: string): Promise<CheckedDocument | undefined>;
  /** A file that is not open, with what its reports are compared with. */
  checkFile(uri: string, text: string, settings: EditorSettings): CheckedDocument;
  /** What is compared with each report of a document that was checked. */
  readonly comparedWith: Surroundings["comparedWith"];
  /** What is found in these may have changed, though they have not. */
  readonly onDidAffect: Event<readonly string[]>;
}

/** What a document was found to be, and by what. */
interface Known {
  readonly own: EditorSettings;
  readonly config: ProjectConfig | undefined;
  readonly now: CheckedDocument;
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
export function followDocuments(
  service: LanguageService,
  settings: SettingsSource,
  surroundings: Surroundings,
): Documents {
  const texts = new TextDocuments(TextDocument);
  const read = new Map<string, OpenDocument>();
  const checked = new WeakMap<ParsedDocument, Known>();
  texts.onDidChangeContent(({ document }) => {
    const { uri } = document;
    if (isConfig(uri)) void settings.of(uri).then((own) => takeConfig(uri, own));
  });
  texts.onDidClose(({ document: { uri } }) => {
    read.delete(uri);
    settings.forget(uri);
    surroundings.close(uri);
  });
  /** The text as it is when the settings are there: they may have been asked for meanwhile. */
  const takeConfig = (uri: string, own: EditorSettings): void => {
    const text = texts.get(uri)?.getText();
    if (text !== undefined) surroundings.openConfig(uri, text, own);
  };
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
  const checkNow = (document: OpenDocument, own: EditorSettings): CheckedDocument => {
    const { uri, parsed, fileName } = document;
    const config = surroundings.configOf(uri);
    const others = surroundings.othersOf(uri, parsed);
    const known = checked.get(parsed);
    if (known?.own === own && known.config === config && areSame(known.now.others, others)) return known.now;
    const both = config === undefined ? own : withConfig(own, config);
    const found = service.check(parsed, fileName, both, (index) => others[index] ?? {});
    const now = { ...document, settings: both, found, others };
    checked.set(parsed, { own, config, now });
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
      surroundings.take(uri, document.parsed, own);
      return checkNow(document, own);
    },
    checkFile(uri, text, own) {
      const language = languageOfFile(uri);
      const parsed = service.parse(text, language);
      return checkNow({ uri, version: 0, language, fileName: fileNameOf(uri), parsed }, own);
    },
    comparedWith: surroundings.comparedWith,
    onDidAffect: surroundings.onDidChange,
  };
}

function isConfig(uri: string): boolean {
  return uri.endsWith("/gouji.yaml");
}

/** What an office has agreed on in its gouji.yaml goes before what one reader has set. */
function withConfig(own: EditorSettings, { rules, relations }: ProjectConfig): EditorSettings {
  return { ...own, rules: { ...own.rules, ...rules }, relations };
}

function areSame(a: readonly OtherReports[], b: readonly OtherReports[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ previous, members }, i) => previous === b[i]?.previous && members === b[i]?.members)
  );
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
