import { type Tree, TreeFragment } from "@lezer/common";
import { parser, Table } from "@lezer/markdown";
import { editBetween } from "../text/text-edit.ts";
import type { Language } from "./block.ts";

/**
 * Blocks only, nothing inside of them. Lists and quotes are left out, so that rows such as "1. 重复申请⇥0" stay rows and a table
 * below a list item stays a table; indented code is, since a row may start with a tab.
 */
const markdown = parser.configure([
  Table,
  { remove: ["IndentedCode", "BulletList", "OrderedList", "Blockquote", "LinkReference"] },
  {
    remove: [
      "Escape",
      "Entity",
      "InlineCode",
      "HTMLTag",
      "Emphasis",
      "HardBreak",
      "Link",
      "Image",
      "LinkEnd",
    ],
  },
]);
const plain = markdown.configure({ remove: ["SetextHeading"] });
// With no inline parser left there is nothing to find inside a block, which the parser would still look for.
for (const parser of [markdown, plain]) parser.parseInline = () => [];

/** The syntax tree of a text; with the tree before an edit, only what changed is parsed again. */
export function parseMarkdown(
  text: string,
  language: Language,
  previous?: { readonly text: string; readonly tree: Tree },
): Tree {
  const used = language === "markdown" ? markdown : plain;
  if (previous === undefined) return used.parse(text);
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(previous.tree), [
    changedRange(previous.text, text),
  ]);
  return used.parse(text, fragments);
}

function changedRange(
  before: string,
  after: string,
): { fromA: number; toA: number; fromB: number; toB: number } {
  const { start, end, newText } = editBetween(before, after);
  return { fromA: start, toA: end, fromB: start, toB: start + newText.length };
}
