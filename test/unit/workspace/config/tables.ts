import { namedTablesOf } from "../../../../server/src/relations/tables.ts";
import { parseText } from "../../../../server/src/report/parse.ts";

/** The tables of a text. */
export function tablesIn(text: string): ReturnType<typeof namedTablesOf> {
  return parseText(text, "markdown").reports.flatMap(namedTablesOf);
}

export const budget = tablesIn(`## 附件

经费收支

| 项目 | 上年 | 本年 |
| --- | --- | --- |
| 人员经费 | 1 | 2 |
| 公用（运行）经费 | 3 | 4 |
| 其他 | 0 | 0 |
| 其他 | 0 | 0 |
| 合计 | 4 | 6 |

受理: 情况

| 单位 | 线上 | 合计 |
| --- | --- | --- |
| 甲局 | 1 | 1 |
| 合计 | 1 | 1 |
`);
