import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decodeText, type Encoding, encodeText } from "../../../server/src/text/encoding.ts";
import { encodeGb18030 } from "../../../server/src/text/gb18030.ts";

const REPORT =
  "某县２０２３年政府信息公开工作年度报告\r\n一、总体情况\r\n（一）予以公开\t0\t12\r\n“三安全一稳定”——①\r\n";
const ENCODINGS: readonly Encoding[] = ["utf-8", "gb18030", "utf-16le", "utf-16be"];

describe("decodeText", () => {
  test.each(ENCODINGS)("%s is recognised and written back byte for byte", (encoding) => {
    for (const bom of [false, true]) {
      const bytes = encodeText({ text: REPORT, encoding, bom });
      const decoded = decodeText(bytes);
      expect(decoded).toEqual({ text: REPORT, encoding, bom });
      expect(decoded && encodeText(decoded)).toEqual(bytes);
    }
  });

  test("plain ASCII and an empty file are UTF-8", () => {
    expect(decodeText(new TextEncoder().encode("a\tb\n"))?.encoding).toBe("utf-8");
    expect(decodeText(new Uint8Array())).toEqual({ text: "", encoding: "utf-8", bom: false });
  });

  test.each([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]],
    ["an archive", [0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0, 0xb5, 0x9a]],
    ["an old Word file", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0, 0, 0, 0, 0]],
    ["control characters only", [1, 2, 3, 4, 5, 6, 7, 8]],
    ["bytes of no encoding", [0x61, 0xff, 0x62, 0xff]],
  ])("%s is no text", (_, bytes) => {
    expect(decodeText(Uint8Array.from(bytes))).toBeNull();
  });

  test("a stray control character leaves a text a text", () => {
    expect(decodeText(new TextEncoder().encode(`${REPORT}\u001a`))?.text).toBe(`${REPORT}\u001a`);
  });
});

describe("encodeGb18030", () => {
  test("any text is read back by the platform's decoder", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(new TextDecoder("gb18030", { ignoreBOM: true }).decode(encodeGb18030(text))).toBe(text);
      }),
    );
  });

  test("every Han character of the basic plane has the bytes that another encoder gives it", () => {
    let text = "";
    for (let code = 0x4e00; code <= 0x9fa5; code++) text += String.fromCharCode(code);
    expect(Buffer.from(encodeGb18030(text)).equals(iconv.encode(text, "gb18030"))).toBe(true);
  });
});
