import { type Block, type SourceDocument, spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";

/** A stretch of the text in which a comment silences rules. */
interface Silence {
  readonly start: number;
  readonly end: number;
  /** Empty for every rule. */
  readonly codes: ReadonlySet<string>;
}

const COMMENT = /<!--\s{0,20}gouji-disable(?![\w-])([^>]{0,500}?)-->/g;

/**
 * Whether a comment <!-- gouji-disable rule/code other/code --> silences a rule at an offset. It holds for the block
 * that follows it, with all of a statutory table that begins there; at the top of the file for the file; without
 * codes for every rule.
 */
export function silencesOf(parsed: ParsedDocument): (offset: number, code: string) => boolean {
  const { document } = parsed;
  const silences = [...document.text.matchAll(COMMENT)].flatMap((match): Silence[] => {
    const end = match.index + match[0].length;
    const codes = new Set((match[1] ?? "").split(/[\s,，、]+/).filter((code) => code !== ""));
    if (isIn(document, match.index, "code")) return [];
    if (isTop(document, match.index)) return [{ start: 0, end: document.text.length + 1, codes }];
    return [{ ...reachOf(parsed, end), codes }];
  });
  return (offset, code) =>
    silences.some(
      ({ start, end, codes }) => start <= offset && offset < end && (codes.size === 0 || codes.has(code)),
    );
}

function isIn(document: SourceDocument, offset: number, kind: Block["kind"]): boolean {
  return document.blocks.some((block) => {
    const start = document.offsetOf(block);
    return block.kind === kind && start <= offset && offset < start + block.text.length;
  });
}

/** Whether nothing but comments and a front matter stands before an offset. */
function isTop({ blocks, text, offsetOf }: SourceDocument, offset: number): boolean {
  const [first] = blocks;
  const frontMatter = first?.kind === "code" && first.text.trimStart().startsWith("---") ? first : undefined;
  const start = frontMatter === undefined ? 0 : offsetOf(frontMatter) + frontMatter.text.length;
  const before = text.slice(start, offset).replace(/^\uFEFF/, "");
  return offset >= start && before.replace(/<!--[^>]*-->/g, "").trim() === "";
}

/** What follows a comment: the rest of its block, or the next one; a table that begins there with all its blocks. */
function reachOf({ document, reports }: ParsedDocument, after: number): { start: number; end: number } {
  const next = document.blocks.find(
    (block) =>
      block.kind !== "comment" && block.text.slice(Math.max(0, after - document.offsetOf(block))).trim() !== "",
  );
  if (next === undefined) return { start: after, end: after };
  const start = Math.max(after, document.offsetOf(next));
  const end = document.offsetOf(next) + next.text.length + 1;
  const table = reports
    .flatMap(({ tables }) => tables)
    .map(({ first, last }) => ({ start: spanOf(document, first).start, end: spanOf(document, last).end }))
    .find((span) => start <= span.start && span.start < end);
  return { start, end: Math.max(end, (table?.end ?? 0) + 1) };
}
