import { encodeGb18030 } from "./gb18030.ts";

export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

/** A file's text and how it was stored. `text` is without the byte order mark. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
  ["gb18030", [0x84, 0x31, 0x95, 0x33]],
];

/** Bytes looked at to tell UTF-16 from a binary file. */
const SAMPLE = 4096;

/** Characters that a Chinese report in UTF-16 is made of; bytes of another kind rarely look like them. */
const LIKELY =
  /[\t\n\r\u0020-\u007e\u00b7\u2010-\u203f\u2460-\u249b\u3000-\u3017\u4e00-\u9fff\uff01-\uff5e]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a binary file
const CONTROL = /[\u0000-\u0008\u000e-\u0019\u001c-\u001f\u007f]/g;

/** A file's bytes as text, or null where they are no text. Works by mark, then UTF-8, then UTF-16, then GB18030. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  for (const [encoding, mark] of MARKS) {
    if (!mark.every((byte, index) => bytes[index] === byte)) continue;
    const text = decodeStrictly(bytes.subarray(mark.length), encoding);
    return text === null ? null : { text, encoding, bom: true };
  }
  const encodings: readonly Encoding[] = bytes.includes(0) ? likelyUtf16(bytes) : ["utf-8", "gb18030"];
  for (const encoding of encodings) {
    const text = decodeStrictly(bytes, encoding);
    if (text !== null) return { text, encoding, bom: false };
  }
  return null;
}

/** Text as bytes, stored the way `decodeText` found it. */
export function encodeText({ text, encoding, bom }: DecodedText): Uint8Array {
  const body = encodeBody(text, encoding);
  if (!bom) return body;
  const mark = MARKS.find(([name]) => name === encoding)?.[1] ?? [];
  const bytes = new Uint8Array(mark.length + body.length);
  bytes.set(mark);
  bytes.set(body, mark.length);
  return bytes;
}

function encodeBody(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  if (encoding === "gb18030") return encodeGb18030(text);
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === "utf-16le");
  return new Uint8Array(view.buffer);
}

/** null where the bytes are not valid in the encoding, or where what comes out is no text. */
function decodeStrictly(bytes: Uint8Array, encoding: Encoding): string | null {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
  // One stray control character (a form feed's neighbour, an end mark of DOS) does not make a binary file.
  const controls = text.match(CONTROL)?.length ?? 0;
  return text.includes("\0") || controls * 100 > text.length + 99 ? null : text;
}

function likelyUtf16(bytes: Uint8Array): Encoding[] {
  const sample = bytes.subarray(0, Math.min(SAMPLE, bytes.length & ~1));
  return (["utf-16le", "utf-16be"] as const).filter((encoding) => {
    const text = new TextDecoder(encoding).decode(sample);
    return text.length > 0 && (text.match(LIKELY)?.length ?? 0) >= text.length * 0.9;
  });
}
