import * as l10n from "@vscode/l10n";
import { locales } from "../l10n.ts";

/** One option of the command line, as the parser and the help need it. */
export interface Option {
  readonly short?: string;
  /** Choices of a value, or what to call the value in the help; undefined for a switch. */
  readonly value?: readonly string[] | string;
  readonly describe: () => string;
}

export const formats = ["text", "json", "ndjson", "sarif", "junit", "github"] as const;
export type Format = (typeof formats)[number];

export const encodingChoices = ["auto", "utf-8", "gb18030", "utf-16le"] as const;
export type EncodingChoice = (typeof encodingChoices)[number];

export const layoutChoices = ["tab", "pipe", "html", "flat"] as const;

export const options = {
  format: { value: formats, describe: () => l10n.t("How to write the result (default: text)") },
  baseline: {
    value: "FILE",
    describe: () => l10n.t("Leave out the findings that this file lists as accepted"),
  },
  "write-baseline": {
    describe: () => l10n.t("Accept every present finding: write them to the file of --baseline"),
  },
  config: {
    value: "FILE",
    describe: () => l10n.t("Use this configuration instead of the nearest gouji.yaml"),
  },
  locale: { value: locales, describe: () => l10n.t("Language of the messages (default: the system's)") },
  quiet: { short: "q", describe: () => l10n.t("Show only errors and files that could not be read") },
  color: {
    value: ["auto", "always", "never"],
    describe: () => l10n.t("Colours (default: auto, in a terminal only)"),
  },
  encoding: {
    value: encodingChoices,
    describe: () => l10n.t("How the files are stored (default: auto, found out from each file)"),
  },
  help: { short: "h", describe: () => l10n.t("Show this help") },
  "max-warnings": {
    value: "N",
    describe: () => l10n.t("End with status 1 where there are more than N warnings"),
  },
  "stdin-name": {
    value: "NAME",
    describe: () => l10n.t("File name to assume for standard input; its ending tells markdown from text"),
  },
  check: { describe: () => l10n.t("Change nothing; end with status 1 where a file would change") },
  write: { short: "w", describe: () => l10n.t("Change the files") },
  unsafe: {
    describe: () =>
      l10n.t("Also apply fixes that change a figure, where there is no doubt which figure is wrong"),
  },
  "dry-run": { describe: () => l10n.t("Change nothing; show what would change as a diff") },
  to: { value: layoutChoices, describe: () => l10n.t("Layout to write the tables in") },
  force: { describe: () => l10n.t("Write over a file that is there already") },
  stdio: { describe: () => l10n.t("Talk over standard input and output (default)") },
} satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** Options that every command takes. */
export const commonOptions: readonly OptionName[] = [
  "format",
  "baseline",
  "write-baseline",
  "config",
  "locale",
  "quiet",
  "color",
  "encoding",
  "help",
];
