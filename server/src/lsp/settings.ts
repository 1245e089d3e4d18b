import {
  type Connection,
  DidChangeConfigurationNotification,
  Emitter,
  type Event,
} from "vscode-languageserver";
import type { Severity } from "../rules/rule.ts";
import { defaultSettings, type Settings } from "../service.ts";
import { DEFAULT_INCLUDE } from "../workspace/scope.ts";
import type { Client } from "./client.ts";

/** What a reader can set in an editor, below `gouji`. */
export interface EditorSettings extends Settings {
  /** Whether formatting is offered at all. */
  readonly formats: boolean;
  /** Whether the figures of a table with one cell a line have their columns shown behind them. */
  readonly namesColumns: boolean;
  /** Whether what the pointer rests on is explained. */
  readonly hovers: boolean;
  /** Whether what may be written is offered. */
  readonly completes: boolean;
  /** Files that reports are compared with, by patterns. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** The settings of each document, asked for once and again after they change. */
export interface SettingsSource {
  /** Of a document, or those that hold for no document in particular. */
  of(uri?: string): Promise<EditorSettings>;
  forget(uri: string): void;
  /** Asks the client to tell of changes, once it is ready to be asked. */
  follow(): void;
  readonly onDidChange: Event<void>;
}

const SECTION = "gouji";
const SEVERITIES: ReadonlySet<unknown> = new Set<Severity | "off">([
  "error",
  "warning",
  "information",
  "hint",
  "off",
]);

export function followSettings(connection: Connection, client: () => Client): SettingsSource {
  const changed = new Emitter<void>();
  const known = new Map<string | undefined, Promise<EditorSettings>>();
  /** What a client that cannot be asked has told. */
  let told: unknown;
  connection.onDidChangeConfiguration(({ settings }) => {
    told = isRecord(settings) ? settings[SECTION] : undefined;
    known.clear();
    changed.fire();
  });
  const ask = async (uri: string | undefined): Promise<EditorSettings> => {
    if (!client().tellsSettings) return readSettings(told);
    const item = { section: SECTION, ...(uri !== undefined && { scopeUri: uri }) };
    try {
      return readSettings(await connection.workspace.getConfiguration(item));
    } catch (error) {
      connection.console.error(String(error));
      return readSettings(undefined);
    }
  };
  return {
    onDidChange: changed.event,
    of(uri) {
      const settings = known.get(uri) ?? ask(uri);
      known.set(uri, settings);
      return settings;
    },
    forget: (uri) => known.delete(uri),
    follow() {
      if (!client().registersSettings) return;
      // A client that refuses keeps its settings for itself, which is no reason to stop.
      connection.client
        .register(DidChangeConfigurationNotification.type, { section: SECTION })
        .catch((error: unknown) => connection.console.error(String(error)));
    },
  };
}

/** Settings as an editor has them; whatever is not as it should be is as if it were not there. */
export function readSettings(value: unknown): EditorSettings {
  const { rules, format, include, exclude, nameColumns, hover, completion } = isRecord(value) ? value : {};
  const { ambiguousWidth } = isRecord(format) ? format : {};
  return {
    rules: isRecord(rules) ? severitiesIn(rules) : defaultSettings.rules,
    ambiguousWidth:
      ambiguousWidth === 1 || ambiguousWidth === 2 ? ambiguousWidth : defaultSettings.ambiguousWidth,
    formats: isEnabled(format),
    namesColumns: isEnabled(nameColumns),
    hovers: isEnabled(hover),
    completes: isEnabled(completion),
    include: patternsIn(include) ?? DEFAULT_INCLUDE,
    exclude: patternsIn(exclude) ?? [],
  };
}

function isEnabled(feature: unknown): boolean {
  return !isRecord(feature) || feature.enable !== false;
}

function severitiesIn(rules: Record<string, unknown>): Settings["rules"] {
  return Object.fromEntries(
    Object.entries(rules).filter((entry): entry is [string, Severity | "off"] => SEVERITIES.has(entry[1])),
  );
}

function patternsIn(value: unknown): readonly string[] | undefined {
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === "string" && one !== "")
    : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
