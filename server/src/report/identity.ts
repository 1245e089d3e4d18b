import type { Place } from "../document/block.ts";
import { foldSameLength } from "../text/normalize.ts";
import type { Line } from "./heading.ts";

export interface Identity {
  readonly agency?: string;
  readonly year?: number;
  readonly yearPlace?: Place;
}

const PERIOD = /((?:19|20)\d{2})\s*年\s*1\s*月\s*1\s*日/;
const YEAR = /((?:19|20)\d{2})\s*年/g;
/** What an agency's name ends in; a sentence after the year begins with one. */
const AGENCY =
  /^(?:\d{4}\s*年度?)?[,，]?\s*([\p{sc=Han}]{1,24}?(?:街道办事处|人民政府办公室|人民政府|街道|办事处|委员会|办公室|管委会|[局厅部委办镇乡院]))(?=[在认坚深全严按根以紧高始积,，]|$)/u;

/** Year and agency as the opening prose tells them, for a report without a title. */
export function identityFromProse(lines: readonly Line[]): Identity {
  const opening = lines.slice(0, 8);
  const period = opening.map((line) => yearIn(line, PERIOD)).find((found) => found !== undefined);
  const year = period ?? mostNamedYear(opening);
  const agency = opening
    .map(({ text }) => AGENCY.exec(foldSameLength(text).replace(/\s+/g, ""))?.[1])
    .find((found) => found !== undefined);
  return { ...year, ...(agency === undefined ? {} : { agency }) };
}

function yearIn(line: Line, pattern: RegExp): Identity | undefined {
  const match = pattern.exec(foldSameLength(line.text));
  return match === null ? undefined : yearAt(line, match.index, match[1] ?? "");
}

function yearAt({ block, from }: Line, index: number, digits: string): Identity {
  const start = from + index;
  return { year: Number(digits), yearPlace: { block, start, end: start + digits.length } };
}

/** The year that the opening names most; of two named alike the first. */
function mostNamedYear(lines: readonly Line[]): Identity {
  const named = new Map<string, { count: number; at: Identity }>();
  for (const line of lines) {
    for (const match of foldSameLength(line.text).matchAll(YEAR)) {
      const digits = match[1] ?? "";
      const before = named.get(digits);
      if (before === undefined) named.set(digits, { count: 1, at: yearAt(line, match.index, digits) });
      else before.count++;
    }
  }
  let best: { count: number; at: Identity } | undefined;
  for (const one of named.values()) if (best === undefined || one.count > best.count) best = one;
  return best?.at ?? {};
}
