import { spanOf } from "../../../server/src/document/block.ts";
import { figureName, type TableForm } from "../../../server/src/forms/form.ts";
import type { ParsedDocument } from "../../../server/src/report/parsed.ts";
import type { Figure } from "../../../server/src/report/report.ts";
import { applyEdits } from "../apply-edits.ts";

/** One thing gone wrong in a report: the figures that are no longer what they were. */
export interface Slip {
  readonly kind: string;
  /** New numbers by figure name. */
  readonly changes: Readonly<Record<string, number>>;
}

/** Every way in which a single figure may go wrong, without those that leave its value. */
export function slipsOf(name: string, value: number): Slip[] {
  const digits = String(value);
  const wrong: [kind: string, value: number][] = [
    ["one more", value + 1],
    ["one less", value - 1],
    ["twice as much", value * 2],
  ];
  for (let i = 0; i < digits.length; i++) {
    const [before, digit = "", after] = [digits.slice(0, i), digits[i], digits.slice(i + 1)];
    if (digits.length > 1) wrong.push([`digit ${i} dropped`, Number(before + after)]);
    wrong.push([`digit ${i} doubled`, Number(before + digit + digit + after)]);
    const next = after[0];
    if (next !== undefined)
      wrong.push([`digit ${i} swapped`, Number(before + next + digit + after.slice(1))]);
  }
  const seen = new Set([value]);
  return wrong.flatMap(([kind, changed]) => {
    if (changed < 0 || seen.has(changed)) return [];
    seen.add(changed);
    return [{ kind, changes: { [name]: changed } }];
  });
}

/** Neighbours side by side and one above the other, exchanged where they differ. */
export function exchangesOf(table: TableForm, values: ReadonlyMap<string, number>): Slip[] {
  const slips: Slip[] = [];
  const add = (a: string, b: string): void => {
    const [first, second] = [values.get(a), values.get(b)];
    if (first === undefined || second === undefined || first === second) return;
    slips.push({ kind: "exchanged", changes: { [a]: second, [b]: first } });
  };
  // The groups of 表四 stand side by side; the rows of 表三 one above the other.
  const stacked = table.id === "表三";
  const names = table.rows.map(({ key, columns }) =>
    columns.map((column) => figureName(table.id, key, column)),
  );
  for (const [r, row] of (stacked ? names : [names.flat()]).entries()) {
    for (const [c, name] of row.entries()) {
      add(name, row[c + 1] ?? "");
      if (stacked) add(name, names[r + 1]?.[c] ?? "");
    }
  }
  return slips;
}

/** The text with the slip in it. */
export function withSlip(
  parsed: ParsedDocument,
  figures: ReadonlyMap<string, Figure>,
  { changes }: Slip,
): string {
  const edits = Object.entries(changes).map(([name, value]) => {
    const figure = figures.get(name);
    if (figure === undefined) throw new Error(name);
    return { ...spanOf(parsed.document, figure.place), newText: String(value) };
  });
  return applyEdits(
    parsed.document.text,
    edits.sort((a, b) => a.start - b.start),
  );
}
