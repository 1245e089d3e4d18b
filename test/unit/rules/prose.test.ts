import * as l10n from "@vscode/l10n";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import chinese from "../../../l10n/bundle.l10n.zh-cn.json";
import { rules } from "../../../server/src/rules/index.ts";
import { unbalanced } from "../../../server/src/rules/prose-unbalanced.ts";
import { yearMismatch } from "../../../server/src/rules/year-mismatch.ts";
import { office, officeReport } from "../workspace/files.ts";
import { findings, remark, swap } from "./checking.ts";
import { reportText } from "./report-text.ts";

afterEach(() => l10n.config({ contents: {} }));

/** A clean report with the paragraphs of section 六 replaced. */
function withProse(prose: string): string {
  return swap(reportText(), /2023年未收取信息处理费。/, prose);
}

describe("prose/unbalanced", () => {
  test.each([
    ["a stray closing quote", "社区配合落实⟦”⟧的工作格局"],
    ["a quote that stays open", "形成⟦“⟧主要领导亲自抓的工作格局。"],
    ["the second half typed as a first", "形成⟦“⟧主要领导亲自抓“的工作格局。"],
    ["a bracket that stays open", "公开信息12条⟦（⟧其中图解2条。"],
    ["a title mark", "根据⟦《⟧条例的规定"],
    ["the year of a number", "国办公开办函⟦〔⟧2021）30号"],
    ["one of each kind", "⟦“⟧公开⟦（⟧透明"],
    ["after a pair that is whole", "“公开”透明⟦”⟧"],
    ["an inner one", "（公开（透明⟦（⟧。））"],
    ["in a heading", "⟦（⟧三、依申请公开"],
    ["far apart", `⟦“⟧公开${"\n\n又一段。".repeat(8)}\n\n透明⟦”⟧`],
  ])("%s", (name, prose) => {
    const text = withProse(prose);
    // An inner bracket pairs with the nearest: what is left over is the outermost.
    const expected = name === "an inner one" ? withProse("⟦（⟧公开（透明（。））") : text;
    const wanted = name === "the year of a number" ? withProse("国办公开办函⟦〔⟧2021⟦）⟧30号") : expected;
    expect(remark(text, unbalanced).marked).toBe(wanted);
  });

  test.each([
    ["nested", "“一网通办“政务”服务”"],
    ["mixed width", "（一)规章，(二）其他"],
    ["numbers of a list", "1)加强领导；2)完善制度。一）检查\n- 3) 整改"],
    ["straight quotes", '"公开'],
    ["over paragraphs", "“公开。\n\n透明。”"],
    ["over lines", "根据《条例\n规定》公开"],
    ["an apostrophe", "it’s"],
    ["a number in brackets", "（1）加强领导"],
  ])("is silent: %s", (_, prose) => {
    expect(findings(withProse(prose), [unbalanced])).toEqual([]);
  });

  test("is silent about tables", () => {
    const text = swap(reportText(), "1.属于国家秘密", "1.属于国家秘密（");
    expect(findings(text, [unbalanced])).toEqual([]);
    expect(findings(withProse("甲（\t2\n乙\t3"), [unbalanced])).toEqual([]);
  });

  test("whatever is balanced is silent", () => {
    const word = fc.constantFrom("公开", "，", "1", " ", "透明");
    const pair = fc.constantFrom("“”", "（）", "()", "《》", "〔〕", "【】", "‘’");
    const { balanced } = fc.letrec<{ balanced: string }>((tie) => ({
      balanced: fc.oneof(
        { maxDepth: 4 },
        word,
        fc.tuple(pair, tie("balanced")).map(([[open, close], inner]) => `${open}${inner}${close}`),
        fc.tuple(tie("balanced"), tie("balanced")).map(([a, b]) => a + b),
      ),
    }));
    fc.assert(
      fc.property(balanced, (prose) => {
        expect(findings(withProse(`字${prose}字`), [unbalanced])).toEqual([]);
      }),
    );
  });

  test("is said in Chinese", () => {
    l10n.config({ contents: chinese });
    expect(remark(withProse("公开”和（透明"), unbalanced).found.map(({ message }) => message)).toEqual([
      "后一半标点 ” 没有对应的前一半",
      "前一半标点 （ 没有对应的后一半",
    ]);
  });
});

describe("year/mismatch", () => {
  const clean = reportText();
  const messages = (text: string, fileName = ""): string[] =>
    findings(text, [yearMismatch], "plaintext", fileName).map(({ message }) => message);

  test.each([
    [
      "the title",
      swap(clean, "街道2023年政府", "街道⟦2022⟧年政府"),
      "The title says 2022, the rest of the report is about 2023",
    ],
    [
      "the opening",
      swap(clean, "街道2023年度", "街道⟦2022⟧年度"),
      "Here the report is said to be about 2022, elsewhere about 2023",
    ],
    [
      "the period's end",
      swap(clean, "至2023年12月", "至⟦2022⟧年12月"),
      "The statistical period says 2022, the report is about 2023",
    ],
    [
      "the period's start",
      swap(clean, "2023年1月1日", "⟦2022⟧年1月1日"),
      "The statistical period says 2022, the report is about 2023",
    ],
  ])("%s", (_, text, message) => {
    const { marked, found } = remark(text, yearMismatch);
    expect(marked).toBe(text);
    expect(found.map((one) => one.message)).toEqual([message]);
    const [fix] = found[0]?.fixes ?? [];
    expect(fix?.safe).toBe(false);
    expect(fix && found[0]?.after(fix)).toBe(clean);
  });

  test("of two that disagree it is not the title that is doubted", () => {
    const text = swap(
      swap(clean, /现将.*如下。/, ""),
      /数据统计期限为.*。/,
      "数据统计期限为⟦2022⟧年1月1日至12月31日。",
    );
    expect(remark(text, yearMismatch).marked).toBe(text);
  });

  test("a period left from last year is one sign, however often it names the year", () => {
    const text = swap(
      swap(clean, /现将.*如下。/, ""),
      /数据统计期限为.*。/,
      "数据统计期限自⟦2022⟧年1月1日起至2022年12月31日止。",
    );
    const { marked, found } = remark(text, yearMismatch);
    expect(marked).toBe(text);
    const [fix] = found[0]?.fixes ?? [];
    expect(fix && found[0]?.after(fix)).toContain("自2023年1月1日起至2023年12月31日止");
  });

  test("a title that is newer than the rest has no fix", () => {
    const text = swap(clean, "街道2023年政府", "街道⟦2024⟧年政府");
    const { marked, found } = remark(text, yearMismatch);
    expect(marked).toBe(text);
    expect(found.map(({ fixes }) => fixes)).toEqual([undefined]);
  });

  test("a title whose year decides the format has no fix", () => {
    const [found] = findings(swap(clean, "街道2023年政府", "街道2020年政府"), [yearMismatch]);
    expect([found?.actual, found?.expected, found?.fixes]).toEqual(["2020", "2023", undefined]);
  });

  test.each([
    ["东风街道2023.txt", []],
    ["东风街道2022.txt", ["The file name says 2022, the report says 2023"]],
    ["2022-2023.txt", []],
    ["2024-01-15.txt", []],
    ["20240115.txt", []],
    ["2024年1月公开.txt", []],
    ["2024年发布.txt", []],
    ["report.txt", []],
  ])("the file name %s", (fileName, expected) => {
    expect(messages(clean, fileName)).toEqual(expected);
  });

  test.each([
    "按时发布2022年政府信息公开工作年度报告。",
    "向社会公布《2022年政府信息公开工作年度报告》。",
    "下一步，2024年，我局将深化公开。",
    "本办法自2022年1月1日起施行，至2026年12月31日止。",
    "合同期限2021年1月1日至2025年12月31日。",
    "2022年政务公开考核结果在上年基础上提升。",
  ])("is silent: %s", (prose) => {
    expect(messages(withProse(prose))).toEqual([]);
    expect(messages(swap(clean, "（二）依申请公开。", `（二）依申请公开。${prose}`))).toEqual([]);
  });

  describe("last year's year left in a sentence", () => {
    const cells = { "表三/一/总计": "15", "表三/三(七)/总计": "15" };
    const marked = (sentence: string): string =>
      swap(reportText({ cells }), /（二）依申请公开。.*/, sentence);

    test.each([
      ["⟦2022⟧年，我街道共收到政府信息公开申请15件，办结15件。", "warning"],
      ["（二）依申请公开。⟦2022⟧年新收政府信息公开申请15件。", "warning"],
      ["⟦2022⟧年，我街道深入贯彻条例。", "information"],
      ["（二）依申请公开。⟦2022⟧年度，本机关未收到申请。", "information"],
    ])("is found: %s", (sentence, severity) => {
      const { found, ...told } = remark(marked(sentence), yearMismatch);
      expect(told.marked).toBe(marked(sentence));
      expect(found.map(({ level }) => level)).toEqual([severity]);
      const [fix] = found[0]?.fixes ?? [];
      expect(fix && found[0]?.after(fix)).toBe(marked(sentence.replace(/⟦\d+⟧/, "2023")));
    });

    test.each([
      "2022年，我街道共收到政府信息公开申请14件。",
      "2022年收到政府信息公开申请15件，2023年收到政府信息公开申请15件。",
      "2022年，我街道共收到政府信息公开申请15件，今年持平。",
      "2022年，我街道印发制度，至今有效。",
      "2022年，我街道印发制度。2023年，我街道抓好落实。",
      "2022年印发的制度得到落实。",
      "2021年，我街道被评为先进。",
    ])("is none: %s", (sentence) => {
      expect(messages(marked(sentence))).toEqual([]);
    });

    test("is none for sure where the numbers are small", () => {
      const cells = { "表三/一/总计": "2" };
      const text = swap(reportText({ cells }), /（二）依申请公开。.*/, "2022年新收政府信息公开申请2件。");
      expect(messages(text)).toEqual([]);
    });

    test("is none where last year's report has the same", () => {
      const own = officeReport({ cells, prose: { 一: "2022年新收政府信息公开申请15件。" } });
      const told = (last: string): number =>
        office({
          "2022.txt": officeReport({ year: 2022, cells: { "表三/一/总计": last } }),
          "2023.txt": own,
        }).findings("2023.txt", [yearMismatch]).length;
      expect([told("15"), told("12")]).toEqual([0, 1]);
    });
  });

  test("is one cause beside nothing else", () => {
    const text = swap(clean, "街道2023年度", "街道2022年度");
    expect(findings(text, rules).map(({ rule }) => rule)).toEqual(["year/mismatch"]);
  });
});
