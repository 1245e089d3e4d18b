import { describe, expect, test } from "vitest";
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

describe("reports without titles", () => {
  const bare = TEXT.replace(`${TITLE}\n\n`, "");
  const lead = "现将财政局2023年度政府信息公开工作情况报告如下。\n\n";
  const body = bare.replace(/现将东风街道[^。]*。/, "");
  const read = (text: string): unknown =>
    parseText(text, "plaintext").reports.map(({ agency, sections, figures }) => [
      agency,
      sections.map(({ key }) => key).join(""),
      figures.size,
    ]);

  test("begin where 一 comes again", () => {
    expect(read(TEXT + bare)).toEqual([
      ["东风街道", "一二三四五六", 200],
      ["东风街道", "一二三四五六", 200],
    ]);
  });

  test("begin with what leads in to 一", () => {
    expect(read(`${TEXT}\n财政局\n\n${lead}${body}`)).toEqual([
      ["东风街道", "一二三四五六", 200],
      ["财政局", "一二三四五六", 200],
    ]);
  });

  test("need no blank line between them", () => {
    expect(read((TEXT + bare).replace(/\n+/g, "\n"))).toEqual(read(TEXT + bare));
  });

  test.each([
    ["one section again", `${TEXT}\n一、总体情况\n\n（一）主动公开。全年公开信息12条。\n`],
    ["a table of contents", `${TEXT.match(/^[一二三四五六]、.*况$|^六、.*项$/gm)?.join("\n\n")}\n\n${bare}`],
  ])("%s begins none", (_, text) => {
    expect(parseText(text, "plaintext").reports).toHaveLength(1);
  });
});
