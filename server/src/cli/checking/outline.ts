import { type OutlineNode, outlineTree } from "../../features/outline.ts";
import type { ParsedDocument } from "../../report/parsed.ts";
import type { LineIndex } from "../../text/lines.ts";
import type { RangeJson } from "./json.ts";

/** The public JSON of `gouji outline`. */
export interface OutlineJson {
  readonly version: 1;
  readonly sections: readonly SectionJson[];
}

export interface SectionJson {
  readonly title: string;
  /** "一", "（一）", "1.", or "". */
  readonly number: string;
  /** 0 for a report's title, 1 for 一、, 2 for （一） … */
  readonly level: number;
  readonly kind: "section" | "table";
  readonly range: RangeJson;
  readonly selectionRange: RangeJson;
  readonly children: readonly SectionJson[];
}

export function describeOutline(parsed: ParsedDocument): OutlineJson {
  return { version: 1, sections: outlineTree(parsed).map((node) => describeNode(node, parsed.lines)) };
}

function describeNode(node: OutlineNode, lines: LineIndex): SectionJson {
  const range = ({ start, end }: OutlineNode["range"]): RangeJson => ({
    start: lines.positionAt(start),
    end: lines.positionAt(end),
  });
  return {
    title: node.title,
    number: node.number,
    level: node.level,
    kind: node.kind === "table" ? "table" : "section",
    range: range(node.range),
    selectionRange: range(node.selectionRange),
    children: node.children.map((child) => describeNode(child, lines)),
  };
}
