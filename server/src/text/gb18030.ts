/**
 * Encoding to GB18030. Platforms only decode it (TextDecoder), so the way back is their own table turned
 * round: every two-byte and every four-byte code of the basic plane is decoded once, on first use.
 */

const LAST_BMP_LINEAR = 39_419;
const FIRST_ASTRAL_LINEAR = 189_000;
const NEW_LINE = 10;

let table: ReadonlyMap<number, number> | undefined;

export function encodeGb18030(text: string): Uint8Array {
  table ??= buildTable();
  const bytes = new Uint8Array(text.length * 4);
  let length = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (codePoint < 0x80) {
      bytes[length++] = codePoint;
      continue;
    }
    const code =
      codePoint >= 0x10000
        ? packed(fourBytes(FIRST_ASTRAL_LINEAR + codePoint - 0x10000))
        : // Half of a surrogate pair has no code; U+FFFD has one and says the same.
          (table.get(codePoint) ?? table.get(0xfffd) ?? 0x3f);
    for (let shift = 24; shift >= 0; shift -= 8) {
      const byte = (code >>> shift) & 0xff;
      if (byte > 0) bytes[length++] = byte;
    }
  }
  return bytes.slice(0, length);
}

/** The four bytes of a position in the four-byte area: 0x81 0x30 0x81 0x30 is 0. */
function fourBytes(linear: number): number[] {
  return [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ];
}

function packed(bytes: readonly number[]): number {
  return bytes.reduce((code, byte) => ((code << 8) | byte) >>> 0, 0);
}

function buildTable(): ReadonlyMap<number, number> {
  const codes: number[][] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.push([lead, trail]);
  }
  for (let linear = 0; linear <= LAST_BMP_LINEAR; linear++) codes.push(fourBytes(linear));
  const decoded = new TextDecoder("gb18030").decode(
    Uint8Array.from(codes.flatMap((bytes) => [...bytes, NEW_LINE])),
  );
  const found = new Map<number, number>();
  decoded.split("\n").forEach((character, index) => {
    const bytes = codes[index];
    // A code that stands for nothing decodes to U+FFFD, perhaps with a stray ASCII character behind it.
    if (bytes === undefined || character.length !== 1) return;
    const isReplacement = character === "\ufffd" && packed(bytes) !== 0x8431a437;
    if (!isReplacement && !found.has(character.charCodeAt(0))) {
      found.set(character.charCodeAt(0), packed(bytes));
    }
  });
  return found;
}
