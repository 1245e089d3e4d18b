import { readFileSync } from "node:fs";
import type { Claim } from "../../../server/src/claims/claim.ts";
import { claimsOf } from "../../../server/src/claims/claims.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import type { Report } from "../../../server/src/report/report.ts";
import { swap } from "../rules/checking.ts";
import { type ReportOptions, reportText } from "../rules/report-text.ts";

/** Sentences as reports have them, each with the claims that it makes; "-" for none. */
export const sentences = readFileSync(new URL("../../fixtures/claims/sentences.txt", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => {
    const [sentence = "", expected = ""] = line.split("\t");
    return { sentence, expected };
  });

/** A report whose section 一 has the sentence as a paragraph of its own. */
export function reportWith(sentence: string, options: ReportOptions = {}): { text: string; report: Report } {
  const text = swap(reportText(options), /（二）依申请公开。与\d+年相比，申请数量持平。/, sentence);
  const [report] = parseText(text, "plaintext").reports;
  if (report === undefined) throw new Error("no report");
  return { text, report };
}

export function claimsIn({ report }: { report: Report }, sentence: string): Claim[] {
  return claimsOf(report).filter(({ place }) => place.block.text === sentence);
}

/** "15=一|一+二": the number and its plain readings; 无 for none, 尽 for all closed. */
export function notation({ kind, place, readings }: Claim): string {
  const written = {
    count: place.block.text.slice(place.start, place.end),
    none: "无",
    closed: "尽",
    upheld: "均",
  }[kind];
  const name = (full: string): string => full.replace(/^表[三四]\//, "").replace(/\/总计$/, "");
  const MANY = 5;
  const plain = readings.filter(({ lax }) => lax !== true);
  const sums = plain.map(({ plus }) =>
    plus.length > MANY ? `${name(plus[0] ?? "")}…` : plus.map(name).join("+"),
  );
  return `${written}=${sums.join("|")}`;
}
