const DIGITS = "零一二三四五六七八九";
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const SECTIONS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

function digitOf(character: string): number {
  if (character === "〇") return 0;
  if (character === "两") return 2;
  return DIGITS.indexOf(character);
}

/** Digits written one after another: 二〇二三 is 2023. */
function positional(text: string): number | null {
  let value = 0;
  for (const character of text) {
    const digit = digitOf(character);
    if (digit < 0) return null;
    value = value * 10 + digit;
  }
  return Number.isSafeInteger(value) ? value : null;
}

/** A number below 10,000 with units: 一千零五, 十五, 两百. Each unit must be smaller than the one before. */
function belowTenThousand(text: string): number | null {
  let value = 0;
  let pending = -1;
  let lastUnit = 10_000;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit === undefined) {
      const digit = digitOf(character);
      // Two digits in a row are no number with units, unless the first is the 零 that marks a gap.
      if (digit < 0 || pending > 0) return null;
      pending = digit;
    } else {
      if (unit >= lastUnit || pending === 0) return null;
      // 十五 drops the 一; 百 and 千 never do.
      if (pending < 0 && (unit !== 10 || value > 0)) return null;
      value += (pending < 0 ? 1 : pending) * unit;
      lastUnit = unit;
      pending = -1;
    }
  }
  return value + Math.max(pending, 0);
}

/** 十五 → 15, 二〇二三 → 2023, 一万零五 → 10005; null where the text is no number in Chinese numerals. */
export function chineseNumber(text: string): number | null {
  if (text === "") return null;
  const plain = positional(text);
  if (plain !== null) return plain;
  let value = 0;
  let rest = text;
  for (const section of ["亿", "万"]) {
    const at = rest.indexOf(section);
    if (at < 0) continue;
    const factor = at === 0 ? null : belowTenThousand(rest.slice(0, at));
    if (factor === null || factor === 0) return null;
    value += factor * (SECTIONS[section] ?? 1);
    rest = rest.slice(at + 1);
  }
  if (rest === "") return value;
  const tail = belowTenThousand(rest);
  // A bare digit after 万 means thousands in speech (三万五): too doubtful to read.
  if (tail === null || (value > 0 && rest.length === 1 && tail > 0)) return null;
  return value + tail;
}

/** 1 to 9999 as prose has them, a gap marked by 零: 15 → 十五, 1005 → 一千零五. Throws RangeError elsewhere. */
export function toChineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999) throw new RangeError(`not written: ${value}`);
  let text = "";
  let isGap = false;
  for (const [unit, size] of [...Object.entries(UNITS).reverse(), ["", 1]] as const) {
    const digit = Math.floor(value / size) % 10;
    if (digit > 0) text += `${isGap ? "零" : ""}${DIGITS.charAt(digit)}${unit}`;
    isGap = digit === 0 && text !== "";
  }
  return text.replace(/^一十/, "十");
}
