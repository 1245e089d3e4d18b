import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { useLocale } from "../../../server/src/l10n.ts";
import type { Equation, Term } from "../../../server/src/relations/expression.ts";
import { parseExpression } from "../../../server/src/relations/parse-expression.ts";
import { needsQuotes } from "../../../server/src/relations/tokens.ts";
import { formatDecimal } from "../../../server/src/text/decimal.ts";

beforeEach(() => useLocale("en"));

function show({ left, comparison, right }: Equation): string {
  const one = (term: Term): string => {
    const sign = term.sign === 1 ? "+" : "-";
    switch (term.kind) {
      case "name":
        return `${sign}[${term.name.text}]`;
      case "range":
        return `${sign}[${term.from.text}]..[${term.to.text}]`;
      case "rest":
        return `${sign}*`;
      case "number":
        return `${sign}${formatDecimal(term.value)}`;
    }
  };
  return `${left.map(one).join(" ")} ${comparison} ${right.map(one).join(" ")}`;
}

/** The expression with marks where a mistake stands, and what it says. */
function mistakeIn(text: string): readonly [string, string] | undefined {
  const { mistake } = parseExpression(text);
  if (mistake === undefined) return undefined;
  const { start, end, message } = mistake;
  return [`${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`, message];
}

describe("parseExpression", () => {
  test.each([
    ["合计 = 人员经费 + 公用经费", "+[合计] = +[人员经费] +[公用经费]"],
    ["合计＝人员经费＋公用经费", "+[合计] = +[人员经费] +[公用经费]"],
    ["结余 = 收入 - 支出", "+[结余] = +[收入] -[支出]"],
    ["结余 = 收入 − （支出 - 退回）", "+[结余] = +[收入] -[支出] +[退回]"],
    ["-a + 1.50 <= b", "-[a] +1.5 <= +[b]"],
    ["合计 = sum(甲..丁)", "+[合计] = +[甲]..[丁]"],
    ["合计 = 求和（甲，乙, 丙…丁）- Sum(*)", "+[合计] = +[甲] +[乙] +[丙]..[丁] -*"],
    ["合计 - sum(甲, 乙) ≥ 0", "+[合计] -[甲] -[乙] >= +0"],
    ["其中 ≤ 合计", "+[其中] <= +[合计]"],
    ["a < b", "+[a] < +[b]"],
    ["a == b", "+[a] = +[b]"],
    ["「三(一)」 + “a-b” = \"c = d\" + '2023'", "+[三(一)] +[a-b] = +[c = d] +[2023]"],
    ["Total cost = Staff  cost + 1.其他", "+[Total cost] = +[Staff  cost] +[1.其他]"],
    ["一、本年新收 = 法人或其他组织/其他", "+[一、本年新收] = +[法人或其他组织/其他]"],
    ["sum = a + 求和", "+[sum] = +[a] +[求和]"],
    ["２０ <= 件数", "+20 <= +[件数]"],
  ])("%s", (text, expected) => {
    const { equation, mistake } = parseExpression(text);
    expect(mistake).toBeUndefined();
    expect(equation && show(equation)).toBe(expected);
  });

  test.each([
    ["", "⟦⟧", "At the end, expected the name of a row or column, or a number."],
    ["合计", "合计⟦⟧", "At the end, expected “+”, “-” or a comparison: =, <= or >=."],
    ["合计 =", "合计 =⟦⟧", "At the end, expected the name of a row or column, or a number."],
    ["合计 = 甲 +", "合计 = 甲 +⟦⟧", "At the end, expected the name of a row or column, or a number."],
    ["合计 = + + 甲", "合计 = + ⟦+⟧ 甲", "At “+”, expected the name of a row or column, or a number."],
    ["a = b = c", "a = b ⟦=⟧ c", "At “=”, expected the end: a relation has one comparison."],
    ["a = (b + c", "a = (b + c⟦⟧", "At the end, expected “)”."],
    ["a = b)", "a = b⟦)⟧", "At “)”, expected “+”, “-” or the end."],
    ["a = 「b", "a = ⟦「b⟧", "This quotation mark is never closed."],
    ["a = 「」", "a = 「⟦⟧」", "At “”, expected the name of a row or column."],
    [
      "a = 三(一)",
      "a = 三⟦(⟧一)",
      "At “(”, expected “+”, “-” or a comparison; a name with brackets stands in 「」.",
    ],
    ["a = b..c", "a = b⟦..⟧c", "At “..”, expected “+”, “-” or a comparison; “..” stands in sum(…)."],
    ["a = sum(b + c)", "a = sum(b ⟦+⟧ c)", "At “+”, expected “)”."],
    ["a = sum(1)", "a = sum(⟦1⟧)", "At “1”, expected the name of a row or column."],
    ["a = *", "a = ⟦*⟧", "At “*”, expected the name of a row or column, or a number."],
    ["1 = 2", "⟦1 = 2⟧", "It names no row and no column."],
    ["a = 0.123456789", "a = ⟦0.123456789⟧", "This number is too long."],
    [`a = ${"(".repeat(21)}b`, `a = ${"(".repeat(20)}⟦(⟧b`, "At “(”, expected fewer brackets."],
  ])("%j is told as a mistake", (text, marked, message) => {
    expect(mistakeIn(text)).toEqual([marked, message]);
  });

  test("is bounded", () => {
    const long = "a+".repeat(1001);
    expect(mistakeIn(long)).toEqual([`⟦${long}⟧`, "More than 2000 characters."]);
  });

  test("any text gives an equation or a place in it", () => {
    const piece = fc.constantFrom(
      "a",
      "三(一)",
      "=",
      "<",
      "+",
      "-",
      "(",
      ")",
      "..",
      ",",
      "*",
      "sum",
      "「",
      "」",
      "1",
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join("");
        const { equation, mistake } = parseExpression(text);
        if (mistake === undefined) return equation.left.length > 0 && equation.right.length > 0;
        return mistake.start >= 0 && mistake.start <= mistake.end && mistake.end <= text.length;
      }),
    );
  });
});

describe("needsQuotes", () => {
  test.each([
    ["人员经费", false],
    ["一、本年新收", false],
    ["1.属于国家秘密", false],
    ["a b", false],
    ["三(一)", true],
    ["（一）予以公开", true],
    ["a-b", true],
    ["2023", true],
    [" a", true],
    ["", true],
  ])("%j: %s", (name, expected) => {
    expect(needsQuotes(name)).toBe(expected);
  });
});
