import type { RowForm } from "../../forms/form.ts";
import { isRow, type Relation } from "../../reconcile/relation.ts";

/** A table as messages speak of it: its name, and its rows by the keys that stand in the names of figures. */
export interface LabelledTable {
  readonly id: string;
  readonly rows: readonly Pick<RowForm, "key" | "label" | "groups">[];
}

/** A figure's name taken apart: "表三/三(一)/自然人". */
export interface NameParts {
  readonly row: string;
  readonly column: string;
}

export function partsOf(name: string): NameParts {
  const [, row = "", ...column] = name.split("/");
  return { row, column: column.join("/") };
}

/**
 * A row as the form prints it, with the group it belongs to: "（三）不予公开 1.属于国家秘密". Quotation marks
 * in it are single ones, since messages put the label between double ones.
 */
export function rowLabel({ rows }: LabelledTable, key: string): string {
  const row = rows.find((one) => one.key === key);
  if (row === undefined) return key;
  // The outermost group, 三、本年度办理结果, says nothing that the label does not.
  const groups = row.groups.filter((group) => !group.startsWith("三、"));
  return [...groups, withoutRemark(row.label)].join(" ").replaceAll("“", "‘").replaceAll("”", "’");
}

/** "（二）部分公开（区分处理的，…）" → "（二）部分公开". */
function withoutRemark(label: string): string {
  const at = label.lastIndexOf("（");
  return at > 0 && label.endsWith("）") ? label.slice(0, at) : label;
}

/** What a relation is about: the row's label, or the column's. */
export function subjectLabel(table: LabelledTable, relation: Relation): string {
  const key = relation.subject.slice(table.id.length + 1);
  return isRow(relation) ? rowLabel(table, key) : key;
}

/** A figure as seen from a relation: along a row its column, down a column its row. */
export function operandLabel(table: LabelledTable, relation: Relation, name: string): string {
  const { row, column } = partsOf(name);
  return isRow(relation) ? column : rowLabel(table, row);
}

/** A cell by its row and its column: "（一）予以公开/自然人". */
export function cellLabel(table: LabelledTable, name: string): string {
  const { row, column } = partsOf(name);
  return `${rowLabel(table, row)}/${column}`;
}

/** "表三/三(一): 自然人+商业企业+…+其他 = 总计" */
export function notation(relation: Relation): string {
  if (relation.text !== undefined) return `${relation.subject}: ${relation.text}`;
  const side = (names: readonly string[]): string =>
    names
      .map((name) => {
        const { row, column } = partsOf(name);
        return isRow(relation) ? column : row;
      })
      .join("+");
  return `${relation.subject}: ${side(relation.left)} = ${side(relation.right)}`;
}
