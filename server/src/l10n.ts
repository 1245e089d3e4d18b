import * as l10n from "@vscode/l10n";
import chinese from "../../l10n/bundle.l10n.zh-cn.json";
import type { Bilingual } from "./rules/rule.ts";

/** The languages of messages, for both shells. */
export const locales = ["zh-cn", "en"] as const;
export type Locale = (typeof locales)[number];

/** The language to speak to someone whose tag is this ("zh-cn", "zh_CN.UTF-8", "de"). */
export function localeFor(tag: string): Locale {
  return /^zh\b|^zh_/i.test(tag) ? "zh-cn" : "en";
}

/** Sets the language of every message that l10n.t gives from now on. */
export function useLocale(locale: Locale): void {
  l10n.config({ contents: locale === "zh-cn" ? chinese : {} });
}

export function inLocale({ en, zh }: Bilingual, locale: Locale): string {
  return locale === "zh-cn" ? zh : en;
}
