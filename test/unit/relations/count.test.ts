import { expect, test } from "vitest";
import { countRelations } from "../../../server/src/relations/count.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { samples } from "../samples.ts";
import { own } from "./own.ts";

const BUDGET = `## 经费收支

| 项目 | 上年 | 本年 |
| --- | --- | --- |
| 人员经费 | 10 | 12 |
| 公用经费 | 4 | 3 |
| 合计 | 14 | 16 |
`;
const SUM = own("经费收支", "合计 = 人员经费 + 公用经费");

test("the form's relations are counted, and those of gouji.yaml with them", () => {
  const [sample] = samples();
  const { reports } = parseText(`${sample?.text}\n\n${BUDGET}`, "markdown");
  expect(countRelations(reports)).toEqual({ relations: 42, holding: 42 });
  expect(countRelations(reports, [SUM])).toEqual({ relations: 44, holding: 43 });
});

test("those of gouji.yaml are counted in a text that is no report, too", () => {
  const { reports } = parseText(BUDGET, "markdown");
  expect(countRelations(reports, [SUM])).toEqual({ relations: 2, holding: 1 });
});
