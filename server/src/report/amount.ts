import type { Cell, Grid } from "../tables/grid.ts";
import type { Decimal } from "../text/decimal.ts";
import { inUnit, type MoneyUnit, moneyUnitIn } from "../text/money.ts";
import { foldSameLength } from "../text/normalize.ts";
import { chineseNumber } from "../text/numerals.ts";
import { roundingOf } from "../text/rounding.ts";
import { remember } from "./remember.ts";
import type { Figure, Report } from "./report.ts";

/** What a figure comes to beside those of other reports. */
export interface Amount {
  /** In `unit`; null for what is no number, or cannot be told exactly in that unit. */
  readonly value: Decimal | null;
  /** Half a unit of its last decimal place: it may have been rounded. */
  readonly rounding: Decimal;
  /** Of money, where the form prints none for the column; undefined where the report tells none either. */
  readonly unit?: MoneyUnit;
  /** The unit that the figure is written in, for money. */
  readonly writtenIn?: MoneyUnit;
}

/** A figure in the unit that its column is compared in: of money by its own unit, its head's or the form's. */
export function amountOf(report: Report, { table, column, text, value, kind }: Figure): Amount {
  const rounding = kind === "number" ? roundingOf(text) : 0n;
  const amounts = report.form.tables.find(({ id }) => id === table)?.amounts;
  const form = amounts?.[column];
  if (form === undefined) return { value, rounding };
  const written = moneyUnitIn(foldSameLength(text)) ?? headUnitsOf(report).get(column);
  const writtenIn = written ?? (form.isPrinted ? form.unit : undefined);
  if (writtenIn === undefined) return { value, rounding };
  return {
    value: value === null ? null : inUnit(value, writtenIn, form.unit),
    rounding: inUnit(rounding, writtenIn, form.unit) ?? 0n,
    writtenIn,
    ...(!form.isPrinted && { unit: form.unit }),
  };
}

/** The decimal places that a figure's own head asks for: 本年收费金额（单位：万元，保留4位小数）. */
export function placesAskedOf(report: Report, { table, column }: Figure): number | undefined {
  const amounts = report.form.tables.find(({ id }) => id === table)?.amounts;
  if (amounts?.[column] === undefined) return undefined;
  for (const text of headsOf(report).get(column) ?? []) {
    const asked = PLACES.exec(foldSameLength(text))?.[1];
    if (asked !== undefined) return chineseNumber(asked) ?? Number(asked);
  }
  return undefined;
}

const PLACES = /保留(?:小数点后)?\s?([1-8一二两三四五六七八])\s?位/;

/** The units that the heads of columns of money name: 本年收费金额（单位：元）. */
const headUnitsOf = remember(
  (report): ReadonlyMap<string, MoneyUnit> =>
    new Map(
      [...headsOf(report)].flatMap(([column, texts]) => {
        const unit = texts.map(moneyUnitIn).find((one) => one !== undefined);
        return unit === undefined ? [] : [[column, unit] as const];
      }),
    ),
);

/** What stands in the heads of columns of money, and in brackets behind or below them. */
const headsOf = remember((report): ReadonlyMap<string, readonly string[]> => {
  const heads = new Map<string, string[]>();
  for (const { id, amounts } of report.form.tables) {
    const table = report.tables.find((one) => one.id === id);
    if (amounts === undefined || table === undefined) continue;
    const columns = Object.keys(amounts);
    let open: string | undefined;
    for (const { text } of cellsOf(table.grids)) {
      const column = columns.find((one) => text.includes(one)) ?? (/^[（(]/.test(text) ? open : undefined);
      if (column !== undefined) heads.set(column, [...(heads.get(column) ?? []), text]);
      if (text !== "") open = column;
    }
  }
  return heads;
});

function* cellsOf(grids: readonly Grid[]): Generator<Cell> {
  for (const { rows } of grids) for (const { cells } of rows) yield* cells;
}
