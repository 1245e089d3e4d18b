import * as l10n from "@vscode/l10n";
import { version } from "../../../package.json";
import { type Locale, useLocale } from "../l10n.ts";
import { readArguments } from "./args.ts";
import type { Command } from "./command.ts";
import { commands } from "./commands/index.ts";
import { ConfigError, UsageError } from "./errors.ts";
import { type ExitStatus, FAILED, OK } from "./exit-status.ts";
import { commandHelp, overallHelp } from "./help.ts";
import type { Io } from "./io.ts";
import { localeOf, localeOption } from "./locale.ts";

/** Runs the command line: `argv` is what stands behind "gouji". What went wrong is told in a sentence, never thrown. */
export async function run(argv: readonly string[], io: Io): Promise<ExitStatus> {
  const locale = localeOption(argv) ?? localeOf(io.env);
  useLocale(locale);
  const [name, ...rest] = argv;
  const command = commands.find((one) => one.name === name);
  try {
    if (name === "help") return help(rest, io);
    return command === undefined ? withoutCommand(argv, io) : await runCommand(command, rest, io, locale);
  } catch (error) {
    if (error instanceof ConfigError) io.stderr.write(`gouji: ${error.message}\n`);
    else if (error instanceof UsageError) {
      const help = command === undefined ? "gouji --help" : `gouji ${command.name} --help`;
      io.stderr.write(`gouji: ${error.message}\n${l10n.t("See “{0}”.", help)}\n`);
    } else throw error;
    return FAILED;
  }
}

async function runCommand(
  command: Command,
  rest: readonly string[],
  io: Io,
  locale: Locale,
): Promise<ExitStatus> {
  const args = readArguments(rest, command.options, command.differing);
  if (args.has("help")) {
    io.stdout.write(commandHelp(command));
    return OK;
  }
  const format = args.value("format") ?? "text";
  if (!command.formats.some((one) => one === format)) {
    const offered = command.formats.join(", ");
    const those = commands.filter(({ formats }) => formats.some((one) => one === format));
    const writers = those.map(({ name }) => `gouji ${name}`).join(", ");
    throw new UsageError(
      l10n.t(
        "gouji {0} writes {1}, not “{2}”, which is written by: {3}.",
        command.name,
        offered,
        format,
        writers,
      ),
    );
  }
  const runIt = await command.load();
  return runIt(args, io, locale);
}

/** `gouji help`, `gouji help COMMAND`. */
function help(rest: readonly string[], io: Io): ExitStatus {
  const [name] = readArguments(rest, []).paths;
  const command = commands.find((one) => one.name === name);
  if (name !== undefined && command === undefined)
    throw new UsageError(l10n.t("There is no command “{0}”.", name));
  io.stdout.write(command === undefined ? overallHelp(commands) : commandHelp(command));
  return OK;
}

/** `gouji --help`, `gouji --version`, or a mistake. */
function withoutCommand(argv: readonly string[], io: Io): ExitStatus {
  const [first] = argv;
  if (first === "--version" || first === "-V") {
    io.stdout.write(`${version}\n`);
    return OK;
  }
  if (first !== undefined && !first.startsWith("-")) {
    throw new UsageError(l10n.t("There is no command “{0}”.", first));
  }
  if (first !== undefined && readArguments(argv, []).has("help")) {
    io.stdout.write(overallHelp(commands));
    return OK;
  }
  throw new UsageError(l10n.t("Name a command, for example: gouji check report.md"));
}
