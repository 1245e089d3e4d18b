import { expect, test } from "vitest";
import { parseText } from "../../../server/src/report/parse.ts";
import { reportText } from "../rules/report-text.ts";

const TEXT = reportText();
const TITLE = "东风街道2023年政府信息公开工作年度报告";

test("the same report twice is two reports", () => {
  const { reports } = parseText(TEXT + TEXT, "plaintext");
  expect(reports.map(({ title, figures }) => [title?.text, figures.size])).toEqual([
    [TITLE, 200],
    [TITLE, 200],
  ]);
});

test("its title at the head of each page is one report", () => {
  const text = TEXT.replace("\n二、", `\n${TITLE}\n\n二、`).replace("\n五、", `\n${TITLE}\n\n五、`);
  expect(parseText(text, "plaintext").reports.map(({ figures }) => figures.size)).toEqual([200]);
});
