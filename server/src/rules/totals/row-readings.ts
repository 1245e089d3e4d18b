import { isGroupTotal } from "../../relations/label-words.ts";
import type { PlainRow } from "./plain-table.ts";

export type Rows = readonly PlainRow[];

/** The details; the subtotals; or, where the labels are in ranks, the rows of one rank. */
export function readingsOf(parts: Rows): readonly Rows[] {
  const details = parts.filter((row) => !isGroup(row));
  const groups = parts.filter(isGroup);
  const ranks = new Map<number, PlainRow[]>();
  for (const row of details) {
    const rank = rankOf(row);
    ranks.set(rank, [...(ranks.get(rank) ?? []), row]);
  }
  const byRank = ranks.size > 1 ? [...ranks.values()] : [];
  return [details, groups, ...byRank].filter((rows) => rows.length > 0);
}

export function isGroup({ labels }: PlainRow): boolean {
  return labels.some(isGroupTotal);
}

const MOVED_IN = 7;

/** The rank that a row's mark gives it, the highest 1; 0 without a mark. */
function rankOf({ labels, indented }: PlainRow): number {
  return indented ? MOVED_IN : Math.max(0, ...labels.map(rankOfLabel));
}

/** By GB/T 9704: 一、 1, （一） 2, 1. 3, （1） 4; 1.1 and ① below them, and a dash. */
function rankOfLabel(label: string): number {
  const text = label.trim();
  if (/^[一二三四五六七八九十]+、/.test(text)) return 1;
  if (/^[（(][一二三四五六七八九十]+[）)]/.test(text)) return 2;
  if (/^[0-9]+[.．][0-9]/.test(text)) return 4;
  if (/^[0-9]+[.．、]/.test(text)) return 3;
  if (/^[（(][0-9]+[）)]/.test(text)) return 4;
  if (/^[①-⑳]/.test(text)) return 5;
  return /^[-－–—·•]/.test(text) ? 6 : 0;
}
