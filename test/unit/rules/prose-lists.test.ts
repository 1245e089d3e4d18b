import { describe, expect, test } from "vitest";
import { halfWidth } from "../../../server/src/rules/prose/half-width.ts";
import { listTotal } from "../../../server/src/rules/prose/list-total.ts";
import { sectionContent } from "../../../server/src/rules/section-content.ts";
import { reportWith } from "../claims/sentences.ts";
import { samples } from "../samples.ts";
import { findings, swap } from "./checking.ts";
import { reportText } from "./report-text.ts";

describe("the parts of a list and its whole", () => {
  const levels = (sentence: string): string[] =>
    findings(reportWith(sentence).text, [listTotal]).map(
      ({ level, actual, expected }) => `${level} ${actual} ${expected}`,
    );

  test.each([
    ["they agree", "主动公开信息24条，其中机构职能类1条，政策法规类20条，财务类3条。", []],
    [
      "over two sentences",
      "主动公开的信息共 24 条。其中机构职能类 1 条，工作动态类 20 条，财务信息 3 条。",
      [],
    ],
    ["in brackets", "发布信息407条（工作动态287条，专题106条，通知14条）。", []],
    [
      "more than the whole",
      "发布信息24条，其中机构职能类9条，政策法规类20条，财务类3条。",
      ["warning 24 32"],
    ],
    [
      "more than the whole, in brackets",
      "发布信息407条（工作动态297条，专题106条，通知14条）。",
      ["warning 407 417"],
    ],
    ["less than the whole", "发布信息24条，其中机构职能类1条，政策法规类12条，财务类3条。", ["hint 24 16"]],
    [
      "the parts of what there is, after what there is more",
      "全年发布信息1200条，比上年增加200条，其中网站800条、微信400条。",
      [],
    ],
    [
      "a list within a list",
      "主动公开信息50条。其中机构类信息20条，内有领导成员10条、机构职能4条、机构概况6条；工作类信息11条。",
      [],
    ],
    [
      "a list that goes on behind a semicolon",
      "主动公开信息50条。其中机构类10条、政策类8条、财政类7条；另有民生类25条。",
      [],
    ],
    [
      "heads that one thing may stand under",
      "发布解读20篇，其中文字解读10篇、图片解读8篇、视频解读5篇（同一文件有多种解读形式）。",
      [],
    ],
    ["newly added ones", "新增24条，其中机构职能类9条，政策法规类20条，财务类3条。", ["warning 24 32"]],
    ["two parts that are examples", "发布信息24条，其中机构职能类1条，政策法规类12条。", []],
    [
      "parts that are examples by a word",
      "发布信息24条，其中机构职能类1条，政策法规类12条，财务类3条等。",
      [],
    ],
    ["the last ones are extras", "公开信息30条，其中动态20条，公告10条，转载规范性文件3条，解读2条。", []],
    ["one contains others", "公开信息30条，其中动态20条，其他10条，图解5条。", []],
    ["not said exactly", "发布信息100余条，其中机构职能类90条，政策法规类80条，财务类3条。", []],
    ["a list within a list", "发布信息30条，其中动态20条（图文18条，视频2条），公告10条。", []],
    ["shares are no parts", "办理事项20件，其中网上18件，占90%，窗口5件，占10%。", []],
    [
      "two lists in a line",
      "公开10条，其中甲4条，乙6条；发布20条，其中甲15条，乙8条，丙9条。",
      ["warning 20 32"],
    ],
    [
      "a whole with a part in brackets",
      "全年办理申请22件（含上年结转2件），其中予以公开10件，部分公开3件，无法提供6件，结转下年度3件。",
      [],
    ],
    [
      "a whole with a part in brackets that does not agree",
      "全年办理申请22件（含上年结转2件），其中予以公开15件，部分公开3件，无法提供6件，结转下年度3件。",
      ["warning 22 27"],
    ],
    [
      "a list in brackets of its own",
      "收到申请20件（上年19件，其中土地类8件、财政类15件），比上年多1件。",
      ["warning 19 23"],
    ],
    ["a list in brackets, and more behind", "收到20件（其中网上15件、信函5件），上年结转2件，转办19件。", []],
    [
      "the parts of two wholes together",
      "新收申请20件，上年结转2件，其中予以公开10件，部分公开3件，无法提供6件，结转下年度3件。",
      [],
    ],
    [
      "the parts of an earlier number, over two sentences",
      "收到申请20件，办结19件，结转下年度3件。其中：予以公开10件，部分公开3件，无法提供6件。",
      [],
    ],
    [
      "a number of another sentence is no whole",
      "召开会议100次，发布通知100条。公开信息20条，其中动态13条，公告6条，通知8条。",
      ["warning 20 27"],
    ],
    [
      "what is counted in another unit",
      "开设政务新媒体账号12个，其中公众号8个，视频32条，微博4个，动态23条。",
      [],
    ],
    ["too much in its own unit", "开设账号12个，其中公众号9个，视频32条，微博4个。", ["warning 12 45"]],
    [
      "what else was done",
      "公开信息2156条，其中动态862条、通知411条、政策97条，通过微博发布2300条、微信655条。",
      [],
    ],
    ["what was done in every part", "发布20条，其中通过网站发布18条、通过微信发布7条。", ["warning 20 25"]],
    ["forms of one thing", "发布解读41篇，其中文字解读38篇、图片解读18篇、视频解读7篇。", []],
    ["a selection", "收到申请265件，其中撤回1件，转信访3件，转咨询12件。", []],
    ["the parts of an earlier number", "收到申请265件，办结274件，其中网络171件、信函63件、当面31件。", []],
    ["an earlier number not said exactly", "收到约20件，结转2件，其中甲13件、乙6件、丙8件。", []],
  ])("%s", (_, sentence, expected) => {
    expect(levels(sentence)).toEqual(expected);
  });

  test("more than all numbers before it: none of them is named alone", () => {
    const sentence = "共受理申请265件，上年结转18件，均按时办理。其中：公开108件、部分公开29件、其他147件。";
    const { text } = reportWith(sentence);
    const [found] = findings(text, [listTotal]);
    expect(found?.message).toBe(
      "Even together the numbers before 其中 (265 + 18) are only 283, the 3 parts add up to 284",
    );
    expect(found && text.slice(found.span.start, found.span.end)).toBe("265件，上年结转18");
  });

  test("the samples agree, and a part that grows is found", () => {
    for (const { text } of samples()) expect(findings(text, [listTotal])).toEqual([]);
    const [, , , fourth] = samples();
    const text = swap(fourth?.text ?? "", "工作动态类信息 20 条", "工作动态类信息 27 条");
    expect(findings(text, [listTotal]).map(({ level }) => level)).toEqual(["warning"]);
  });
});

describe("what a section must say", () => {
  const told = (text: string): string[] =>
    findings(text, [sectionContent]).map(({ level, message }) => `${level}: ${message}`);
  const FIVE = "存在“重发布、轻解读”的问题。下一步，2024年将加强解读。";

  test("a report that says it all", () => {
    expect(told(reportText())).toEqual([]);
  });

  test("parts of 一 that are not spoken of", () => {
    expect(told(swap(reportText(), "一年来，我们规范信息管理，办好平台，做好监督保障。", ""))).toEqual([
      "information: Section 一 does not speak of 政府信息管理、政府信息公开平台建设、监督保障",
    ]);
  });

  test.each([
    ["no problems", "下一步，2024年将进一步加强解读，提升质量。", "warning: Section 五 names no problems"],
    [
      "no improvements",
      "存在重发布、轻解读的问题，内容不全面，更新不及时。",
      "warning: Section 五 names no improvements",
    ],
    [
      "problems told by what they want",
      "一是公开时效有待提高；二是人员业务能力需要提升；三是机制亟待健全和完善。",
      "warning: Section 五 names no improvements",
    ],
  ])("%s", (_, five, message) => {
    expect(told(swap(reportText(), FIVE, five))).toContainEqual(expect.stringContaining(message));
  });

  test.each([
    "我局政务公开工作与上级要求还有一定距离，我们将采取有力措施加以改进。",
    "一是更新不及时，二是形式单一。今后加强培训。",
    "公开的内容还不够丰富，需要进一步加强对业务人员的培训和指导。",
    "公开时效有待提高，今后需要提升。",
  ])("both, in whatever words: %s", (five) => {
    expect(told(swap(reportText(), FIVE, five))).toEqual([]);
  });

  test.each(["无", "本年度行政事业性收费0元。"])("nothing of 信息处理费: %s", (six) => {
    const text = swap(reportText(), "2023年未收取信息处理费。", six);
    expect(told(text)).toContainEqual(
      expect.stringContaining("information: Section 六 says nothing of 信息处理费"),
    );
  });

  test("a section not yet written is left to other findings", () => {
    expect(told(swap(reportText(), FIVE, "〔待填写〕"))).toEqual([]);
  });

  test("no sample is warned", () => {
    for (const { text } of samples()) {
      expect(told(text).filter((one) => one.startsWith("warning"))).toEqual([]);
    }
  });
});

describe("half-width punctuation", () => {
  test("is one hint, with a safe fix for all of it", () => {
    const text = reportWith("全年公开信息,及时更新;加强解读:提高质量.").text;
    const [found, ...more] = findings(text, [halfWidth]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      level: "hint",
      message: "Half-width punctuation in Chinese text, 3 times",
    });
    const [fix] = found?.fixes ?? [];
    expect(fix?.safe).toBe(true);
    expect(fix && found?.after(fix)).toContain("全年公开信息，及时更新；加强解读：提高质量.");
  });

  test.each([
    ["beside digits and letters", "联系电话:0379-67733767,网址 www.a.gov.cn,时间 8:30"],
    ["full-width ones", "全年公开信息，及时更新；加强解读：提高质量。"],
  ])("not %s", (_, sentence) => {
    expect(findings(reportWith(sentence).text, [halfWidth])).toEqual([]);
  });
});
