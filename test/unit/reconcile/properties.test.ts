import fc from "fast-check";
import { expect, test } from "vitest";
import { figureName } from "../../../server/src/forms/form.ts";
import type { Cause, Change } from "../../../server/src/reconcile/cause.ts";
import { evaluate, type Lookup } from "../../../server/src/reconcile/evaluate.ts";
import { locate } from "../../../server/src/reconcile/locate.ts";
import { formatDecimal } from "../../../server/src/text/decimal.ts";
import { type Cells, changed, consistentTable3, lookupIn, table3, withCells } from "./grid-figures.ts";

/** Most cells of real reports are 0. */
const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 2, arbitrary: fc.integer({ min: 10, max: 4000 }) },
);
const six = fc.array(count, { minLength: 6, maxLength: 6 });
const consistent = fc
  .tuple(fc.array(six, { minLength: 23, maxLength: 23 }), six)
  .map(([parts, carried]) => consistentTable3(table3, parts, carried));
const position = fc.record({ row: fc.nat(24), column: fc.nat(6) });

type Slip = (text: string) => string;
const slips: Readonly<Record<string, Slip>> = {
  oneMore: (text) => String(Number(text) + 1),
  oneLess: (text) => String(Math.max(0, Number(text) - 1)),
  digitDropped: (text) => (text.length > 1 ? text.slice(0, -1) : text),
  digitDoubled: (text) => text + text.slice(-1),
  digitsExchanged: (text) => text.slice(0, -2) + [...text.slice(-2)].reverse().join(""),
};
const slip = fc.constantFrom(...Object.keys(slips));

function failing(lookup: Lookup): Set<string> {
  return new Set(
    evaluate(table3.relations, lookup)
      .filter(({ status }) => status === "fails")
      .map(({ relation }) => `${relation.rule} ${relation.subject}`),
  );
}

function withChanges(lookup: Lookup, changes: readonly Change[]): Lookup {
  return (name, relation) => {
    const change = changes.find((one) => one.name === name);
    return change === undefined ? lookup(name, relation) : { name, kind: "number", value: change.value };
  };
}

function failuresOf(causes: readonly Cause[]): string[] {
  return causes.flatMap(({ failures }) =>
    failures.map(({ relation }) => `${relation.rule} ${relation.subject}`),
  );
}

test("a table that adds up has no cause", () => {
  fc.assert(
    fc.property(consistent, (cells) => locate(table3.relations, lookupIn(table3, cells)).length === 0),
  );
});

test("one slip in one figure: the first suspect is that figure, the suggestion its old value", () => {
  fc.assert(
    fc.property(consistent, position, slip, (cells, { row, column }, kind) => {
      const old = cells[row]?.[column] ?? "";
      const slipped = String(Number(slips[kind]?.(old) ?? old));
      fc.pre(slipped !== old);
      const causes = locate(table3.relations, lookupIn(table3, changed(cells, row, column, slipped)));
      expect(causes).toHaveLength(1);
      const form = table3.rows[row];
      const [suspect] = causes[0]?.suspects ?? [];
      expect(causes[0]?.kind).toBe("figure");
      expect(suspect?.name).toBe(figureName("表三", form?.key ?? "", form?.columns[column] ?? ""));
      expect(formatDecimal(suspect?.suggest ?? -1n)).toBe(old);
    }),
    { numRuns: 500 },
  );
});

test("two neighbours exchanged are found, and a unique exchange is named", () => {
  fc.assert(
    fc.property(consistent, position, fc.boolean(), (cells, { row, column }, across) => {
      const other = across ? ([row, (column + 1) % 7] as const) : ([(row + 1) % 25, column] as const);
      fc.pre(across ? column < 6 : row < 24);
      const [a = "", b = ""] = [cells[row]?.[column], cells[other[0]]?.[other[1]]];
      fc.pre(a !== b);
      const swapped = withCells(cells, [
        [row, column, b],
        [other[0], other[1], a],
      ]);
      const lookup = lookupIn(table3, swapped);
      const causes = locate(table3.relations, lookup);
      expect(causes.length).toBeGreaterThan(0);
      const [only, ...more] = causes;
      if (only?.kind === "swap" && more.length === 0) {
        expect(failing(withChanges(lookup, only.changes)).size).toBe(0);
      }
    }),
    { numRuns: 500 },
  );
});

/** Tables wrong in a few places, or all over. */
const broken: fc.Arbitrary<Cells> = fc.oneof(
  fc
    .tuple(
      consistent,
      fc.array(fc.tuple(fc.nat(24), fc.nat(6), fc.constantFrom("", "0", "1", "7", "12", "x", "?", "-3"))),
    )
    .map(([cells, changes]) => withCells(cells, changes)),
  fc.array(
    fc.array(fc.constantFrom("", "/", "0", "1", "2", "13", "x", "?"), { minLength: 7, maxLength: 7 }),
    {
      minLength: 25,
      maxLength: 25,
    },
  ),
  fc.array(fc.array(fc.nat(3).map(String), { minLength: 7, maxLength: 7 }), { minLength: 25, maxLength: 25 }),
);

test("each failing relation is in exactly one cause", () => {
  fc.assert(
    fc.property(broken, (cells) => {
      const lookup = lookupIn(table3, cells);
      expect(failuresOf(locate(table3.relations, lookup)).sort()).toEqual([...failing(lookup)].sort());
    }),
    { numRuns: 300 },
  );
});

test("undoing a located slip settles relations, as many as promised, and breaks none", () => {
  fc.assert(
    fc.property(broken, (cells) => {
      const lookup = lookupIn(table3, cells);
      const before = failing(lookup);
      for (const { kind, changes, suspects } of locate(table3.relations, lookup)) {
        if (changes.length === 0) continue;
        const after = failing(withChanges(lookup, changes));
        expect([...after].filter((relation) => !before.has(relation))).toEqual([]);
        if (kind !== "total")
          expect(before.size - after.size).toBeGreaterThanOrEqual(suspects[0]?.resolves ?? 0);
      }
    }),
    { numRuns: 300 },
  );
});
