import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldSameLength, labelKey } from "../../../server/src/text/normalize.ts";

describe("foldSameLength", () => {
  test.each([
    ["（一）予以公开", "(一)予以公开"],
    ["１２３", "123"],
    ["ＡＢｃ；：！～", "ABc;:!~"],
    ["总\u3000计", "总 计"],
    ["a\tb\u00a0c\u200bd\ufeffe", "a b c d e"],
    ["一—二－三–四", "一—二-三–四"],
    ["行\r\n列", "行\r\n列"],
    ["⼀、⾏政", "一、行政"],
    ["𠮷，👍", "𠮷,👍"],
    ["plain 12", "plain 12"],
  ])("%j → %j", (text, folded) => {
    expect(foldSameLength(text)).toBe(folded);
  });

  test("keeps every unit's place, and folds once for all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const folded = foldSameLength(text);
        expect(folded.length).toBe(text.length);
        expect(foldSameLength(folded)).toBe(folded);
      }),
    );
  });
});

describe("labelKey", () => {
  test.each([
    ["（三）不予公开 ", "三不予公开"],
    ["(三) 不予公开", "三不予公开"],
    ["3.危及“三安全一稳定”", "3危及三安全一稳定"],
    ['３．危及"三安全\n一稳定"', "3危及三安全一稳定"],
    ["一、本年新收政府信息公开申请数量", "一本年新收政府信息公开申请数量"],
    ["商业\u3000企业", "商业企业"],
    ["/", ""],
    ["—", ""],
    ["〇", "〇"],
  ])("%j → %j", (text, key) => {
    expect(labelKey(text)).toBe(key);
  });
});
