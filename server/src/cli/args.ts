import { type ParseArgsConfig, parseArgs } from "node:util";
import * as l10n from "@vscode/l10n";
import { codeOf, UsageError } from "./errors.ts";
import { commonOptions, type Option, type OptionName, options } from "./options.ts";

/** A command's arguments, taken apart and checked against its options. */
export interface Arguments {
  readonly paths: readonly string[];
  /** Value of an option with choices or a value; undefined where it was not given. */
  value(name: OptionName): string | undefined;
  /** Whether a switch was given. */
  has(name: OptionName): boolean;
}

/** Reads what stands behind a command's name. Throws UsageError on an unknown option or a value that is no choice. */
export function readArguments(
  argv: readonly string[],
  own: readonly OptionName[],
  differing: Partial<Record<OptionName, Option>> = {},
): Arguments {
  const names = [...own, ...commonOptions];
  const { values, positionals } = parse(argv, names);
  for (const name of names) {
    const choices = (differing[name] ?? (options[name] as Option)).value;
    const value = values[name];
    if (typeof value !== "string" || typeof choices === "string" || choices === undefined) continue;
    if (!choices.includes(value)) {
      throw new UsageError(l10n.t("--{0} takes one of {1}, not “{2}”.", name, choices.join(", "), value));
    }
  }
  return {
    paths: positionals,
    value: (name) => {
      const value = values[name];
      return typeof value === "string" ? value : undefined;
    },
    has: (name) => values[name] === true,
  };
}

function parse(
  argv: readonly string[],
  names: readonly OptionName[],
): { values: Record<string, unknown>; positionals: string[] } {
  const config: NonNullable<ParseArgsConfig["options"]> = {};
  for (const name of names) {
    const { short, value } = options[name] as Option;
    config[name] = {
      type: value === undefined ? "boolean" : "string",
      ...(short === undefined ? {} : { short }),
    };
  }
  try {
    return parseArgs({ args: [...argv], options: config, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(explain(error, argv));
  }
}

/** Node tells these mistakes in English and in a programmer's words. */
function explain(error: unknown, argv: readonly string[]): string {
  const named = error instanceof Error ? /'(?:-\w, )?(-{1,2}[^ '=]+)/.exec(error.message)?.[1] : undefined;
  if (codeOf(error) === "ERR_PARSE_ARGS_UNKNOWN_OPTION")
    return l10n.t("There is no option {0}.", named ?? "");
  const takesValue = named !== undefined && takesAValue(named.replace(/^--/, ""));
  if (takesValue) return l10n.t("{0} needs a value.", named);
  return named === undefined
    ? l10n.t("These arguments cannot be understood: {0}", argv.join(" "))
    : l10n.t("{0} takes no value.", named);
}

function takesAValue(name: string): boolean {
  return Object.hasOwn(options, name) && (options[name as OptionName] as Option).value !== undefined;
}

/** A whole number of 0 or more, as `--max-warnings` takes it. */
export function countOption(args: Arguments, name: OptionName): number | undefined {
  const value = args.value(name);
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) {
    throw new UsageError(l10n.t("--{0} takes a whole number, not “{1}”.", name, value));
  }
  return Number(value);
}
