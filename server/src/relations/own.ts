import type { Cause } from "../reconcile/cause.ts";
import { evaluate, type Lookup, type Outcome } from "../reconcile/evaluate.ts";
import { causesOfAny } from "../reconcile/locate.ts";
import { isRow, type Relation } from "../reconcile/relation.ts";
import type { Report } from "../report/report.ts";
import { bind } from "./bind.ts";
import type { NamedRelation } from "./named-relation.ts";
import { isCalled, type LabelledRow, type NamedTable, type PlacedFigure } from "./named-table.ts";
import { readingsOf } from "./tables.ts";

/** The own relations of one table: how each fares, and why some fail. */
export interface OwnTable<R extends NamedRelation = NamedRelation> {
  readonly form: OwnForm;
  readonly figures: ReadonlyMap<string, PlacedFigure>;
  readonly lookup: Lookup;
  readonly outcomes: readonly Outcome[];
  readonly causes: readonly Cause[];
  /** The relation of gouji.yaml that an outcome's relation comes from. */
  readonly source: ReadonlyMap<Relation, R>;
}

/** The table's name and its rows, by the keys that stand in names of figures. */
export interface OwnForm {
  readonly id: string;
  readonly rows: readonly LabelledRow[];
}

/** A table with more relations than this is not looked at to its end: an edit must not wait for it. */
const MOST_RELATIONS = 5000;

/** Checks every table that a relation names, with all relations that name it together. */
export function ownRelationsIn<R extends NamedRelation>(
  report: Report,
  relations: readonly R[],
): OwnTable<R>[] {
  if (relations.length === 0) return [];
  return readingsOf(report).flatMap((table) => {
    const source = new Map<Relation, R>();
    for (const relation of relations) {
      if (!isCalled(table.titles, relation.table)) continue;
      const bound = bind(relation, table);
      if (bound.along === undefined) continue;
      for (const one of bound.relations) if (source.size < MOST_RELATIONS) source.set(one, relation);
    }
    return source.size === 0 ? [] : [reconciled(table, source)];
  });
}

function reconciled<R extends NamedRelation>(
  table: NamedTable,
  source: ReadonlyMap<Relation, R>,
): OwnTable<R> {
  const { figures, seen } = figuresOf(table);
  const lookup: Lookup = (name, relation) => seen(name, isRow(relation) ? "row" : "column");
  const outcomes = evaluate([...source.keys()], lookup);
  const causes = causesOfAny(outcomes, lookup);
  return { form: formOf(table), figures, lookup, outcomes, causes, source };
}

type Seen = (name: string, along: "row" | "column") => PlacedFigure | undefined;

function figuresOf({ rows, columns, figure }: NamedTable): {
  figures: ReadonlyMap<string, PlacedFigure>;
  seen: Seen;
} {
  const byName = new Map<string, Seen>();
  const figures = new Map<string, PlacedFigure>();
  for (const row of rows.lines.keys()) {
    for (const column of columns.lines.keys()) {
      const found = figure(row, column);
      if (found === undefined) continue;
      byName.set(found.name, (_, along) => found.seen(along));
      const shown = found.seen("row") ?? found.seen("column");
      if (shown !== undefined) figures.set(found.name, shown);
    }
  }
  return { figures, seen: (name, along) => byName.get(name)?.(name, along) };
}

/** Rows by the part of their figures' names. */
function formOf({ titles, rows, columns, figure, keys }: NamedTable): OwnForm {
  const [id = ""] = titles;
  const keyOf = (row: number): string => {
    for (const column of columns.lines.keys()) {
      const found = figure(row, column);
      if (found !== undefined) return found.name.split("/")[1] ?? "";
    }
    return "";
  };
  return {
    id: id.replaceAll("/", "／"),
    rows: keys ?? rows.lines.map(({ label, groups }, row) => ({ key: keyOf(row), label, groups })),
  };
}
