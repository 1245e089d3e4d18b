import type { Language } from "../document/block.ts";
import { figureName, type SectionForm, type TableForm } from "../forms/form.ts";
import { formForYear } from "../forms/index.ts";
import type { ReportDigest } from "../rules/other-reports.ts";
import { statutoryTable } from "../tables/write/statutory.ts";
import { type WritableLayout, type WriteOptions, writeTable } from "../tables/write/write-table.ts";
import { formatDecimal } from "../text/decimal.ts";

export interface NewReport extends WriteOptions {
  readonly agency: string;
  readonly year: number;
  readonly language: Exclude<Language, "html">;
  readonly layout: Exclude<WritableLayout, "flat">;
  /** Last year's 四、结转下年度继续办理 by column, where it is known: this year's row 二. */
  readonly carriedOver?: ReadonlyMap<string, string>;
  /** Cells that are known, by figure name. */
  readonly figures?: ReadonlyMap<string, string>;
}

/** What last year's report carried over, by column: its row 四, where that has numbers. */
export function carriedOverTo({ figures }: ReportDigest): ReadonlyMap<string, string> {
  const columns = formForYear(undefined).tables.find(({ id }) => id === "表三")?.rows[0]?.columns ?? [];
  return new Map(
    columns.flatMap((column): [string, string][] => {
      const figure = figures.get(figureName("表三", "四", column));
      return figure?.kind === "number" && figure.value !== null
        ? [[column, formatDecimal(figure.value)]]
        : [];
    }),
  );
}

/** What each section must hold (article 50 of the Regulation; 国办公开办函〔2021〕30号), for the author to fill in. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  一: ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"],
  五: ["存在的主要问题", "改进情况"],
};
export const PROMPT = "〔待填写〕";

/**
 * A report to be filled in: title, the six sections with their parts, and the statutory tables with blank figures.
 * Only what is known for certain is filled in: the carry-over from last year's report, or the sums of members.
 */
export function newReport(report: NewReport): string {
  const { agency, year, lineBreak } = report;
  const paragraphs = [
    heading(`${agency}${year}年政府信息公开工作年度报告`, 1, report),
    `本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    ...formForYear(year).sections.flatMap((section) => sectionText(section, report)),
  ];
  return paragraphs.join(lineBreak + lineBreak) + lineBreak;
}

function sectionText({ number, title, table }: SectionForm, report: NewReport): string[] {
  const own = formForYear(report.year).tables.find(({ id }) => id === table);
  const parts = PARTS[number] ?? [];
  return [
    heading(`${number}、${title}`, 2, report),
    ...parts.flatMap((part, index) => [heading(`（${NUMBERS[index]}）${part}`, 3, report), PROMPT]),
    ...(own === undefined ? [] : [tableText(own, report)]),
    ...(own === undefined && parts.length === 0 ? [PROMPT] : []),
  ];
}

const NUMBERS = "一二三四五";

function heading(text: string, level: number, { language }: NewReport): string {
  return language === "markdown" ? `${"#".repeat(level)} ${text}` : text;
}

function tableText(form: TableForm, { layout, carriedOver, figures, ...options }: NewReport): string {
  const data = statutoryTable(form, {
    figure({ key }, column) {
      const name = figureName(form.id, key, column);
      const isCarriedIn = name === figureName("表三", "二", column);
      return figures?.get(name) ?? (isCarriedIn ? carriedOver?.get(column) : undefined) ?? "";
    },
    wording: (text) => text,
  });
  return writeTable(data, layout, options) ?? "";
}
