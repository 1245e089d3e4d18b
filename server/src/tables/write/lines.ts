import { matrixOf, type TableData } from "./table-data.ts";

/** A table with tabs between cells, every row with as many; a merged cell's further places are empty cells. */
export function writeTab(data: TableData, lineBreak: string): string {
  return matrixOf(data)
    .map((cells) => cells.map(oneLine).join("\t"))
    .join(lineBreak);
}

/** A table as one cell a line with blank lines between; undefined where an empty cell would be lost. */
export function writeFlat({ rows }: TableData, lineBreak: string): string | undefined {
  const texts = rows.flatMap((cells) => cells.map(({ text }) => oneLine(text)));
  return texts.includes("") ? undefined : texts.join(lineBreak + lineBreak);
}

function oneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, " ").trim();
}
