import type { Place } from "../../document/block.ts";
import type { StatutoryTable } from "../../report/report.ts";
import { labelKey } from "../../text/normalize.ts";

/**
 * Where the heads of a statutory table stand in the text, in the order of `heads`. 结果维持 is one of three: where the
 * text has as many of them as the form, the first is the first; else nobody knows which is which.
 */
export function headPlaces({ grids }: StatutoryTable, heads: readonly string[]): (Place | undefined)[] {
  const cells = grids.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const written = cells.flatMap(({ text, place }, index) => {
    const key = keyOf(text);
    // One cell a line, a head may be broken into two: 结果纠, 正.
    const joined = keyOf(text + (cells[index + 1]?.text ?? ""));
    return key === "" || joined === key
      ? [{ key, place }]
      : [key, joined].map((one) => ({ key: one, place }));
  });
  const keys = heads.map(keyOf);
  return keys.map((key, index) => {
    const same = written.filter((head) => head.key === key);
    const isWhole = same.length === keys.filter((other) => other === key).length;
    return isWhole ? same[keys.slice(0, index).filter((other) => other === key).length]?.place : undefined;
  });
}

/** 本年收费金额 and 本年收费金额（单位：万元） are one head. */
function keyOf(text: string): string {
  return labelKey(text.replace(/[（(][^（(]*$/, "")) || labelKey(text);
}
