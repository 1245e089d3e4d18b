import { describe, expect, test } from "vitest";
import { claimsOf } from "../../../server/src/claims/claims.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import type { MemberSum } from "../../../server/src/rules/other-reports.ts";
import { allClosed } from "../../../server/src/rules/prose/all-closed.ts";
import { allUpheld } from "../../../server/src/rules/prose/all-upheld.ts";
import { claim } from "../../../server/src/rules/prose/claim.ts";
import { disclosure } from "../../../server/src/rules/prose/disclosure.ts";
import { balance } from "../../../server/src/rules/relations/balance.ts";
import { groupTotal } from "../../../server/src/rules/relations/group-total.ts";
import { rowTotal } from "../../../server/src/rules/relations/row-total.ts";
import { formatDecimal } from "../../../server/src/text/decimal.ts";
import { findings, swap } from "../rules/checking.ts";
import { reportText } from "../rules/report-text.ts";
import { samples } from "../samples.ts";
import { claimsIn, notation, reportWith, sentences } from "./sentences.ts";

test("there are sentences enough, with claims and without", () => {
  expect(sentences.length).toBeGreaterThanOrEqual(150);
  expect(sentences.filter(({ expected }) => expected === "-").length).toBeGreaterThan(50);
});

test.each(sentences)("$sentence", ({ sentence, expected }) => {
  const claims = claimsIn(reportWith(sentence), sentence);
  expect(claims.map(notation).join(" ") || "-").toBe(expected);
});

const tied = sentences.filter(({ expected }) => expected !== "-");

describe.each(tied)("the claims of “$sentence”", ({ sentence }) => {
  const claims = claimsIn(reportWith(sentence), sentence).filter(
    ({ kind }) => kind === "count" || kind === "none",
  );

  test("agree with the figure that they name, and with no other", () => {
    for (const { kind, value, readings, place } of claims) {
      const name = readings[0]?.plus[0] ?? "";
      const written = formatDecimal(value);
      const rules = [claim, disclosure];
      const at = (found: ReturnType<typeof findings>, text: string): unknown[] =>
        found.filter(({ span }) => span.start === text.indexOf(sentence) + place.start);
      const right = reportWith(sentence, { cells: { [name]: written } });
      expect(at(findings(right.text, rules), right.text)).toEqual([]);
      const other = kind === "none" ? "2" : String(Number(written) + 7);
      // Whatever the number may mean, it is another.
      const cells = Object.fromEntries(readings.map(({ plus }) => [plus[0] ?? "", other]));
      const wrong = reportWith(sentence, { cells });
      // Among nothing but 0 the table itself tells which figure is wrong, and names the sentence as right.
      const located = findings(wrong.text, [rowTotal, balance, groupTotal]).filter(({ related }) =>
        related?.some(({ message }) => message.includes("would then be right")),
      );
      expect(at(findings(wrong.text, rules), wrong.text).length + located.length).toBeGreaterThan(0);
    }
  });
});

/** So much of the words that end with what is tied. */
const [BEFORE, SHOWN] = [20, 12];
/** What the samples say of their tables; all other numbers in them count something else. */
const TIED: Readonly<Record<string, readonly string[]>> = {
  "000": ["到有关政府信息公开的申请", "因政府信息公开被行政复议", "因政府信息公开被行政复议"],
  "001": ["共收到政府信息公开申请3", "息公开的行政复议申请件0", "信息公开的行政诉讼案件0"],
  "002": ["于要求公开政务信息的申请"],
  "003": ["共接到政府信息公开申请0"],
  "004": ["收到政府信息公开申请15", "个，已按相关规定全部答复"],
};

describe.each(samples())("$name", ({ name, text }) => {
  const [report] = parseText(text, "plaintext").reports;
  const claims = report === undefined ? [] : claimsOf(report);

  test("makes claims, and its tables confirm them", () => {
    expect(claims.length).toBeGreaterThan(0);
    expect(findings(text, [claim])).toEqual([]);
  });

  test("every number of section 一 that repeats a figure is tied to it", () => {
    const said = claims.map(({ place: { block, start, end } }) =>
      block.text.slice(Math.max(0, start - BEFORE), end).replace(/\s/g, ""),
    );
    expect(said.map((words) => words.slice(-SHOWN))).toEqual(TIED[name.slice(0, 3)]);
  });

  test("every number that is tied to a table is found when it changes", () => {
    for (const { kind, place } of claims) {
      if (kind !== "count" || report === undefined) continue;
      const start = report.document.offsetOf(place.block) + place.start;
      const end = start + place.end - place.start;
      const changed = `${text.slice(0, start)}${Number(text.slice(start, end)) + 3}${text.slice(end)}`;
      expect(findings(changed, [claim]).map(({ span }) => span.start)).toEqual([start]);
    }
  });
});

test("the fixes make text and table agree, either way, and neither is safe", () => {
  const sentence = "2023年，我局共收到政府信息公开申请15件。";
  const { text } = reportWith(sentence, { cells: { "表三/一/总计": "14" } });
  const [found] = findings(text, [claim]);
  expect(found?.message).toBe("The text says 15, 表三“一、本年新收政府信息公开申请数量/总计” is 14");
  expect(found?.fixes?.map(({ title, safe }) => [title, safe])).toEqual([
    ["Change the text to 14 (changes a figure)", false],
    ["Change 表三“一、本年新收政府信息公开申请数量/总计” from 14 to 15 (changes a figure)", false],
  ]);
  for (const fix of found?.fixes ?? []) expect(findings(found?.after(fix) ?? "", [claim])).toEqual([]);
});

const HEADING = "三、收到和处理政府信息公开申请情况";

describe.each(["tab", "pipe", "html", "flat"] as const)("a sentence above 表三 in %s", (layout) => {
  const text = reportText({ layout, cells: { "表三/一/自然人": "14", "表三/一/总计": "14" } });

  test.each([
    ["with blank lines", "\n\n", "\n\n"],
    ["without one below", "\n\n", "\n"],
    ["without any", "\n", "\n"],
  ])("%s is no label of a row, whatever it says", (_, above, below) => {
    const sentence = "本年新收政府信息公开申请15件。";
    const said = swap(text, `${HEADING}\n\n`, `${HEADING}${above}${sentence}${below}`);
    const told = findings(said, [claim, rowTotal]);
    expect(told.map(({ rule, actual }) => [rule, actual])).toEqual([["prose/claim", "15"]]);
  });
});

test("what 表二 has is a hint, a rounded fee is none, and the fixes make text and table agree", () => {
  const sentence = "全年制发规范性文件3件，行政事业性收费12.35万元。";
  const name = "表二/行政规范性文件/本年制发件数";
  const fee = { "表二/行政事业性收费/本年收费金额": "12.3456" };
  const { text } = reportWith(sentence, { cells: { ...fee, [name]: "2" } });
  const [found, ...more] = findings(text, [disclosure]);
  expect(more).toEqual([]);
  expect([found?.level, found?.message]).toEqual([
    "hint",
    "The text says 3, 表二“第二十条第（一）项 行政规范性文件/本年制发件数” is 2",
  ]);
  expect(found?.fixes).toHaveLength(2);
  for (const fix of found?.fixes ?? []) expect(findings(found?.after(fix) ?? "", [disclosure])).toEqual([]);
  const off = reportWith(sentence, { cells: { "表二/行政事业性收费/本年收费金额": "12.3556", [name]: "3" } });
  expect(findings(off.text, [disclosure])).toHaveLength(1);
});

test("in a consolidated report what is said of its own area is a claim, and of another's is none", () => {
  const sentence = "全区共收到政府信息公开申请15件，制发行政规范性文件3件。全市共收到政府信息公开申请99件。";
  const { text } = reportWith(sentence, { cells: { "表三/一/总计": "14" } });
  const district = text.replace("东风街道", "老城区人民政府办公室");
  const [report] = parseText(district, "plaintext").reports;
  if (report === undefined) throw new Error("no report");
  const members: MemberSum = { isWhole: false, members: [], sumOf: () => undefined };
  const said = (more: { members?: MemberSum }): string[] =>
    [claim, disclosure].flatMap((rule) =>
      [...rule.check({ report, fileName: "", ...more })].map(({ place: { block, start, end } }) =>
        block.text.slice(start, end),
      ),
    );
  expect(said({ members })).toEqual(["15", "3"]);
  expect(said({})).toEqual([]);
});

test("in the format of 2019 the figures have other names", () => {
  const sentence = "全年制发规范性文件3件，作出行政许可决定20件。";
  const options = {
    year: 2019,
    cells: { "表二/规范性文件/本年新制作数量": "3", "表二/行政许可/处理决定数量": "21" },
  };
  const { text } = reportWith(sentence, options);
  expect(findings(text, [disclosure]).map(({ expected }) => expected)).toEqual(["21"]);
});

test("“all answered” with some carried over is told as information", () => {
  const sentence = "收到政府信息公开申请15件，已全部答复。";
  const { text } = reportWith(sentence, { cells: { "表三/一/总计": "15", "表三/四/总计": "1" } });
  expect(findings(text, [claim, allClosed]).map(({ level, message }) => [level, message])).toEqual([
    ["information", "The text says that all were answered, 表三“四、结转下年度继续办理/总计” is 1"],
  ]);
});

test.each([
  ["政府信息公开行政复议3件，均获维持。", "尚未审结", "均获维持"],
  ["因政府信息公开被提起行政复议3件，全部维持。", "结果纠正", "全部维持"],
  ["未发生政府信息公开行政复议被纠错的情况。", "结果纠正", "未发生政府信息公开行政复议被纠错"],
])("“all upheld” with others in the table is told as information: %s", (sentence, column, words) => {
  const { text } = reportWith(sentence, {
    cells: { [`表四/行政复议/${column}`]: "1", "表四/行政复议/总计": "3" },
  });
  const found = findings(text, [allUpheld]);
  expect(found.map(({ level, span }) => [level, text.slice(span.start, span.end)])).toEqual([
    ["information", words],
  ]);
  expect(findings(reportWith(sentence).text, [allUpheld])).toEqual([]);
});
