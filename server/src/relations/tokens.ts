import { foldSameLength } from "../text/normalize.ts";
import type { Comparison } from "./expression.ts";

export interface Token {
  /** open: a quotation that nothing closes. */
  readonly kind: "name" | "quoted" | "number" | "compare" | "sign" | "open";
  /** What it says: a name without its quotation marks, a sign in ASCII. */
  readonly text: string;
  /** Where that stands in the expression. */
  readonly start: number;
  readonly end: number;
}

const QUOTES: Readonly<Record<string, string>> = { "「": "」", "“": "”", '"': '"', "'": "'" };
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  "=": "=",
  "<": "<",
  ">": ">",
  "≤": "<=",
  "≦": "<=",
  "≥": ">=",
  "≧": ">=",
};
const SIGNS: Readonly<Record<string, string>> = {
  "+": "+",
  "-": "-",
  "−": "-",
  "(": "(",
  ")": ")",
  ",": ",",
  "*": "*",
  "…": "..",
  // A quotation that nothing opened.
  "」": "」",
  "”": "”",
};
const NUMBER = /^\d+(?:\.\d+)?$/;

/** Whether a name must be quoted to be one. */
export function needsQuotes(name: string): boolean {
  const [only, ...more] = tokensOf(name);
  return more.length > 0 || only?.kind !== "name" || only.text !== name;
}

/** Cuts an expression up. Every character that is no sign and no blank belongs to a name. */
export function tokensOf(expression: string): Token[] {
  const text = foldSameLength(expression);
  const tokens: Token[] = [];
  const add = (kind: Token["kind"], start: number, end: number, said: string): void => {
    tokens.push({ kind, start, end, text: said });
  };
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    const closing = QUOTES[character];
    const comparison = COMPARISONS[character];
    const sign = SIGNS[character];
    if (character.trim() === "") at += 1;
    else if (closing !== undefined) {
      const end = text.indexOf(closing, at + 1);
      if (end < 0) {
        add("open", at + 1, text.length, expression.slice(at + 1));
        return tokens;
      }
      add("quoted", at + 1, end, expression.slice(at + 1, end));
      at = end + 1;
    } else if (comparison !== undefined) {
      const isWide = comparison.length === 1 && text.charAt(at + 1) === "=";
      const length = isWide ? 2 : 1;
      add("compare", at, at + length, isWide && comparison !== "=" ? `${comparison}=` : comparison);
      at += length;
    } else if (isRange(text, at)) {
      add("sign", at, at + 2, "..");
      at += 2;
    } else if (sign !== undefined) {
      add("sign", at, at + 1, sign);
      at += 1;
    } else {
      const end = endOfName(text, at);
      const written = text.slice(at, end).trimEnd();
      add(NUMBER.test(written) ? "number" : "name", at, at + written.length, written);
      at = end;
    }
  }
  return tokens;
}

function endOfName(text: string, start: number): number {
  let end = start;
  while (end < text.length && !isBorder(text.charAt(end)) && !isRange(text, end)) end += 1;
  return end;
}

function isRange(text: string, at: number): boolean {
  return text.charAt(at) === "." && text.charAt(at + 1) === ".";
}

function isBorder(character: string): boolean {
  return (
    QUOTES[character] !== undefined || COMPARISONS[character] !== undefined || SIGNS[character] !== undefined
  );
}
