import * as l10n from "@vscode/l10n";

/**
 * What the form asks for in a row, with the article it rests on. Articles are those of the Regulation,
 * 《中华人民共和国政府信息公开条例》（国令第711号）; the rest is 国办公开办函〔2021〕30号.
 */
export function rowNote(key: string): string | undefined {
  return NOTES[key]?.();
}

const exempt14 = (): string =>
  l10n.t(
    "Article 14: state secrets, what laws or administrative regulations forbid to disclose, and what would endanger national, public or economic security or social stability are not disclosed.",
  );
const internal = (): string =>
  l10n.t(
    "Article 16: internal affairs, drafts and correspondence on the way to a decision, and files of administrative enforcement may be withheld.",
  );
const issued = (): string =>
  l10n.t("Article 20 (1). Issued and repealed: within the year. In force: at the end of the year.");
const decided = (): string => l10n.t("Article 20 (5) and (6): how many decisions were made within the year.");

const NOTES: Readonly<Record<string, () => string>> = {
  规章: issued,
  行政规范性文件: issued,
  行政许可: decided,
  行政处罚: decided,
  行政强制: decided,
  行政事业性收费: () =>
    l10n.t(
      "Article 20 (8): what was charged within the year, in 万元. The 信息处理费 of section 六 is not part of it.",
    ),
  一: () => l10n.t("Applications received from 1 January to 31 December."),
  二: () =>
    l10n.t("Applications carried over from the year before: row 四 of last year's report, column by column."),
  "三(一)": () => l10n.t("Article 36 (1) and (2): all that was asked for is public or was given."),
  "三(二)": () =>
    l10n.t(
      "Article 37: part could be told apart and was given. Count such a case here only, not with the reasons for the rest.",
    ),
  "三(三)1": exempt14,
  "三(三)2": exempt14,
  "三(三)3": exempt14,
  "三(三)4": () =>
    l10n.t(
      "Articles 15 and 32: trade secrets, privacy and other rights of third parties who do not consent.",
    ),
  "三(三)5": internal,
  "三(三)6": internal,
  "三(三)7": internal,
  "三(三)8": () =>
    l10n.t(
      "Article 36 (7): records such as those of the business or real estate registers, which other rules give access to.",
    ),
  "三(四)1": () =>
    l10n.t(
      "Article 36 (4) and (5): the information does not exist here, or another organ is responsible for it.",
    ),
  "三(四)2": () => l10n.t("Article 38: information that would first have to be made, processed or analysed."),
  "三(四)3": () =>
    l10n.t(
      "Article 30: what is asked for stays unclear after the applicant was asked to complete the application.",
    ),
  "三(五)1": () =>
    l10n.t(
      "Article 39: a petition, complaint or tip in the form of an application; the applicant is told the right way.",
    ),
  "三(五)2": () => l10n.t("Article 36 (6): the same applicant asks for the same again after an answer."),
  "三(五)3": () =>
    l10n.t(
      "Article 39: gazettes, newspapers, books and other publications; the applicant is told where to get them.",
    ),
  "三(五)4": () =>
    l10n.t("Article 35: number and frequency clearly beyond reason, and no good reason given."),
  "三(五)5": () => l10n.t("The applicant has the information already and wants it confirmed or issued anew."),
  "三(六)1": () =>
    l10n.t("Article 30: the applicant did not complete the application in time and gave no reason."),
  "三(六)2": () =>
    l10n.t("Article 42 and 国办函〔2020〕109号: the applicant did not pay the 信息处理费 in time."),
  "三(六)3": () => l10n.t("Outcomes that fit none of the rows above, such as applications withdrawn."),
  "三(七)": () => l10n.t("The sum of （一） to （六）, column by column: everything closed within the year."),
  四: () => l10n.t("Applications not closed on 31 December. Next year's report has them in row 二."),
};
