import type { Fit } from "./column-fit.ts";
import { ledger, type Misfit, type Values } from "./ledger.ts";
import { fromRight, type Reading, readingsOf } from "./readings.ts";
import type { FoundCell } from "./report.ts";

export interface PlacedRow {
  readonly cells: readonly (FoundCell | undefined)[];
  /** For each column whether every reading that may be meant says the same there. */
  readonly certain: readonly boolean[];
  /** Index of two found cells that are one number. */
  readonly joined?: number;
  /** Index of the one found cell without which the table adds up. */
  readonly dropped?: number;
}

/** Rows that are read in one way: one alone, or all that lack a figure, which then lack the same. */
interface Unit {
  readonly keys: readonly string[];
  /** For each way to read them the reading of each row. */
  readonly ways: readonly (readonly Reading[])[];
}

/** The ways chosen for some units, with how the table fits then. */
interface Settled {
  readonly units: readonly Unit[];
  readonly chosen: readonly number[];
  readonly misfit: Misfit;
  /** For each unit how the table would fit with each of its ways, the other units being read as chosen. */
  readonly tried: readonly (readonly Misfit[])[];
}

/** One slip breaks a row and a column; more says the reading is wrong. */
const ONE_SLIP = 2;
/** Two neighbours exchanged in a table with a lost column break their own columns and the one that is lost. */
const ONE_EXCHANGE = 3;
/** So many short rows may be short for one reason: a column lost in copying. */
const SYSTEMATIC = 3;
/** And so many where something else is wrong, too. */
const MANIFEST = 8;
/** What is chosen for one row may speak for another choice in the row before. */
const ROUNDS = 3;

/**
 * Gives the figures of each row their columns. Complete rows are plain. A row with one figure too few or
 * too many can be read in several ways; the way that leaves the table fitting best is chosen, and only what
 * all ways that may be meant agree on is certain.
 */
export function placeColumns(
  rows: ReadonlyMap<string, readonly FoundCell[]>,
  width: number,
  fit: Fit,
): ReadonlyMap<string, PlacedRow> {
  const placed = new Map<string, PlacedRow>();
  for (const [key, found] of rows) {
    const isPlain = found.length === width;
    const cells = isPlain ? found : fromRight(found, width);
    placed.set(key, { cells, certain: cells.map(() => isPlain) });
  }
  // Most tables are plain throughout.
  if ([...rows.values()].every(({ length }) => length === width)) return placed;
  const readings = new Map([...rows].map(([key, found]) => [key, readingsOf(found, width)]));
  const irregular = [...readings].filter(([, ways]) => ways.length > 1);
  if (irregular.length === 0) return placed;
  const values = new Map([...readings].map(([key, [first]]) => [key, first?.values ?? []]));
  const settled = settleAll(irregular, rows, values, width, fit);
  for (const [index, unit] of settled.units.entries()) {
    const rivals = rivalsOf(settled, index);
    for (const [row, key] of unit.keys.entries()) {
      const own = rivals.flatMap((way) => unit.ways[way]?.[row] ?? []);
      const first = unit.ways[settled.chosen[index] ?? 0]?.[row];
      if (first !== undefined) placed.set(key, placedRow(first, own, settled.misfit));
    }
  }
  return placed;
}

/** The short rows in one way where that explains them, else each by itself. */
function settleAll(
  irregular: readonly (readonly [string, readonly Reading[]])[],
  rows: ReadonlyMap<string, readonly FoundCell[]>,
  values: ReadonlyMap<string, Values>,
  width: number,
  fit: Fit,
): Settled {
  const alone = irregular.map(([key, ways]): Unit => ({ keys: [key], ways: ways.map((way) => [way]) }));
  const isShort = ({ keys: [key = ""] }: Unit): boolean => rows.get(key)?.length === width - 1;
  const short = alone.filter(isShort);
  if (short.length < SYSTEMATIC) return settle(alone, values, fit);
  const together: Unit = {
    keys: short.flatMap(({ keys }) => keys),
    ways: Array.from({ length: width }, (_, way) => short.flatMap(({ ways }) => ways[way] ?? [])),
  };
  const joint = settle([together, ...alone.filter((unit) => !isShort(unit))], values, fit);
  const isLost = short.length < MANIFEST ? isClean(joint.misfit) : joint.misfit.count <= ONE_EXCHANGE;
  return isLost ? joint : settle(alone, values, fit);
}

/** Chooses for each unit the way that fits best with those of the others, until none would choose otherwise. */
function settle(units: readonly Unit[], values: ReadonlyMap<string, Values>, fit: Fit): Settled {
  const book = ledger(fit, values);
  const tryAll = (unit: Unit): Misfit[] => unit.ways.map((_, way) => book.misfit(changesOf(unit, way)));
  const chosen = units.map(() => 0);
  let tried: Misfit[][] = [];
  // One unit alone is settled at once, there being no other that might choose anew.
  let isStill = false;
  for (let round = 0; round < ROUNDS && !isStill; round++) {
    isStill = true;
    for (const [index, unit] of units.entries()) {
      const misfits = tryAll(unit);
      const best = bestOf(unit, misfits);
      isStill &&= chosen[index] === best || units.length === 1;
      chosen[index] = best;
      tried[index] = misfits;
      book.set(changesOf(unit, best));
    }
  }
  if (!isStill) tried = units.map(tryAll);
  return { units, chosen, misfit: book.misfit(), tried };
}

/** The way with which the table fits best. */
function bestOf(unit: Unit, misfits: readonly Misfit[]): number {
  const scored = unit.ways.map(([first], way) => {
    const misfit = misfits[way];
    return {
      way,
      count: (misfit === undefined ? 0 : weight(unit, misfit)) + (first?.cost ?? 0),
      amount: misfit?.amount ?? 0n,
      isMiddle: isMiddle(first),
    };
  });
  // Of several a middle column is taken as the one that is gone: the first and the total are seldom lost.
  return scored.reduce((a, b) =>
    b.count < a.count ||
    (b.count === a.count && (b.amount < a.amount || (b.amount === a.amount && b.isMiddle && !a.isMiddle)))
      ? b
      : a,
  ).way;
}

/** In many rows read alike a slip makes some value less than nothing; in one row that tells a reading is wrong. */
function weight({ keys }: Unit, { count, impossible }: Misfit): number {
  return keys.length > 1 ? count : count + impossible;
}

function isClean({ count, impossible }: Misfit): boolean {
  return count === 0 && impossible === 0;
}

function isMiddle(way: Reading | undefined): boolean {
  return way?.cells[0] !== undefined && way.cells.at(-1) !== undefined;
}

function changesOf({ keys, ways }: Unit, way: number): ReadonlyMap<string, Values> {
  return new Map(keys.map((key, row) => [key, ways[way]?.[row]?.values ?? []]));
}

/** The ways to read a unit that may be meant, the others being read as they are. */
function rivalsOf({ units, chosen, misfit, tried }: Settled, index: number): readonly number[] {
  const unit = units[index];
  if (unit === undefined) return [];
  const all = unit.ways.map((_, way) => way);
  const isTogether = unit.keys.length > 1;
  const tolerated = isTogether ? ONE_EXCHANGE : units.length > 1 ? 0 : ONE_SLIP;
  const now = weight(unit, misfit);
  if (!misfit.complete || now > tolerated) return all;
  return all.filter((way) => {
    if (way === chosen[index]) return true;
    const other = tried[index]?.[way];
    if (other === undefined) return false;
    const then = weight(unit, other);
    // Where a figure is wrong, too, a reading may hide that; many rows read alike are proof enough.
    if (now > 0 && !isTogether) return then <= now + 1;
    return then < now || (then === now && other.amount <= misfit.amount);
  });
}

function placedRow(chosen: Reading, rivals: readonly Reading[], misfit: Misfit): PlacedRow {
  const { cells, joined, dropped } = chosen;
  const isSame = (a: FoundCell | undefined, b: FoundCell | undefined): boolean =>
    a === b || (a !== undefined && b !== undefined && a.kind === b.kind && a.value === b.value);
  const isOnly = rivals.every((way) => way.joined === joined && way.dropped === dropped);
  return {
    cells,
    certain: cells.map((cell, column) => rivals.every((way) => isSame(way.cells[column], cell))),
    ...(isOnly && joined !== undefined && { joined }),
    ...(isOnly && dropped !== undefined && isClean(misfit) && { dropped }),
  };
}
