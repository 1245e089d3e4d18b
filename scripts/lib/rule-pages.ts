import { documentationFile } from "../../server/src/rules/documentation.ts";
import { rules } from "../../server/src/rules/index.ts";
import { rulePage, severityName } from "../../server/src/rules/page.ts";
import type { Rule } from "../../server/src/rules/rule.ts";

const INDEX = "README.md";
const NOTICE = "<!-- Generated from server/src/rules by scripts/generate-rule-docs.mjs; do not edit. -->";

/** The files of docs/rules by name: a page for each rule, Chinese first, and an index. */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = new Map(rules.map((rule) => [documentationFile(rule.code), pageOf(rule)]));
  return pages.set(INDEX, indexOf(rules));
}

function pageOf(rule: Rule): string {
  const { code, title } = rule;
  return joined(
    NOTICE,
    `# ${code}`,
    `[English](#english) · [全部规则 All rules](${INDEX})`,
    `## ${title.zh}`,
    ...rulePage(rule, "zh"),
    "## English",
    `### ${title.en}`,
    ...rulePage(rule, "en"),
  );
}

function indexOf(listed: readonly Rule[]): string {
  const row = ({ code, severity, title }: Rule): string =>
    `| [${code}](${documentationFile(code)}) | ${severityName(severity, "zh")} ${severity} | ${title.zh} | ${title.en} |`;
  return joined(
    NOTICE,
    "# 规则 Rules",
    [
      "| 代码 Code | 默认 Default | 检查什么 | What is found |",
      "| --- | --- | --- | --- |",
      ...listed.map(row),
    ].join("\n"),
  );
}

function joined(...paragraphs: readonly string[]): string {
  return `${paragraphs.join("\n\n")}\n`;
}
