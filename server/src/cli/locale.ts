import { type Locale, localeFor, locales } from "../l10n.ts";

/**
 * The language that a terminal's environment asks for (POSIX: LC_ALL before LC_MESSAGES before LANG). The system is asked
 * only where that says nothing: the first use of Intl takes longer than the check of a report.
 */
export function localeOf(
  env: Readonly<Record<string, string | undefined>>,
  system: () => string = () => Intl.DateTimeFormat().resolvedOptions().locale,
): Locale {
  const named = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== "");
  return localeFor(named ?? system());
}

/**
 * The language named by `--locale`, looked for before the other options are read, since their mistakes are
 * told in it too. A language that is not offered is left for the option check to tell.
 */
export function localeOption(argv: readonly string[]): Locale | undefined {
  let found: string | undefined;
  for (const [index, argument] of argv.entries()) {
    if (argument === "--") break;
    if (argument === "--locale") found = argv[index + 1];
    else if (argument.startsWith("--locale=")) found = argument.slice("--locale=".length);
  }
  return locales.find((locale) => locale === found);
}
