/**
 * A run of the text with one meaning. Immutable, and ignorant of where it stands: the document alone
 * knows that, so an edit in one block leaves every fact about the others valid.
 */
export interface Block {
  readonly kind: BlockKind;
  /** Source text, UTF-16, without the line break that ends it. Line breaks inside are kept as they are. */
  readonly text: string;
  /** For a markdown heading the number of # (or 1, 2 for setext); else 0. */
  readonly level: number;
}

/**
 * heading: a markdown heading. pipe: a GFM table. html: one <table>…</table>. code: fenced code, left alone.
 * comment: an HTML comment. lines: a run of lines without a blank line: prose, or rows of a table in plain text.
 */
export type BlockKind = "heading" | "pipe" | "html" | "code" | "comment" | "lines";

/** A stretch of one block: UTF-16 offsets from the block's start, end exclusive. */
export interface Place {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}

export type Language = "markdown" | "plaintext" | "html";

/** A text cut into blocks, in order. What lies between blocks is white space (or, in HTML, tags). */
export interface SourceDocument {
  readonly text: string;
  readonly language: Language;
  readonly blocks: readonly Block[];
  /** Offset of a block of this document in its text. */
  offsetOf(block: Block): number;
}

/** Whether a block has its text as the source writes it: what is quoted has its marks left out. */
export function isAsWritten(document: SourceDocument, block: Block): boolean {
  return document.text.startsWith(block.text, document.offsetOf(block));
}

/** Offsets of a place in the whole text. */
export function spanOf(document: SourceDocument, place: Place): { start: number; end: number } {
  const base = document.offsetOf(place.block);
  return { start: base + place.start, end: base + place.end };
}
