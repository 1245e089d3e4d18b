import * as l10n from "@vscode/l10n";
import { displayWidth, padEnd } from "../text/width.ts";
import type { Command } from "./command.ts";
import { commonOptions, type Option, type OptionName, options } from "./options.ts";

/** What `gouji --help` prints. */
export function overallHelp(commands: readonly Command[]): string {
  const rows = commands.map(
    ({ name, usage, describe }) => [`gouji ${name} ${usage}`.trimEnd(), describe()] as const,
  );
  return [
    l10n.t(
      "gouji checks statutory annual reports on open government information (政府信息公开工作年度报告).",
    ),
    "",
    l10n.t("Commands:"),
    ...table(rows),
    "",
    l10n.t("Options of every command:"),
    ...table(optionRows(commonOptions)),
    "",
    l10n.t("gouji help COMMAND says more of a command, and which of the formats it writes."),
    l10n.t("PATH is a file, a folder, a pattern such as 2023/**/*.md, or - for standard input."),
    l10n.t("A Word document (.docx) is read as HTML, and lines are counted in that."),
    ...statusLines(),
    "",
  ].join("\n");
}

/** What `gouji check --help` prints. */
export function commandHelp({ name, usage, describe, options: own, differing, formats }: Command): string {
  const common = optionRows(commonOptions, { format: formats });
  return [
    l10n.t("Usage: {0}", `gouji ${name} ${usage}`.trimEnd()),
    "",
    describe(),
    "",
    l10n.t("Options:"),
    ...table([...optionRows(own, {}, differing), ...common]),
    "",
    ...statusLines(),
    "",
  ].join("\n");
}

function statusLines(): string[] {
  return [
    l10n.t("Exit status: 0 no error; 1 at least one error, too many warnings, or a file that would change;"),
    l10n.t("  2 wrong usage, a file that cannot be read, or a broken configuration."),
  ];
}

function optionRows(
  names: readonly OptionName[],
  choices: Partial<Record<OptionName, readonly string[]>> = {},
  differing: Command["differing"] = {},
): (readonly [string, string])[] {
  return names.map((name) => {
    const { short, value, describe } = differing[name] ?? (options[name] as Option);
    const offered = choices[name] ?? value;
    const hint = offered === undefined ? "" : ` ${typeof offered === "string" ? offered : offered.join("|")}`;
    return [`${short === undefined ? "" : `-${short}, `}--${name}${hint}`, describe()] as const;
  });
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => displayWidth(left, 1)));
  return rows.map(([left, right]) => `  ${padEnd(left, width, 1)}  ${right}`);
}
