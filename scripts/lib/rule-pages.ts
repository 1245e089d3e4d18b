import { documentationFile } from "../../server/src/rules/documentation.ts";
import { rules } from "../../server/src/rules/index.ts";
import type { Rule, Severity } from "../../server/src/rules/rule.ts";

const INDEX = "README.md";
const NOTICE = "<!-- Generated from server/src/rules by scripts/generate-rule-docs.mjs; do not edit. -->";

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: "错误",
  warning: "警告",
  information: "信息",
  hint: "提示",
};

/** The files of docs/rules by name: a page for each rule, Chinese first, and an index. */
export function rulePages(): ReadonlyMap<string, string> {
  const pages = new Map(rules.map((rule) => [documentationFile(rule.code), pageOf(rule)]));
  return pages.set(INDEX, indexOf(rules));
}

function pageOf({ code, severity, title, documentation }: Rule): string {
  return joined(
    NOTICE,
    `# ${code}`,
    `[English](#english) · [全部规则 All rules](${INDEX})`,
    `## ${title.zh}`,
    `默认严重程度：${SEVERITIES[severity]}`,
    documentation.zh,
    `**关闭或调整** 在一段文字、一张表格或一个标题之前单独写一行 \`<!-- gouji-disable ${code} -->\`，对紧接着的这一块不再提示；写在文件开头，对整个文件不再提示。在 gouji.yaml 的 \`rules\` 或编辑器的设置中，可以把本规则改为其他严重程度，或者用 \`off\` 关闭。`,
    "## English",
    `### ${title.en}`,
    `Default severity: ${severity}`,
    documentation.en,
    `**Silencing.** A line of its own, \`<!-- gouji-disable ${code} -->\`, before a paragraph, a table or a heading silences the rule for that one; at the top of the file, for the whole file. Under \`rules\` in gouji.yaml or in the editor's settings the rule takes another severity, or \`off\`.`,
  );
}

function indexOf(listed: readonly Rule[]): string {
  const row = ({ code, severity, title }: Rule): string =>
    `| [${code}](${documentationFile(code)}) | ${SEVERITIES[severity]} ${severity} | ${title.zh} | ${title.en} |`;
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
