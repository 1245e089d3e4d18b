import type { Place } from "../document/block.ts";
import { foldSameLength } from "../text/normalize.ts";
import { type Line, placeOf } from "./line.ts";

export interface Identity {
  readonly agency?: string;
  readonly year?: number;
  readonly yearPlace?: Place;
}

const PERIOD = /((?:19|20)\d{2})\s*年\s*1\s*月\s*1\s*日/;
const YEAR = /((?:19|20)\d{2})\s*年/g;
/** What an agency's name ends in; a sentence after the year begins with one. */
const ENDS =
  "(?:街道办事处|人民政府办公室|人民政府|地方志办公室|街道|办事处|委员会|办公室|管委会|服务中心|[局厅部委办镇乡院])";
const AGENCY = new RegExp(
  `^(?:\\d{4}\\s*年度?)?[,，]?\\s*([\\p{sc=Han}]{1,24}?${ENDS})(?=[在认坚深全严按根以紧高始积,，]|$)`,
  "u",
);
/** 现公布老城区统计局2023年政府信息公开工作年度报告: whose report the opening says it is, the year before or behind. */
const PUBLISHED = new RegExp(
  `(?:公布|发布|公开|编制|现将)[了《“"]{0,2}(?:\\d{4}年度?)?([\\p{sc=Han}]{1,30}?(?:${ENDS}|[省市县区州旗]))(?:\\d{4}年度?)?(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:年度)?(?:报告|年报|情况)(?!编制|格式)`,
  "u",
);
/** 我局, 本机关: the agency as it calls itself. */
const ITSELF = /^[我本全各]/;

/** Year and agency as the opening prose tells them, for a report without a title. */
export function identityFromProse(lines: readonly Line[]): Identity {
  const opening = lines.slice(0, 8);
  const period = opening.map((line) => yearIn(line, PERIOD)).find((found) => found !== undefined);
  const year = period ?? mostNamedYear(opening);
  const texts = opening.map(({ text }) => foldSameLength(text).replace(/\s+/g, ""));
  const agency = [PUBLISHED, AGENCY]
    .flatMap((pattern) => texts.map((text) => pattern.exec(text)?.[1]))
    .find((found) => found !== undefined && !ITSELF.test(found));
  return { ...year, ...(agency === undefined ? {} : { agency }) };
}

function yearIn(line: Line, pattern: RegExp): Identity | undefined {
  const match = pattern.exec(foldSameLength(line.text));
  return match === null ? undefined : yearAt(line, match.index, match[1] ?? "");
}

function yearAt(line: Line, index: number, digits: string): Identity {
  return { year: Number(digits), yearPlace: placeOf(line, index, index + digits.length) };
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
