import { type Block, type Language, type SourceDocument, spanOf } from "../document/block.ts";
import { readDocument } from "../document/read.ts";
import { sections as statutorySections } from "../forms/common.ts";
import type { Form, TableId } from "../forms/form.ts";
import { formForYear } from "../forms/index.ts";
import { indexLines } from "../text/lines.ts";
import { identityFromProse } from "./identity.ts";
import { readLabel } from "./label.ts";
import { withLikelySections } from "./likely-sections.ts";
import type { ParsedDocument } from "./parsed.ts";
import type { Figure, Report, Section, StatutoryTable } from "./report.ts";
import { reviewTable } from "./review-table.ts";
import { type Scan, scanReport } from "./scan.ts";
import { hasOfficialWords } from "./section-words.ts";
import { sectionTree } from "./sections.ts";
import { formShown, labelledTable } from "./statutory.ts";
import { isStatutory, opensReport, type Title } from "./title.ts";
import { type Part, partsOf } from "./volume.ts";

/**
 * Reads a text in any state. With the document before an edit, a report that the edit left alone is read no
 * second time and keeps its array of blocks.
 */
export function parseText(text: string, language: Language, previous?: ParsedDocument): ParsedDocument {
  const document = readDocument(text, language, { previous: previous?.document, opens: opensReport });
  const before = new Map(previous?.reports.map((report) => [report.blocks[0], report]));
  const reports = partsOf(document.blocks).map((part) => {
    const old = before.get(part.blocks[0]);
    return old !== undefined && isSame(old.blocks, part.blocks)
      ? { ...old, document }
      : readReport(document, part);
  });
  return { document, lines: indexLines(text), reports };
}

function isSame(a: readonly Block[], b: readonly Block[]): boolean {
  return a.length === b.length && a.every((block, index) => block === b[index]);
}

function readReport(document: SourceDocument, { blocks, title }: Part): Report {
  const scan = scanReport(blocks);
  const own = title === undefined ? undefined : { title: { text: title.text, place: title.place } };
  const identity = identityOf(scan, title);
  const form = shownForm(scan) ?? formForYear(identity.year);
  const tables = form.tables.flatMap(({ id }) => tableOf(form, id, scan) ?? []);
  // What stands above the title, on a cover or in the menu of a web page, heads nothing of the report.
  const begin = title === undefined ? -1 : spanOf(document, title.place).end;
  const headings = scan.headings.filter(({ place }) => spanOf(document, place).start > begin);
  const sections = sectionTree(withLikelySections(headings, blocks), blocks);
  const isReport = looksLikeReport(title, sections, tables);
  return {
    document,
    blocks,
    form,
    isReport,
    isWhole: isReport && (title !== undefined || new Set(keysIn(sections)).size >= HALF),
    ...own,
    ...(isReport ? identity : {}),
    sections,
    tables,
    otherGrids: scan.otherGrids,
    figures: figuresIn(tables),
  };
}

function figuresIn(tables: readonly StatutoryTable[]): ReadonlyMap<string, Figure> {
  const byName = new Map<string, Figure>();
  for (const { rows } of tables)
    for (const { figures } of rows) for (const figure of figures) byName.set(figure.name, figure);
  return byName;
}

function identityOf(
  { prose }: Scan,
  title: Title | undefined,
): Pick<Report, "agency" | "year" | "yearPlace"> {
  if (title === undefined) return identityFromProse(prose);
  const { year, yearPlace } = title;
  const agency = title.agency === "" ? identityFromProse(prose).agency : title.agency;
  return { year, yearPlace, ...(agency !== undefined && { agency }) };
}

/** The form whose tables a report has printed, where its rows tell. */
function shownForm({ application, disclosure }: Scan): Form | undefined {
  return formShown("表三", application.rows) ?? formShown("表二", disclosure.rows);
}

function tableOf(form: Form, id: TableId, scan: Scan): StatutoryTable | undefined {
  const table = form.tables.find((one) => one.id === id);
  const extent = { taken: scan.taken[id] };
  if (table === undefined || extent.taken.length === 0) return undefined;
  const read =
    id === "表四"
      ? reviewTable(table, scan.review.parts, extent)
      : labelledTable(table, (id === "表二" ? scan.disclosure : scan.application).rows, extent);
  return read.rows.some(({ found }) => found.length > 0) ? read : undefined;
}

const HALF = 3;
const ENOUGH = 3;
/** 表三 alone, pasted for a check. */
const LONG_TABLE = 10;

/** Many reports have 总体情况 and 存在的主要问题; this one has a title, sections or tables of its own. */
function looksLikeReport(
  title: Title | undefined,
  sections: readonly Section[],
  tables: readonly StatutoryTable[],
): boolean {
  const keys = new Set(keysIn(sections));
  const own = tables.filter(isSure);
  const long = own.some(({ rows }) => rows.length >= LONG_TABLE);
  const isTitled = title !== undefined && isStatutory(title);
  const signs = (isTitled ? 2 : 0) + keys.size + 2 * own.length + (long ? 1 : 0);
  return (isTitled || own.length > 0 || inWordsOfForm(sections) > 1) && signs >= ENOUGH;
}

/** Figures beside half of the form's labels; what lies below 行政复议 elsewhere is no 表四 with figures missing. */
function isSure({ id, rows, missing }: StatutoryTable): boolean {
  const filled = rows.filter(({ found }) => found.length > 0).length;
  return id === "表四" ? missing.length === 0 : filled >= (id === "表三" ? LONG_TABLE / 2 : 2);
}

/** Sections that no other kind of report has. */
const DISTINCT: ReadonlySet<string | undefined> = new Set(["二", "三", "四"]);

/** How many of the sections that are this report's alone have the very titles of the form. */
function inWordsOfForm(list: readonly Section[]): number {
  return list.reduce((count, { key, title, children }) => {
    const form = DISTINCT.has(key) ? statutorySections.find(({ number }) => number === key) : undefined;
    const exact = form !== undefined && hasOfficialWords(form, readLabel(title).text);
    return count + (exact ? 1 : 0) + inWordsOfForm(children);
  }, 0);
}

function keysIn(sections: readonly Section[]): string[] {
  return sections.flatMap(({ key, children }) => [...(key === undefined ? [] : [key]), ...keysIn(children)]);
}
