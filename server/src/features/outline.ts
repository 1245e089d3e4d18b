import { spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Report, Section } from "../report/report.ts";
import { headingsOf, headOf } from "../rules/support.ts";
import { misleadsByHashes } from "./built-in-outline.ts";
import { type TableEntry, tableEntries } from "./outline-tables.ts";
import type { Span } from "./statutory-data.ts";

/** Offsets of the whole text. A child lies in its parent, what is to be selected in its node, siblings apart. */
export interface OutlineNode {
  /** One line, never empty. */
  readonly title: string;
  /** "一", "（一）", "1.", or "". */
  readonly number: string;
  /** 0 for a report's title, 1 for 一、, 2 for （一） …; without a number one more than what it stands in. */
  readonly level: number;
  readonly kind: "report" | "section" | "table";
  readonly range: Span;
  readonly selectionRange: Span;
  readonly children: readonly OutlineNode[];
}

/**
 * A document by its own numbering: report → 一 … 六 → （一） → 1., each table in the section it begins in. A report
 * without a title has its sections for roots; in a volume it is named by agency and year.
 */
export function outlineTree(parsed: ParsedDocument): readonly OutlineNode[] {
  return parsed.reports.flatMap((report) => outlineOf(report, parsed.reports.length > 1));
}

/**
 * Whether an editor's own outline will not do: two outlines are shown beside each other, so that ours is only for
 * where that of markdown is wrong or empty. Plain text has no other, and that of a web page lists its tags.
 */
export function needsOwnOutline({ document, reports }: ParsedDocument): boolean {
  if (document.language === "plaintext") return true;
  const own = reports.filter(({ isReport }) => isReport);
  if (document.language === "html") return own.length > 0;
  // A title without # leaves the reports of a volume in one heap.
  const isHeap = own.length > 1 && own.some(({ title }) => title?.place.block.kind !== "heading");
  return isHeap || own.some(misleadsByHashes);
}

/** What a section's heading opens, from the start of its line. */
export function spanOfSection({ document }: Report, { line, last }: Section): Span {
  const { start, end } = spanOf(document, line);
  return { start, end: Math.max(end, spanOf(document, last).end) };
}

/** A report from its first block to its last. */
export function spanOfReport({ document, blocks }: Report): Span {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  return { start: document.offsetOf(first), end: document.offsetOf(last) + last.text.length };
}

function outlineOf(report: Report, isVolume: boolean): readonly OutlineNode[] {
  if (!report.isReport && !hasOfficialHeadings(report)) return [];
  const { document, title, agency, year } = report;
  const range = spanOfReport(report);
  const name =
    title?.text ??
    (isVolume && agency !== undefined && year !== undefined
      ? `${agency}${year}年政府信息公开工作年度报告`
      : undefined);
  const children = nodesIn(report, report.sections, tableEntries(report), range, 0);
  const place = headOf(report);
  if (name === undefined || place === undefined) return children;
  return [
    {
      title: oneLine(name),
      number: "",
      level: 0,
      kind: "report",
      range,
      selectionRange: within(spanOf(document, place), range),
      children,
    },
  ];
}

/** Of any other text only an outline by # or by official numbering is worth showing: 1. may number anything. */
function hasOfficialHeadings(report: Report): boolean {
  return headingsOf(report).some(({ hashes, rank }) => hashes > 0 || rank === 1 || rank === 2);
}

/** Sections and tables below one node, in the order of the text. `tables` are those that begin in `bounds`. */
function nodesIn(
  report: Report,
  sections: readonly Section[],
  tables: readonly TableEntry[],
  bounds: Span,
  level: number,
): readonly OutlineNode[] {
  const nodes: OutlineNode[] = [];
  let next = 0;
  let from = bounds.start;
  const addTables = (to: number): void => {
    for (let table = tables[next]; table !== undefined && table.range.start < to; table = tables[++next]) {
      // A table that is read over the next heading, or over another table, ends there in the outline.
      const end = Math.min(to, tables[next + 1]?.range.start ?? to);
      const node = tableNode(table, { start: from, end }, level + 1);
      nodes.push(node);
      from = node.range.end;
    }
  };
  for (const section of sections) {
    const range = within(spanOfSection(report, section), bounds);
    addTables(range.start);
    const first = next;
    while ((tables[next]?.range.start ?? bounds.end) < range.end) next++;
    nodes.push(sectionNode(report, section, range, tables.slice(first, next), level));
    from = range.end;
  }
  addTables(bounds.end);
  return nodes;
}

function sectionNode(
  report: Report,
  section: Section,
  range: Span,
  tables: readonly TableEntry[],
  parentLevel: number,
): OutlineNode {
  const level = section.rank > 0 ? section.rank : parentLevel + 1;
  const below = { start: Math.min(spanOf(report.document, section.line).end, range.end), end: range.end };
  return {
    title: oneLine(section.title),
    number: section.number,
    level,
    kind: "section",
    range,
    selectionRange: within(spanOf(report.document, section.place), range),
    children: nodesIn(report, section.children, tables, below, level),
  };
}

function tableNode({ title, range, firstRow }: TableEntry, gap: Span, level: number): OutlineNode {
  const own = within(range, gap);
  return {
    title: oneLine(title),
    number: "",
    level,
    kind: "table",
    range: own,
    selectionRange: within(firstRow, own),
    children: [],
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function within({ start, end }: Span, bounds: Span): Span {
  const from = Math.min(Math.max(start, bounds.start), Math.max(bounds.end, bounds.start));
  return { start: from, end: Math.max(from, Math.min(end, bounds.end)) };
}
