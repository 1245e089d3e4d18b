import * as l10n from "@vscode/l10n";
import { afterEach, describe, expect, test } from "vitest";
import chinese from "../../../l10n/bundle.l10n.zh-cn.json";
import { rules } from "../../../server/src/rules/index.ts";
import { sectionLevel } from "../../../server/src/rules/section-level.ts";
import { sectionMisplaced } from "../../../server/src/rules/section-misplaced.ts";
import { sectionMissing } from "../../../server/src/rules/section-missing.ts";
import { sectionRenamed } from "../../../server/src/rules/section-renamed.ts";
import { sectionRepeated } from "../../../server/src/rules/section-repeated.ts";
import { sectionUnspaced } from "../../../server/src/rules/section-unspaced.ts";
import { findings, remark, swap, unmark } from "./checking.ts";
import { reportText } from "./report-text.ts";

afterEach(() => l10n.config({ contents: {} }));

const clean = reportText();
const markdown = reportText({ language: "markdown", layout: "pipe" });
const SECTION_5 = /(?:## )?五、.*\n\n.*\n\n/;
const SECTION_6 = /(?:## )?六、.*\n\n.*\n/;

const messages = (text: string, language?: "markdown" | "plaintext"): string[] =>
  findings(text, rules, language)
    .filter(({ level }) => level !== "hint")
    .map(({ rule, message }) => `${rule}: ${message}`);

/** The text after the only fix of the only finding. */
function mended(text: string, language?: "markdown" | "plaintext"): string {
  const [found, ...more] = findings(text, rules, language);
  const [fix] = found?.fixes ?? [];
  if (found === undefined || fix === undefined || more.length > 0)
    throw new Error("not one finding with a fix");
  return found.after(fix);
}

describe("section/missing", () => {
  test("stands at the heading before it", () => {
    const text = swap(
      swap(clean, SECTION_5, ""),
      /四、政府信息.*/,
      "⟦四、政府信息公开行政复议、行政诉讼情况⟧",
    );
    const { marked, found } = remark(text, sectionMissing);
    expect(marked).toBe(text);
    expect(found.map(({ message }) => message)).toEqual([
      "The section “五、存在的主要问题及改进情况” is missing",
    ]);
  });

  test("stands at the title where none is before it", () => {
    const text = swap(swap(clean, /一、.*\n\n/, ""), /^.*/, "⟦东风街道2023年政府信息公开工作年度报告⟧");
    expect(remark(text, sectionMissing).marked).toBe(text);
  });

  test("stands at the table without its heading, and what follows at the table's end", () => {
    const text = [/二、主动.*\n\n/, /三、收到.*\n\n/, /四、政府信息.*\n\n/, SECTION_5, SECTION_6].reduce(
      (whole, heading) => swap(whole, heading, ""),
      clean,
    );
    const found = findings(text, [sectionMissing]);
    expect(found.map(({ span: { start, end } }) => text.slice(start, end).trim().split("\t")[0])).toEqual([
      "第二十条第（一）项",
      "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
      "行政复议",
      "0",
    ]);
    expect(found.map(({ message }) => message)).toEqual([
      "The section “二、主动公开政府信息情况” is missing",
      "The section “三、收到和处理政府信息公开申请情况” is missing",
      "The section “四、政府信息公开行政复议、行政诉讼情况” is missing",
      "2 sections are missing: 五、存在的主要问题及改进情况；六、其他需要报告的事项",
    ]);
    const [, , fourth] = found;
    expect(fourth?.fixes?.map((fix) => fourth.after(fix))).toEqual([
      swap(text, "\n行政复议", "\n四、政府信息公开行政复议、行政诉讼情况\n\n行政复议"),
    ]);
  });

  test("names neighbours that are both gone at once", () => {
    expect(messages(swap(swap(clean, SECTION_5, ""), SECTION_6, ""))).toEqual([
      "section/missing: 2 sections are missing: 五、存在的主要问题及改进情况；六、其他需要报告的事项",
    ]);
  });

  test("is mended where it belongs", () => {
    expect(mended(swap(clean, SECTION_5, ""))).toContain(
      "0\n\n五、存在的主要问题及改进情况\n\n六、其他需要报告的事项",
    );
  });

  test("is mended with as many # as the others have", () => {
    const after = mended(swap(markdown, SECTION_6, ""), "markdown");
    expect(after.trimEnd().endsWith("\n\n## 六、其他需要报告的事项")).toBe(true);
    expect(messages(after, "markdown")).toEqual([]);
  });

  test.each([
    ["tab", "plaintext"],
    ["pipe", "markdown"],
    ["html", "markdown"],
  ] as const)("a %s table tells where its heading belongs", (layout, language) => {
    const whole = reportText({ layout, language });
    const text = swap(whole, /(?:## )?三、收到.*\n\n/, "");
    expect(messages(text, language)).toEqual([
      "section/missing: The section “三、收到和处理政府信息公开申请情况” is missing",
    ]);
    expect(mended(text, language)).toBe(whole);
  });

  test("is said in Chinese", () => {
    l10n.config({ contents: chinese });
    expect(messages(swap(clean, SECTION_6, ""))).toEqual([
      "section/missing: 缺少“六、其他需要报告的事项”这一部分",
    ]);
  });
});

describe("section/repeated", () => {
  test("stands at the second heading and names the first", () => {
    const text = swap(clean, /六、.*/, "⟦六、存在的主要问题及改进情况⟧");
    const { marked, found } = remark(text, sectionRepeated);
    expect(marked).toBe(text);
    expect(found.map(({ message, related }) => [message, related?.map((one) => one.message)])).toEqual([
      [
        "The section “存在的主要问题及改进情况” stands here once more",
        ["“存在的主要问题及改进情况” stands here"],
      ],
    ]);
  });

  test.each([
    ["one below another", "\n"],
    ["with blank lines", "\n\n"],
  ])("leaves a table of contents alone: %s", (_, between) => {
    const titles = clean.split("\n").filter((line) => /^[一二三四五六]、(?!本年|上年|结转)/.test(line));
    const contents = titles.filter((title) => !title.includes("\t"));
    expect(contents).toHaveLength(6);
    expect(messages(swap(clean, "\n\n", `\n\n${contents.join(between)}\n\n`))).toEqual([]);
  });
});

describe("section/misplaced", () => {
  test("names the one section whose move puts all in order", () => {
    const [five = ""] = SECTION_5.exec(clean) ?? [];
    const text = swap(
      swap(clean, SECTION_5, ""),
      /二、主动/,
      `⟦五、存在的主要问题及改进情况⟧${five.replace(/.*/, "")}二、主动`,
    );
    const { marked, found } = remark(text, sectionMisplaced);
    expect(marked).toBe(text);
    expect(found.map(({ message }) => message)).toEqual([
      "The section “存在的主要问题及改进情况” belongs after “政府信息公开行政复议、行政诉讼情况”",
    ]);
  });

  test("names what it belongs before where it stands behind what it belongs after", () => {
    const [four = ""] = /四、政府.*\n(?:.*\n)+(?=五、)/.exec(clean) ?? [];
    const text = swap(swap(clean, four, ""), /六、其他/, `${four}六、其他`);
    expect(messages(text)).toEqual([
      "section/misplaced: The section “政府信息公开行政复议、行政诉讼情况” belongs before “存在的主要问题及改进情况”",
    ]);
  });

  test("says so of one that belongs first", () => {
    const [first = ""] = /一、总体.*\n(?:.*\n)+(?=二、主动)/.exec(clean) ?? [];
    const text = clean.replace(first, "").concat(`\n${first}`);
    expect(messages(text)).toEqual(["section/misplaced: The section “总体情况” belongs before all others"]);
  });
});

describe("section/renamed", () => {
  test.each([
    ["三、政府信息公开申请收到和处理情况", "information", "三、收到和处理政府信息公开申请情况"],
    ["五、下一步打算", "warning", "五、存在的主要问题及改进情况"],
  ])("%s", (heading, level, official) => {
    const number = heading.slice(0, 1);
    const line = new RegExp(`^${number}、(?!本年|上年|结转|本年度).*$`, "m");
    const text = swap(clean, line, `⟦${heading}⟧`);
    const { marked, found } = remark(text, sectionRenamed);
    expect(marked).toBe(text);
    expect(found.map((one) => [one.level, one.message])).toEqual([
      [level, `The form calls this section “${official}”`],
    ]);
    expect(mended(text.replace(/[⟦⟧]/g, ""))).toBe(clean);
  });

  test.each([
    [/五、.*/, "五、政府信息公开工作存在的主要问题及改进情况"],
    [/四、政府信息.*/, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"],
    [/四、政府信息.*/, "四、 政府信息公开行政复议,行政诉讼情况"],
    [/六、.*/, "六、其他需要报告的事项："],
  ])("accepts a usual wording: %s %s", (line, heading) => {
    expect(messages(swap(clean, line, heading))).toEqual([]);
  });

  test.each([
    ["二、主动", "公开政府信息情况"],
    ["三、收到和处理政府", "信息公开申请情况"],
    ["四、政府信息公开行政复议、行政", "诉讼情况"],
    ["五、存在的主要问题及改进情", "况"],
  ])("accepts a heading broken over two lines: %s", (first, second) => {
    expect(messages(swap(clean, first + second, `${first}\n　${second}`))).toEqual([]);
  });

  test("mends a heading with no more than what heads the section", () => {
    const text = swap(clean, "五、存在的主要问题及改进情况", "⟦五、存在的主要问题⟧\n一是公开不全");
    expect(remark(text, sectionRenamed).marked).toBe(text);
  });

  test.each([
    ["## **⟦三、**政府信息公开申请办理情况⟧ {#san}", "## **三、**收到和处理政府信息公开申请情况 {#san}"],
    ["## <a name=a></a>⟦三、政府信息公开申请<b>办理</b>情况⟧", undefined],
    [
      "## [**⟦五、收到和处理政府信息公开申请情况⟧**]{.underline}",
      "## [**三、收到和处理政府信息公开申请情况**]{.underline}",
    ],
    ["⟦三、政府信息公开申请办理情况⟧：", "三、收到和处理政府信息公开申请情况："],
  ])("mends the words and leaves marks and anchors: %s", (heading, after) => {
    const [official] = /## 三、收到.*/.exec(markdown) ?? [];
    const text = swap(markdown, official ?? "", heading);
    const { marked, found } = remark(text, sectionRenamed, "markdown");
    expect(marked).toBe(text);
    const [fix] = found[0]?.fixes ?? [];
    expect(fix && found[0]?.after(fix)).toBe(after && swap(markdown, official ?? "", after));
  });

  test("tells a wrong number", () => {
    const text = swap(clean, "六、其他", "五、其他");
    expect(messages(text)).toEqual(["section/renamed: This section is numbered 五, the form numbers it 六"]);
    expect(mended(text)).toBe(clean);
  });

  test("leaves numbers alone that only follow from a section that is missing", () => {
    const text = swap(swap(clean, SECTION_5, ""), "六、其他", "五、其他");
    expect(messages(text)).toEqual([
      "section/missing: The section “五、存在的主要问题及改进情况” is missing",
    ]);
  });
});

describe("section/unspaced", () => {
  const unspaced = markdown.replace(/^(#{1,2}) (?=东风|[一六]、[总其])/gm, "$1");

  test("is one finding with a fix for all", () => {
    const [found, ...more] = findings(unspaced, rules, "markdown");
    expect(more).toEqual([]);
    expect([found?.rule, found?.level]).toEqual(["section/unspaced", "information"]);
    expect(found?.related).toHaveLength(2);
    const [fix] = found?.fixes ?? [];
    expect(fix?.safe).toBe(true);
    expect(fix && found?.after(fix)).toBe(markdown);
  });

  test.each(["##⟦五、存在的主要问题及改进情况⟧", "##<a id=x></a>**⟦五、存在的主要问题及改进情况⟧** {#x}"])(
    "stands at the words: %s",
    (heading) => {
      const text = swap(markdown, /## 五、.*/, heading);
      expect(remark(text, sectionUnspaced, "markdown").marked).toBe(text);
      const { text: plain } = unmark(text);
      expect(mended(plain, "markdown")).toBe(swap(plain, /^##(?! )/m, "## "));
    },
  );

  test.each([
    ["plain text", unspaced, "plaintext"],
    ["another line", swap(markdown, "存在“重", "#话题#\n\n存在“重"), "markdown"],
    ["a heading with its text", swap(markdown, /## 六、(.*)\n\n/, "##六、其他需要报告的事项："), "markdown"],
    ["code", swap(markdown, "存在“重", "```\n##一、总体情况\n```\n\n存在“重"), "markdown"],
  ] as const)("is silent: %s", (_, text, language) => {
    expect(findings(text, [sectionUnspaced], language)).toEqual([]);
  });
});

describe("section/level", () => {
  const skeleton = (levels: readonly number[], title = "# "): string => {
    let index = 0;
    const text = markdown.replace(/^## /gm, () => `${"#".repeat(levels[index++] ?? 2)} `);
    return text.replace(/^# /, title);
  };

  test.each([
    ["one deeper", [2, 2, 2, 3, 2, 2], "# ", ["四"]],
    ["most of them deeper", [2, 2, 4, 4, 4, 4], "# ", ["三", "四", "五", "六"]],
    ["one higher", [2, 1, 2, 2, 2, 2], "# ", ["二"]],
    ["all skipping a rank", [3, 3, 3, 3, 3, 3], "# ", ["一", "二", "三", "四", "五", "六"]],
    ["no # before the title", [2, 2, 2, 2, 4, 2], "", ["五"]],
  ])("%s", (_, levels, title, numbers) => {
    const text = skeleton(levels, title);
    const [found, ...more] = findings(text, rules, "markdown");
    expect(more).toEqual([]);
    expect([found?.rule, found?.level]).toEqual(["section/level", "warning"]);
    const places = [found, ...(found?.related ?? [])].map((one) => one?.place);
    expect(places.map((place) => place?.block.text.slice(place.start, place.start + 1))).toEqual(numbers);
    const [fix] = found?.fixes ?? [];
    expect(fix?.safe).toBe(true);
    expect(fix && found?.after(fix)).toBe(skeleton([], title));
  });

  test.each([
    ["all of one rank with the title", [1, 1, 1, 1, 1, 1], "# "],
    ["no title", [3, 3, 3, 3, 3, 3], ""],
    ["as it should be", [2, 2, 2, 2, 2, 2], "# "],
  ])("is silent: %s", (_, levels, title) => {
    expect(findings(skeleton(levels, title), [sectionLevel], "markdown")).toEqual([]);
  });

  test("looks below the sections, too", () => {
    const sub = (one: string, two: string): string =>
      swap(
        swap(markdown, "（一）主动公开。", `${one} （一）主动公开\n\n`),
        "（二）依申请公开。",
        `${two} （二）依申请公开\n\n`,
      );
    expect(findings(sub("###", "###"), [sectionLevel], "markdown")).toEqual([]);
    expect(findings(sub("##", "##"), [sectionLevel], "markdown")).toEqual([]);
    for (const text of [sub("###", "#####"), sub("####", "####")]) {
      const [found] = findings(text, [sectionLevel], "markdown");
      const [fix] = found?.fixes ?? [];
      expect(fix && found?.after(fix)).toBe(sub("###", "###"));
    }
  });

  test("headings below one that moves move with it", () => {
    const text = swap(skeleton([2, 2, 2, 2, 4, 2]), "存在“重", "##### （一）存在问题\n\n存在“重");
    const [found] = findings(text, [sectionLevel], "markdown");
    const [fix] = found?.fixes ?? [];
    expect(fix && found?.after(fix)).toBe(swap(markdown, "存在“重", "### （一）存在问题\n\n存在“重"));
  });

  test("an underlined heading becomes one with #", () => {
    const text = swap(skeleton([2, 2, 2, 2, 2, 2]), /## 六、(.*)/, "六、其他需要报告的事项\n===");
    const [found] = findings(text, [sectionLevel], "markdown");
    const [fix] = found?.fixes ?? [];
    expect(fix && found?.after(fix)).toBe(markdown);
  });

  test("is said in Chinese", () => {
    l10n.config({ contents: chinese });
    expect(messages(skeleton([2, 2, 2, 2, 4, 2]), "markdown")).toEqual([
      "section/level: 标题层级跳跃：“五、存在的主要问题及改进情况”用了 ####，按层级应为 ##",
    ]);
  });
});
