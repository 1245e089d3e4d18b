import type { Locale } from "../l10n.ts";
import type { Arguments } from "./args.ts";
import type { ExitStatus } from "./exit-status.ts";
import type { Io } from "./io.ts";
import type { Format, Option, OptionName } from "./options.ts";

/** What the help says of a command, and how to run it. */
export interface Command {
  readonly name: string;
  /** What stands behind the name: "PATH…". */
  readonly usage: string;
  readonly describe: () => string;
  /** Options beside those that every command takes. */
  readonly options: readonly OptionName[];
  /** Those of them that mean something else here than with other commands. */
  readonly differing?: Partial<Record<OptionName, Option>>;
  readonly formats: readonly Format[];
  /** Loads the command's own code, so that the others start without it. */
  readonly load: () => Promise<RunCommand>;
}

export type RunCommand = (args: Arguments, io: Io, locale: Locale) => Promise<ExitStatus>;
