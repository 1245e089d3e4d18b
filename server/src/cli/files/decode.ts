import { type DecodedText, decodeText, type Encoding } from "../../text/encoding.ts";
import type { EncodingChoice } from "../options.ts";

/** A file's bytes as text, in the encoding asked for or the one they turn out to be in; null where they are no text. */
export function decodeAs(bytes: Uint8Array, encoding: EncodingChoice): DecodedText | null {
  return encoding === "auto" ? decodeText(bytes) : decodeStrictly(bytes, encoding);
}

function decodeStrictly(bytes: Uint8Array, encoding: Encoding): DecodedText | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    const bom = text.startsWith("\ufeff");
    return { text: bom ? text.slice(1) : text, encoding, bom };
  } catch {
    return null;
  }
}
