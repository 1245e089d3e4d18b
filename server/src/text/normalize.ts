import { memoize } from "./memoize.ts";

/**
 * Characters that say the same as another: full-width ASCII (！ to ～), half-width ｡ and ､, every kind of blank but
 * line breaks, and the Kangxi radicals and compatibility ideographs that text taken from a PDF has in place of Han
 * characters.
 */
const FOLDABLE =
  /[\t\v\f\u00a0\u00ad\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff\uff01-\uff5e\uff61\uff64\u2e80-\u2fdf\uf900-\ufaff]/g;

const NO_LETTER_OR_DIGIT = /[^\p{L}\p{N}]+/gu;

/** Distance from full-width ！ to ASCII !. */
const FULL_WIDTH_OFFSET = 0xfee0;

function foldOne(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - FULL_WIDTH_OFFSET);
  if (code === 0xff61) return "。";
  if (code === 0xff64) return "、";
  if ((code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code !== 0xfeff)) {
    const normal = character.normalize("NFKC");
    return normal.length === 1 ? normal : character;
  }
  return " ";
}

/**
 * Full-width ASCII becomes half-width, ｡ and ､ become 。 and 、, blanks (tab, U+3000, nbsp, zero-width …) become a
 * space. One UTF-16 unit maps to one unit, so a place found in the result is a place in the source. Line breaks and
 * dashes stay.
 */
export function foldSameLength(text: string): string {
  return text.replace(FOLDABLE, foldOne);
}

/**
 * What two spellings of one label share: folded, and with letters, Han characters and digits only.
 * "（三）不予公开 " and "(三) 不予公开" both give "三不予公开".
 */
export const labelKey: (text: string) => string = memoize((text) =>
  foldSameLength(text).replace(NO_LETTER_OR_DIGIT, ""),
);
