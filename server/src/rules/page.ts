import type { Bilingual, Rule, Severity } from "./rule.ts";

const SEVERITIES: Readonly<Record<Severity, Bilingual>> = {
  error: { en: "error", zh: "错误" },
  warning: { en: "warning", zh: "警告" },
  information: { en: "information", zh: "信息" },
  hint: { en: "hint", zh: "提示" },
};

/** A rule's severity as its pages name it. */
export function severityName(severity: Severity, language: keyof Bilingual): string {
  return SEVERITIES[severity][language];
}

/** What a reader is told of a rule below its title, in one language: paragraphs of markdown. */
export function rulePage(
  { code, severity, documentation }: Rule,
  language: keyof Bilingual,
): readonly string[] {
  const named = severityName(severity, language);
  const about: Bilingual = { zh: `默认严重程度：${named}`, en: `Default severity: ${named}` };
  const silencing: Bilingual = {
    zh: `**关闭或调整** 在一段文字、一张表格或一个标题之前单独写一行 \`<!-- gouji-disable ${code} -->\`，对紧接着的这一块不再提示；写在文件开头，对整个文件不再提示。在 gouji.yaml 的 \`rules\` 或编辑器的设置中，可以把本规则改为其他严重程度，或者用 \`off\` 关闭。`,
    en: `**Silencing.** A line of its own, \`<!-- gouji-disable ${code} -->\`, before a paragraph, a table or a heading silences the rule for that one; at the top of the file, for the whole file. Under \`rules\` in gouji.yaml or in the editor's settings the rule takes another severity, or \`off\`.`,
  };
  return [about, documentation, silencing].map((text) => text[language]);
}
