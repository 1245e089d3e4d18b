import type { Connection } from "vscode-languageserver";
import { localeFor } from "../l10n.ts";
import { documentationFile } from "../rules/documentation.ts";
import { rules } from "../rules/index.ts";
import { rulePage } from "../rules/page.ts";
import type { Client } from "./client.ts";

/** The page of a rule by its file name, in the editor's language: markdown; null where there is no such rule. */
export const rulePageRequest = "gouji/rulePage";

export function answerRulePage(connection: Connection, client: () => Client): void {
  connection.onRequest(rulePageRequest, ({ file }: { file: string }): string | null => {
    const rule = rules.find(({ code }) => documentationFile(code) === file);
    if (rule === undefined) return null;
    const language = localeFor(client().locale) === "zh-cn" ? "zh" : "en";
    return [`# ${rule.title[language]}`, `\`${rule.code}\``, ...rulePage(rule, language), ""].join("\n\n");
  });
}
