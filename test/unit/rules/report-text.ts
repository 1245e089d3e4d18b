import type { Language } from "../../../server/src/document/block.ts";
import { figureName, type TableId } from "../../../server/src/forms/form.ts";
import { formForYear } from "../../../server/src/forms/index.ts";
import { statutoryTable } from "../../../server/src/tables/write/statutory.ts";
import { type WritableLayout, writeTable } from "../../../server/src/tables/write/write-table.ts";

export interface ReportOptions {
  readonly language?: Language;
  readonly layout?: WritableLayout;
  readonly year?: number;
  /** Cell texts by figure name; all others are 0. */
  readonly cells?: Readonly<Record<string, string>>;
}

/** A report that nothing can be said against, but for what `cells` says. */
export function reportText(options: ReportOptions = {}): string {
  const { language = "plaintext", layout = "tab", year = 2023, cells = {} } = options;
  const form = formForYear(year);
  const marks = language === "markdown" ? "## " : "";
  const table = (id: TableId): string => {
    const own = form.tables.find((one) => one.id === id);
    const data =
      own &&
      statutoryTable(own, {
        figure: ({ key }, column) => cells[figureName(id, key, column)] ?? "0",
        wording: (text) => text,
      });
    return (data && writeTable(data, layout, { lineBreak: "\n", ambiguousWidth: 2 })) ?? "";
  };
  const text: Readonly<Record<string, string>> = {
    一: `现将东风街道${year}年度政府信息公开工作情况报告如下。数据统计期限为${year}年1月1日至${year}年12月31日。一年来，我们规范信息管理，办好平台，做好监督保障。\n\n（一）主动公开。全年公开信息12条（含图解2条）。\n\n（二）依申请公开。与${year - 1}年相比，申请数量持平。`,
    五: `存在“重发布、轻解读”的问题。下一步，${year + 1}年将加强解读。`,
    六: `${year}年未收取信息处理费。`,
  };
  return [
    `${marks.slice(1)}东风街道${year}年政府信息公开工作年度报告`,
    ...form.sections.flatMap((section) => [
      `${marks}${section.number}、${section.title}`,
      section.table === undefined ? (text[section.number] ?? "") : table(section.table),
    ]),
  ]
    .join("\n\n")
    .concat("\n");
}

/** A row of 表三 as cells: "1 0 0 0 0 0 1". */
export function row(table: TableId, key: string, texts: string): Record<string, string> {
  const form = formForYear(2023).tables.find(({ id }) => id === table);
  const columns = form?.rows.find((one) => one.key === key)?.columns ?? [];
  return Object.fromEntries(
    texts
      .split(" ")
      .map((text, index) => [figureName(table, key, columns[index] ?? ""), text === "_" ? "" : text]),
  );
}
