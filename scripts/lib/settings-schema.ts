import { documentationFile, documentationUrl } from "../../server/src/rules/documentation.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { Bilingual, Rule } from "../../server/src/rules/rule.ts";

/** What the settings' own texts are called in package.nls.json; generated ones begin with this. */
export const PREFIX = "settings.rules.";

const SEVERITIES = ["error", "warning", "information", "hint", "off"];

/** The schema of the setting gouji.rules, as package.json has it. */
export function rulesSetting(): object {
  return {
    order: 1,
    type: "object",
    scope: "resource",
    default: {},
    additionalProperties: false,
    markdownDescription: "%settings.rules%",
    properties: Object.fromEntries(
      rules.map(({ code, severity }) => [
        code,
        {
          type: "string",
          enum: SEVERITIES,
          default: severity,
          markdownDescription: `%${nameOf(code)}%`,
        },
      ]),
    ),
  };
}

/** The descriptions that the schema refers to, by their names. */
export function rulesTexts(language: keyof Bilingual): Record<string, string> {
  return Object.fromEntries(rules.map((rule) => [nameOf(rule.code), textOf(rule, language)]));
}

function nameOf(code: string): string {
  return PREFIX + documentationFile(code).replace(/\.md$/, "");
}

function textOf({ code, title }: Rule, language: keyof Bilingual): string {
  const more =
    language === "zh" ? `。[说明](${documentationUrl(code)})` : `. [More](${documentationUrl(code)})`;
  return title[language] + more;
}
