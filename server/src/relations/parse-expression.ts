import * as l10n from "@vscode/l10n";
import { parseDecimal } from "../text/decimal.ts";
import {
  type Comparison,
  type Equation,
  type ExpressionMistake,
  type Name,
  namesIn,
  type Part,
  type Term,
} from "./expression.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** Longer expressions and deeper brackets are no relation that somebody reads. */
const LONGEST = 2000;
const DEEPEST = 20;

const SUM: ReadonlySet<string> = new Set(["sum", "求和"]);

export type Parsed =
  | { readonly equation: Equation; readonly mistake?: undefined }
  | { readonly equation?: undefined; readonly mistake: ExpressionMistake };

/** Reads an expression; where it is none, says what was expected and where. Linear in its length. */
export function parseExpression(text: string): Parsed {
  if (text.length > LONGEST) {
    return {
      mistake: { start: 0, end: text.length, message: l10n.t("More than {0} characters.", LONGEST) },
    };
  }
  try {
    return { equation: readEquation(text) };
  } catch (error) {
    if (error instanceof Unexpected) return { mistake: error.mistake };
    throw error;
  }
}

/** Leaves the reading at the first mistake; caught above. */
class Unexpected extends Error {
  readonly mistake: ExpressionMistake;
  constructor(mistake: ExpressionMistake) {
    super(mistake.message);
    this.mistake = mistake;
  }
}

function readEquation(text: string): Equation {
  const tokens = tokensOf(text);
  let at = 0;
  const now = (): Token | undefined => tokens[at];
  const isSign = (sign: string): boolean => now()?.kind === "sign" && now()?.text === sign;
  const fail = (expected: string): never => {
    throw unexpected(now(), tokens.at(-1)?.end ?? text.length, expected);
  };
  const take = (sign: string): void => {
    if (!isSign(sign)) fail(`“${sign}”`);
    at += 1;
  };

  const name = (): Name => {
    const token = now();
    if (token === undefined || (token.kind !== "name" && token.kind !== "quoted")) {
      return fail(l10n.t("the name of a row or column"));
    }
    if (token.text.trim() === "") fail(l10n.t("the name of a row or column"));
    at += 1;
    return { text: token.text, start: token.start, end: token.end };
  };

  const parts = (): Part[] => {
    const found: Part[] = [];
    do {
      if (found.length > 0) at += 1;
      if (isSign("*")) {
        at += 1;
        found.push({ kind: "rest" });
        continue;
      }
      const from = name();
      if (!isSign("..")) found.push({ kind: "name", name: from });
      else {
        at += 1;
        found.push({ kind: "range", from, to: name() });
      }
    } while (isSign(","));
    take(")");
    return found;
  };

  const term = (sign: Term["sign"], depth: number): Term[] => {
    const token = now();
    if (token?.kind === "number") {
      at += 1;
      const value = parseDecimal(token.text);
      if (value === null) throw new Unexpected({ ...token, message: l10n.t("This number is too long.") });
      return [{ kind: "number", value, sign }];
    }
    if (isSign("(")) {
      if (depth === DEEPEST) fail(l10n.t("fewer brackets"));
      at += 1;
      const inner = sum(sign, depth + 1);
      take(")");
      return inner;
    }
    const next = tokens[at + 1];
    const isCall = token?.kind === "name" && SUM.has(token.text.toLowerCase());
    if (isCall && next?.kind === "sign" && next.text === "(") {
      at += 2;
      return parts().map((part) => ({ ...part, sign }));
    }
    if (token?.kind !== "name" && token?.kind !== "quoted") {
      fail(l10n.t("the name of a row or column, or a number"));
    }
    const named = name();
    if (isSign("(") && token?.kind === "name") {
      throw unexpected(
        now(),
        named.end,
        l10n.t("“+”, “-” or a comparison; a name with brackets stands in 「」"),
      );
    }
    if (isSign("..")) {
      throw unexpected(now(), named.end, l10n.t("“+”, “-” or a comparison; “..” stands in sum(…)"));
    }
    return [{ kind: "name", name: named, sign }];
  };

  const sum = (sign: Term["sign"], depth: number): Term[] => {
    const found: Term[] = [];
    do {
      const isMinus = isSign("-");
      if (isMinus || isSign("+")) at += 1;
      for (const one of term(isMinus ? turned(sign) : sign, depth)) found.push(one);
    } while (isSign("+") || isSign("-"));
    return found;
  };

  const left = sum(1, 0);
  const token = now();
  if (token?.kind !== "compare") return fail(l10n.t("“+”, “-” or a comparison: =, <= or >="));
  at += 1;
  const right = sum(1, 0);
  if (now()?.kind === "compare") fail(l10n.t("the end: a relation has one comparison"));
  if (now() !== undefined) fail(l10n.t("“+”, “-” or the end"));
  const equation = { left, comparison: token.text as Comparison, right };
  if (namesIn(equation).length === 0) {
    throw new Unexpected({ start: 0, end: text.length, message: l10n.t("It names no row and no column.") });
  }
  return equation;
}

function turned(sign: Term["sign"]): Term["sign"] {
  return sign === 1 ? -1 : 1;
}

function unexpected(token: Token | undefined, end: number, expected: string): Unexpected {
  if (token === undefined) {
    return new Unexpected({ start: end, end, message: l10n.t("At the end, expected {0}.", expected) });
  }
  if (token.kind === "open") {
    const message = l10n.t("This quotation mark is never closed.");
    return new Unexpected({ start: token.start - 1, end: token.end, message });
  }
  const { start, text } = token;
  return new Unexpected({
    start,
    end: token.end,
    message: l10n.t("At “{0}”, expected {1}.", text, expected),
  });
}
