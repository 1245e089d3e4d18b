import { isAlone } from "../report/line.ts";
import type { Report, Section } from "../report/report.ts";
import { deviatingLevels } from "../rules/heading-levels.ts";
import { headingsOf } from "../rules/support.ts";

/**
 * Whether the outline that editors make of markdown, by # alone, is wrong or empty for a report: numbered lines
 * that are no # headings, ranks that jump, # that contradict the numbering, rows of a table that are headings.
 */
export function misleadsByHashes(report: Report): boolean {
  const headings = headingsOf(report);
  return (
    headings.some(isUnmarked) ||
    deviatingLevels(report).length > 0 ||
    countMarked(report) !== headings.filter(({ hashes }) => hashes > 0).length ||
    nestsOtherwise(report)
  );
}

/** A line of its own numbered 一、 or （一）. One that runs into its paragraph, or 1. of a list, nobody expects there. */
function isUnmarked({ hashes, rank, key, place, line }: Section): boolean {
  return hashes === 0 && (rank <= 2 || key !== undefined) && isAlone(line, place);
}

/** Markdown headings in the source other than the report's title. */
function countMarked({ blocks, title }: Report): number {
  return blocks.filter(({ kind, text }, index) => {
    const isTitle = title !== undefined && blocks[index] === title.place.block;
    return kind === "heading" && !isTitle && /[^#\s]/.test(text);
  }).length;
}

/** Whether # give some heading another parent than its numbering does. */
function nestsOtherwise({ sections, title }: Report): boolean {
  const open: { readonly hashes: number; readonly section: Section | undefined }[] = [];
  const root = title?.place.block.kind === "heading" ? title.place.block.level : 0;
  const differs = (list: readonly Section[], parent: Section | undefined): boolean =>
    list.some((section) => {
      const { hashes, children } = section;
      if (hashes === 0) return differs(children, parent);
      if (hashes <= root) return true;
      while (open.length > 0 && (open.at(-1)?.hashes ?? 0) >= hashes) open.pop();
      if (open.at(-1)?.section !== parent) return true;
      open.push({ hashes, section });
      return differs(children, section);
    });
  return differs(sections, undefined);
}
