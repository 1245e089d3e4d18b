import { bind } from "../../relations/bind.ts";
import type { NamedRelation } from "../../relations/named-relation.ts";
import { isCalled, type NamedTable } from "../../relations/named-table.ts";

/** The tables that a gouji.yaml's relations may mean. */
export interface KnownTables {
  /** open: of the files that are open. all: of every file that the gouji.yaml rules. */
  readonly of: "open" | "all";
  readonly tables: readonly NamedTable[];
  /** What the tables, and others that are not kept, are called. */
  readonly titles: ReadonlySet<string>;
}

export function knownTables(of: KnownTables["of"], tables: readonly NamedTable[]): KnownTables {
  return { of, tables, titles: new Set(tables.flatMap(({ titles }) => titles)) };
}

/** As many of the tables that a relation does not fit are kept for it, to tell the names that they lack. */
const MOST_CANDIDATES = 3;

/** Goes through the tables of any number of files, and keeps those that are enough to tell what is wrong. */
export interface TableCollector {
  add(tables: readonly NamedTable[]): void;
  known(): KnownTables;
}

export function collectTables(relations: readonly NamedRelation[]): TableCollector {
  const titles = new Set<string>();
  const candidates = new Map<NamedRelation, NamedTable[]>(relations.map((relation) => [relation, []]));
  const fitting: NamedTable[] = [];
  return {
    add(tables) {
      for (const table of tables) for (const title of table.titles) titles.add(title);
      for (const [relation, kept] of candidates) {
        const called = tables.filter((table) => isCalled(table.titles, relation.table));
        const fit = called.find((table) => bind(relation, table).along !== undefined);
        if (fit === undefined) kept.push(...called.slice(0, MOST_CANDIDATES - kept.length));
        else {
          fitting.push(fit);
          candidates.delete(relation);
        }
      }
    },
    known: () => ({ of: "all", tables: [...fitting, ...[...candidates.values()].flat()], titles }),
  };
}
