import type { RowForm, TableForm } from "../forms/form.ts";
import { assemble, type Extent, type FoundRow } from "./assemble.ts";
import type { StatutoryTable } from "./report.ts";
import { dealGroups } from "./review-groups.ts";
import type { ReviewPart } from "./review-reader.ts";
import { figuresOf, isSureOf } from "./source-row.ts";

/** 表四 from its parts: one with all fifteen figures, or one for each group. */
export function reviewTable(table: TableForm, parts: readonly ReviewPart[], extent: Extent): StatutoryTable {
  const width = table.rows[0]?.columns.length ?? 0;
  const grouped = parts.length > 1 && new Set(parts.map(({ group }) => group)).size === parts.length;
  const columns = table.rows.flatMap((row) => row.columns);
  const sources = parts.flatMap((part) => part.sources);
  const all = figuresOf(sources, columns, []);
  const isSure = isSureOf(sources, columns.length);
  const alone = parts.length === 1 && all.length === width ? parts[0]?.group : undefined;
  if (grouped || alone !== undefined) return assemble(table, groupsOf(table, parts, alone), extent);
  const dealt = dealGroups(all, width, table.rows.length);
  const found = table.rows.flatMap((form, index): FoundRow[] => {
    const { cells, sure } = dealt[index] ?? {};
    return cells === undefined
      ? []
      : [{ form, label: form.label, found: cells, sure: sure === true && isSure }];
  });
  return assemble(table, found, extent);
}

/**
 * The groups of 表四 in parts of their own. A part with more figures than a group has holds the groups before its
 * last head, too: 行政诉讼 with 未经复议直接起诉 and 复议后起诉 beside a table of 行政复议.
 */
function groupsOf(
  { rows }: TableForm,
  parts: readonly ReviewPart[],
  alone: string | undefined,
): readonly FoundRow[] {
  const found: FoundRow[] = [];
  let waiting: RowForm[] = [];
  for (const form of rows) {
    const part = parts.find(({ group }) => group === form.key);
    waiting.push(form);
    if (part === undefined || (alone !== undefined && alone !== form.key)) continue;
    const width = form.columns.length;
    const all = figuresOf(
      part.sources,
      waiting.flatMap(({ columns }) => columns),
      [],
    );
    const isShared = alone === undefined && waiting.length > 1 && all.length > width + 1;
    if (isShared) {
      for (const [index, { cells, sure }] of dealGroups(all, width, waiting.length).entries()) {
        const own = waiting[index];
        if (own !== undefined) found.push({ form: own, label: own.label, found: cells, sure });
      }
    } else found.push({ form, label: form.label, found: figuresOf(part.sources, form.columns, []) });
    waiting = [];
  }
  return found;
}
