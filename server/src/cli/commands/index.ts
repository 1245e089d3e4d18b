import * as l10n from "@vscode/l10n";
import type { Command } from "../command.ts";
import { formats } from "../options.ts";

/** Of what is no list of findings: for people, and for programs. */
const data = ["text", "json", "ndjson"] as const;

/** In the order of the help. */
export const commands: readonly Command[] = [
  {
    name: "check",
    usage: "PATH…",
    describe: () => l10n.t("Check reports: what does not add up, what is missing, what contradicts itself"),
    options: ["max-warnings", "stdin-name"],
    formats,
    load: async () => (await import("./check.ts")).check,
  },
  {
    name: "outline",
    usage: "FILE",
    describe: () => l10n.t("Show a report's sections as a tree"),
    options: ["stdin-name"],
    formats: data,
    load: async () => (await import("./outline.ts")).outline,
  },
  {
    name: "tables",
    usage: "FILE",
    describe: () => l10n.t("Show the figures of the statutory tables"),
    options: ["stdin-name"],
    formats: data,
    load: async () => (await import("./tables.ts")).tables,
  },
  {
    name: "format",
    usage: "PATH…",
    describe: () => l10n.t("Align the tables; no cell's text changes. Without an option one file is printed"),
    options: ["check", "write", "stdin-name"],
    formats: data,
    load: async () => (await import("./format.ts")).format,
  },
  {
    name: "fix",
    usage: "PATH…",
    describe: () => l10n.t("Apply the safe fixes to the files"),
    options: ["unsafe", "dry-run", "stdin-name"],
    formats: data,
    load: async () => (await import("./fix.ts")).fix,
  },
  {
    name: "convert",
    usage: "FILE --to tab|pipe|html|flat",
    describe: () => l10n.t("Write a report's tables in another layout"),
    options: ["to", "write", "stdin-name"],
    formats: ["text"],
    load: async () => (await import("./convert.ts")).convert,
  },
  {
    name: "consolidate",
    usage: "PATH… --to FILE",
    describe: () => l10n.t("Add up the members' tables into a new report; its text is left to be written"),
    options: ["to", "force"],
    differing: { to: { value: "FILE", describe: () => l10n.t("Report to write, .md or .txt") } },
    formats: data,
    load: async () => (await import("./consolidate.ts")).consolidateFiles,
  },
  {
    name: "rules",
    usage: "",
    describe: () => l10n.t("List the rules with their severity and documentation"),
    options: [],
    formats: data,
    load: async () => (await import("./rules.ts")).listRules,
  },
  {
    name: "lsp",
    usage: "--stdio",
    describe: () => l10n.t("Run the language server, for any editor"),
    options: ["stdio"],
    formats: ["text"],
    load: async () => (await import("./lsp.ts")).lsp,
  },
];
