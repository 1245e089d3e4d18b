import { expect, test } from "vitest";
import { allClosed } from "../../../server/src/rules/prose/all-closed.ts";
import { claim } from "../../../server/src/rules/prose/claim.ts";
import { reportWith } from "../claims/sentences.ts";
import { findings } from "./checking.ts";

test.each([
  ["收到政府信息公开申请9件。", "表三“一、本年新收政府信息公开申请数量/总计”"],
  [
    "收到政府信息公开申请0件，其中法人或其他组织9件。",
    "表三“一、本年新收政府信息公开申请数量/法人或其他组织” (5 cells together)",
  ],
  ["答复政府信息公开申请0件，其中不予公开9件。", "表三“（三）不予公开/总计” (8 cells together)"],
  ["答复政府信息公开申请0件，其中其他处理9件。", "表三“（六）其他处理/总计” (3 cells together)"],
  [
    "答复政府信息公开申请0件，其中予以公开和部分公开9件。",
    "表三“（一）予以公开/总计” + 表三“（二）部分公开/总计”",
  ],
  ["因政府信息公开被提起行政诉讼9件。", "表四“行政诉讼/总计” (2 cells together)"],
])("what is added up is told in the words of the form: %s", (sentence, label) => {
  const { text } = reportWith(sentence);
  expect(findings(text, [claim]).map(({ message }) => message)).toEqual([`The text says 9, ${label} is 0`]);
});

test.each([
  ["上年度结转政府信息公开申请18件，已全部办结。", 0],
  ["收到市政府办公室转办的政府信息公开申请37件，已全部办结。", 0],
  ["通过信函收到政府信息公开申请37件，已全部办结。", 0],
  ["收到政府信息公开申请265件，上年结转18件，已全部办结。", 1],
  ["收到政府信息公开申请265件，已全部办结。", 1],
  ["上年结转18件。政府信息公开申请已全部办结。", 1],
])("what is said of a part only says nothing of what was carried over: %s", (sentence, count) => {
  const { text } = reportWith(sentence, { cells: { "表三/四/总计": "1" } });
  expect(findings(text, [allClosed])).toHaveLength(count);
});

test("a number in Chinese numerals stays one", () => {
  const { text } = reportWith("2023年，我局共收到政府信息公开申请十五件。", {
    cells: { "表三/一/总计": "14" },
  });
  const [found] = findings(text, [claim]);
  expect(found?.fixes?.map(({ edits }) => edits[0]?.newText)).toEqual(["十四", "15"]);
});

test("a figure for which the sums of its table speak is offered no other value", () => {
  const row = (key: string) => ({ [`表三/${key}/自然人`]: "14", [`表三/${key}/总计`]: "14" });
  const { text } = reportWith("2023年，我局共收到政府信息公开申请15件。", {
    cells: { ...row("一"), ...row("四") },
  });
  const [found] = findings(text, [claim]);
  expect(found?.fixes?.map(({ edits }) => edits[0]?.newText)).toEqual(["14"]);
});
