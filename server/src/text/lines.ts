/** 0-based line and UTF-16 character, as in the language server protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Maps offsets to positions and back, in UTF-16. Line ends are LF, CRLF and CR. */
export interface LineIndex {
  readonly lineCount: number;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  /** Start of a line, and its end without the line break. */
  lineSpan(line: number): { start: number; end: number };
}

const LF = 10;
const CR = 13;

export function indexLines(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LF || (code === CR && text.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  const startOf = (line: number): number => starts[line] ?? text.length;
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (low + 1 < high) {
      const middle = (low + high) >> 1;
      if (startOf(middle) <= offset) low = middle;
      else high = middle;
    }
    return low;
  };
  const lineSpan = (line: number): { start: number; end: number } => {
    let end = startOf(line + 1);
    const start = startOf(line);
    if (line + 1 < starts.length) {
      end -= 1;
      if (end > start && text.charCodeAt(end) === LF && text.charCodeAt(end - 1) === CR) end -= 1;
    }
    return { start, end };
  };
  return {
    lineCount: starts.length,
    positionAt(offset) {
      const clamped = Math.min(Math.max(offset, 0), text.length);
      const line = lineOf(clamped);
      return { line, character: clamped - startOf(line) };
    },
    offsetAt({ line, character }) {
      if (line < 0) return 0;
      if (line >= starts.length) return text.length;
      const { start, end } = lineSpan(line);
      return Math.min(start + Math.max(character, 0), end);
    },
    lineSpan,
  };
}
