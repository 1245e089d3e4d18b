import { eastAsianWidthType } from "get-east-asian-width";

/** Columns that a character of ambiguous width (“ ” — … ① ℃) takes: 2 in Chinese fonts, 1 in Western ones. */
export type AmbiguousWidth = 1 | 2;

const ZERO = 1;
const NARROW = 2;
const WIDE = 3;
const AMBIGUOUS = 4;
/** Its width depends on its neighbours: half of a surrogate pair, or a joiner. */
const JOINED = 5;

/** Class by UTF-16 unit, filled as characters turn up; 0 is not looked up yet. */
const classes = new Uint8Array(0x10000);

const INVISIBLE = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u;
const EMOJI = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\u20e3/u;
const JOINERS = new Set([0xfe0f, 0x200d, 0x20e3]);

function classOf(character: string): number {
  if (INVISIBLE.test(character)) return ZERO;
  const type = eastAsianWidthType(character.codePointAt(0) ?? 0);
  if (type === "fullwidth" || type === "wide") return WIDE;
  return type === "ambiguous" ? AMBIGUOUS : NARROW;
}

function classOfUnit(code: number): number {
  const known = classes[code] ?? 0;
  if (known !== 0) return known;
  const joined = (code >= 0xd800 && code <= 0xdfff) || JOINERS.has(code);
  const found = joined ? JOINED : classOf(String.fromCharCode(code));
  classes[code] = found;
  return found;
}

function widthOf(kind: number, ambiguousWidth: AmbiguousWidth): number {
  return kind === NARROW ? 1 : kind === WIDE ? 2 : kind === AMBIGUOUS ? ambiguousWidth : 0;
}

/** Columns that a text takes in a monospaced font. Tabs and line breaks count as nothing. */
export function displayWidth(text: string, ambiguousWidth: AmbiguousWidth): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = classOfUnit(text.charCodeAt(i));
    if (kind === JOINED) return graphemeWidth(text, ambiguousWidth);
    width += widthOf(kind, ambiguousWidth);
  }
  return width;
}

let segmenter: Intl.Segmenter | undefined;

/** The slow path, some hundred times slower: what several code points draw together is measured as one. */
function graphemeWidth(text: string, ambiguousWidth: AmbiguousWidth): number {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  let width = 0;
  for (const { segment } of segmenter.segment(text)) {
    if (EMOJI.test(segment)) width += 2;
    else for (const character of segment) width += widthOf(classOf(character), ambiguousWidth);
  }
  return width;
}

/** The text with spaces behind it up to a width; a wider text as it is. */
export function padEnd(text: string, width: number, ambiguousWidth: AmbiguousWidth): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text, ambiguousWidth)));
}

/** The text with spaces before it up to a width; a wider text as it is. */
export function padStart(text: string, width: number, ambiguousWidth: AmbiguousWidth): string {
  return " ".repeat(Math.max(0, width - displayWidth(text, ambiguousWidth))) + text;
}
