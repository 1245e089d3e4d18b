import * as l10n from "@vscode/l10n";
import type { TableId } from "../forms/form.ts";
import { rowNote } from "./row-notes.ts";

/**
 * What the form asks for beside its rows: its sections, the heads of its columns, the groups of its rows. Articles are
 * those of the Regulation, 《中华人民共和国政府信息公开条例》（国令第711号）.
 */
export function sectionNote(key: string): string | undefined {
  return SECTIONS[key]?.();
}

/** A word printed in a statutory table, with what is to be known of it. */
export interface TableWord {
  readonly word: string;
  readonly note: string;
}

/** The words of a table that have a note, the longest first: 未经复议直接起诉 before 行政复议. */
export function tableWords(table: TableId): TableWord[] {
  return Object.entries(WORDS[table])
    .map(([word, note]) => ({ word, note: note() ?? "" }))
    .sort((a, b) => b.word.length - a.word.length);
}

export function feeNote(): string {
  return l10n.t(
    "国办函〔2020〕109号: section 六 says whether 信息处理费 was charged (article 42), and how much. It is no part of 行政事业性收费 in 表二.",
  );
}

const SECTIONS: Readonly<Record<string, () => string>> = {
  一: () =>
    l10n.t(
      "Five parts: 主动公开, 依申请公开, 政府信息管理, 政府信息公开平台建设 and 监督保障. Its figures are those of the tables.",
    ),
  二: () => l10n.t("Article 50 (1): what was disclosed under article 20, with 表二 filled in completely."),
  三: () =>
    l10n.t(
      "Article 50 (2): applications received and dealt with, with 表三 filled in completely. In every column 一 + 二 = （七）总计 + 四.",
    ),
  四: () => l10n.t("Article 50 (3): reviews and lawsuits over 政府信息公开, with 表四 filled in completely."),
  五: () =>
    l10n.t(
      "Article 50 (4): the main problems and how they are dealt with, both. A government's report also has the results of assessment, public review and accountability.",
    ),
  六: () =>
    l10n.t("Article 50 (5). It says whether 信息处理费 was charged, and how much (国办函〔2020〕109号)."),
};

const applicant = (): string =>
  l10n.t("Every application is counted in one of the six kinds of applicant, and the six add up to 总计.");

const WORDS: Readonly<Record<TableId, Readonly<Record<string, () => string | undefined>>>> = {
  表二: {
    本年制发件数: () => rowNote("规章"),
    本年废止件数: () => rowNote("规章"),
    现行有效件数: () => rowNote("规章"),
    本年处理决定数量: () => rowNote("行政许可"),
    本年收费金额: () => rowNote("行政事业性收费"),
  },
  表三: {
    自然人: applicant,
    法人或其他组织: applicant,
    商业企业: applicant,
    科研机构: applicant,
    社会公益组织: applicant,
    法律服务机构: applicant,
    本年度办理结果: () =>
      l10n.t(
        "All that was closed within the year, each application in one row of （一） to （六）; （七）总计 is their sum.",
      ),
    不予公开: () =>
      l10n.t("Articles 14, 15, 16 and 36 (7): each application by the ground it was refused on."),
    无法提供: () => l10n.t("Articles 30, 36 (4) and (5), and 38: there was nothing that could be given."),
    不予处理: () => l10n.t("Articles 35, 36 (6) and 39: applications that are not dealt with as such."),
    其他处理: () => l10n.t("Articles 30 and 42, and outcomes that fit none of the rows above."),
  },
  表四: {
    行政复议: () =>
      l10n.t(
        "Applications for review of what the organ did in 政府信息公开, by result; the four add up to 总计.",
      ),
    行政诉讼: () =>
      l10n.t(
        "Lawsuits over what the organ did in 政府信息公开: brought at once and brought after a review are counted apart.",
      ),
    未经复议直接起诉: () =>
      l10n.t("Lawsuits without a review before them, by result; the four add up to 总计."),
    复议后起诉: () => l10n.t("Lawsuits after a review, by result; the four add up to 总计."),
    结果维持: () => l10n.t("Closed, and what the organ did was upheld."),
    结果纠正: () => l10n.t("Closed, and what the organ did was corrected."),
    其他结果: () => l10n.t("Closed in another way, such as withdrawn."),
    尚未审结: () => l10n.t("Not closed on 31 December."),
  },
};
