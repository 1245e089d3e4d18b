import * as l10n from "@vscode/l10n";
import chinese from "../../../l10n/bundle.l10n.zh-cn.json";
import type { Bilingual } from "../rules/rule.ts";

export const locales = ["zh-cn", "en"] as const;
export type Locale = (typeof locales)[number];

/** The language that a terminal's environment asks for (POSIX: LC_ALL before LC_MESSAGES before LANG). */
export function localeOf(
  env: Readonly<Record<string, string | undefined>>,
  system: string = Intl.DateTimeFormat().resolvedOptions().locale,
): Locale {
  const named = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== "");
  return /^zh\b|^zh_/i.test(named ?? system) ? "zh-cn" : "en";
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

/** Sets the language of every message that l10n.t gives from now on. */
export function useLocale(locale: Locale): void {
  l10n.config({ contents: locale === "zh-cn" ? chinese : {} });
}

export function inLocale({ en, zh }: Bilingual, locale: Locale): string {
  return locale === "zh-cn" ? zh : en;
}
