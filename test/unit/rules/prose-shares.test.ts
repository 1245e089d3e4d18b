import { describe, expect, test } from "vitest";
import { share } from "../../../server/src/rules/prose/share.ts";
import { reportWith } from "../claims/sentences.ts";
import { samples } from "../samples.ts";
import { findings } from "./checking.ts";

/** 表三: 15 received, 1 carried over, 14 closed. */
const cells = { "表三/一/总计": "15", "表三/二/总计": "1", "表三/三(七)/总计": "14" };

const told = (sentence: string): string[] =>
  findings(reportWith(sentence, { cells }).text, [share]).map(
    ({ level, actual, expected }) => `${level} ${actual} ${expected}`,
  );

describe("a share that fits is left alone", () => {
  test.each([
    ["of the whole before 其中", "共收到政府信息公开申请15件，其中自然人申请10件，占66.7%。"],
    ["cut off", "共收到政府信息公开申请15件，其中自然人申请10件，占66.6%。"],
    ["without decimals", "共收到政府信息公开申请15件，其中自然人申请10件，占67%。"],
    ["with two decimals", "共收到政府信息公开申请15件，其中自然人申请10件，占比66.67%。"],
    ["of all in full-width digits", "共收到政府信息公开申请１５件，其中自然人申请１０件，占６６．７％。"],
    ["of those closed, from the table alone", "政府信息公开申请予以公开7件，占办结总数的50%。"],
    ["of those received, from the table alone", "予以公开政府信息公开申请3件，占申请总量的20%。"],
    ["of those received and carried over", "予以公开政府信息公开申请4件，占25%。"],
    ["with those named before it", "共收到申请15件，其中予以公开5件、部分公开3件，占53.3%。"],
    ["each of both parts", "收到政府信息公开申请中，自然人申请9件，占75%，法人申请3件，占25%。"],
    ["of another number of the paragraph", "本年发布信息300条。发布公告200条，其中政策类100条，占33.3%。"],
  ])("%s", (_, sentence) => {
    expect(told(sentence)).toEqual([]);
  });
});

describe("a share whose numbers are not all known is left alone", () => {
  test.each([
    ["about", "共收到政府信息公开申请15件，其中自然人申请10件，约占70%。"],
    ["more or less", "共收到政府信息公开申请15件，其中自然人申请10件，占70%左右。"],
    ["a whole not said exactly", "全年发布信息300余条，其中政策类100条，占40%。"],
    ["of another body", "全市共发布信息300条，其中我局100条，占40%。"],
    ["of another time", "历年累计发布信息300条，其中政策类100条，占40%。"],
    ["of a whole that is not told", "发布政策解读100条，占全部解读的40%。"],
    ["of something else", "共收到申请15件，其中自然人申请10件，占市级部门的40%。"],
    ["several at once", "共收到申请15件，其中自然人10件、法人5件，分别占76.7%、23.3%。"],
    ["a growth", "共收到政府信息公开申请15件，其中自然人申请10件，同比增长40%。"],
    ["points", "依申请公开办结率提高40%。"],
  ])("%s", (_, sentence) => {
    expect(told(sentence)).toEqual([]);
  });
});

describe("a share that fits nothing is found", () => {
  test.each([
    ["of the whole before 其中", "共收到申请15件，其中自然人申请10件，占76.7%。", "warning 76.7% 66.7%"],
    ["in brackets", "共收到申请15件，其中自然人申请10件（占76.7%）。", "warning 76.7% 66.7%"],
    ["as 占比", "发布公告200条，其中政策类100条，占比40%。", "warning 40% 50%"],
    ["with decimals", "发布公告300条，其中政策类100条，占总数的33.43%。", "warning 33.43% 33.33%"],
    ["of those that the table knows", "予以公开政府信息公开申请7件，占60%。", "warning 60% 50%"],
    [
      "the second of two",
      "共收到申请15件，其中自然人10件，占66.7%，法人5件，占23.3%。",
      "warning 23.3% 33.3%",
    ],
  ])("%s", (_, sentence, expected) => {
    expect(told(sentence)).toEqual([expected]);
  });

  test("its fix writes the share, with the decimals that the text has, and is not safe", () => {
    const { text } = reportWith("共收到申请15件，其中自然人申请10件，占７６．７％。", { cells });
    const [found] = findings(text, [share]);
    expect(found?.message).toBe("The text says 76.7%; 10 of 15 is 66.7%");
    expect(found?.fixes?.map(({ title, safe }) => [title, safe])).toEqual([
      ["Change the text to ６６．７ (changes a figure)", false],
    ]);
    for (const fix of found?.fixes ?? []) expect(findings(found?.after(fix) ?? "", [share])).toEqual([]);
  });

  test("not where the table is not sure", () => {
    const { text } = reportWith("予以公开政府信息公开申请7件，占60%。", {
      cells: { ...cells, "表三/三(七)/总计": "若干" },
    });
    expect(findings(text, [share])).toEqual([]);
  });
});

test("the samples are silent", () => {
  for (const { text } of samples()) expect(findings(text, [share])).toEqual([]);
});

describe("a share of what its words name, without a count", () => {
  /** 15 received, 12 of them from natural persons; 1 carried over; 14 closed, 7 of them disclosed, 4 unavailable. */
  const kinds = {
    ...cells,
    "表三/一/自然人": "12",
    "表三/一/商业企业": "2",
    "表三/一/其他": "1",
    "表三/三(一)/总计": "7",
    "表三/三(四)1/总计": "3",
    "表三/三(四)2/总计": "1",
  };
  const told = (sentence: string): string[] =>
    findings(reportWith(sentence, { cells: kinds }).text, [share]).map(
      ({ level, actual, expected }) => `${level} ${actual} ${expected}`,
    );

  test.each([
    ["共收到政府信息公开申请15件，其中自然人申请占比35%。", ["warning 35% 80%"]],
    ["政府信息公开申请人中，自然人占70%，法人或其他组织占20%。", ["warning 70% 80%"]],
    ["（二）依申请公开。从办理结果看，予以公开占比60%、无法提供占比28.6%。", ["warning 60% 50%"]],
    ["（二）依申请公开。从申请人看，自然人申请占比９５％。", ["warning 95% 80%"]],
  ])("%s", (sentence, expected) => {
    expect(told(sentence)).toEqual(expected);
  });

  test.each([
    ["of those received", "共收到政府信息公开申请15件，其中自然人申请占比80%。"],
    ["of those received and carried over", "政府信息公开申请中自然人申请占75%。"],
    ["cut off", "政府信息公开申请中，商业企业占13.3%。"],
    ["of the organisations", "收到政府信息公开申请15件，企业占法人和其他组织的67%，商业企业占比66.7%。"],
    ["of the group", "政府信息公开申请中，无法提供4件。本机关不掌握相关政府信息占75%。"],
    ["of a number of the paragraph", "政府信息公开申请中，自然人提交20件次。自然人申请占60%。"],
    ["of one kind of applicants", "政府信息公开申请中，自然人申请12件，其中予以公开占35%。"],
    ["in what was named", "在自然人提出的政府信息公开申请中，予以公开占35%。"],
    ["not said exactly", "共收到政府信息公开申请15件，其中自然人申请占比约35%。"],
    ["of another time", "近三年收到政府信息公开申请中，自然人申请占比35%。"],
    ["of another body", "全市政府信息公开申请中，自然人申请占比35%。"],
    ["of another kind", "共收到政府信息公开申请15件，其中网上申请占比35%。"],
    ["a change", "政府信息公开申请中，自然人申请占比上升35%。"],
    ["of something else", "自然人占比35%。"],
    ["of what was asked for", "政府信息公开申请涉及多个领域，其中企业占比35%。"],
  ])("%s is left alone", (_, sentence) => {
    expect(told(sentence)).toEqual([]);
  });

  test("is left alone where the table is not read for sure", () => {
    const text = reportWith("共收到政府信息公开申请15件，其中自然人申请占比35%。", { cells: kinds }).text;
    expect(findings(text.replace(/\t（七）总计.*/, ""), [share])).toEqual([]);
  });
});
