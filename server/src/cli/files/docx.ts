import mammoth from "mammoth";

/**
 * A Word document as HTML, its merged cells kept. Pictures are left out. Rows and paragraphs begin lines, so that a
 * finding has a line to stand on. A bundle of its own (dist/docx.js): few runs need it, and all would load it.
 */
export async function docxToHtml(bytes: Uint8Array): Promise<string> {
  const convertImage = mammoth.images.imgElement(async () => ({ src: "" }));
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage });
  return value
    .replace(/<img[^<>]*>/g, "")
    .replace(/<table>|<\/(?:tr|table|li|ul|ol|h[1-6])>|<\/p>(?!<\/t[dh]>)/g, "$&\n");
}
