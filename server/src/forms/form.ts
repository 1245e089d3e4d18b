/** A statutory form as data. Sources: 国办公开办函〔2021〕30号 (2021), 国办公开办函〔2019〕60号 (2019). */
export interface Form {
  readonly id: FormId;
  readonly sections: readonly SectionForm[];
  /** 表二, 表三, 表四, in this order. */
  readonly tables: readonly TableForm[];
}

export type FormId = "2021" | "2019";
export type TableId = "表二" | "表三" | "表四";

export interface SectionForm {
  /** 一 … 六 */
  readonly number: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly table?: TableId;
}

export interface TableForm {
  readonly id: TableId;
  readonly rows: readonly RowForm[];
  readonly relations: readonly RelationForm[];
  /** Labels of the merged cells over columns, by the columns. */
  readonly columnGroups?: Readonly<Record<string, string>>;
  /** The columns of money, by name. */
  readonly amounts?: Readonly<Record<string, AmountForm>>;
}

/** A column of money. */
export interface AmountForm {
  /** The unit that its figures are compared and added up in. */
  readonly unit: "元" | "万元";
  /** Whether the form prints the unit, so that a number without one has it. */
  readonly isPrinted: boolean;
}

/** One row of figures. In 表四 the rows are the three groups of five. */
export interface RowForm {
  /** 一, 三(三)1, 规章, 行政复议 … */
  readonly key: string;
  /** The row's own label as the form prints it: "1.属于国家秘密". */
  readonly label: string;
  readonly aliases: readonly string[];
  /** Labels of the merged cells left of it, outermost first. */
  readonly groups: readonly string[];
  readonly columns: readonly string[];
}

/** Σ left = Σ right over figures of one table, each by figure name: "表三/一/自然人". */
export interface RelationForm {
  readonly rule: RelationRule;
  /** "表三/三(一)" or "表三/自然人": what the relation is about. */
  readonly subject: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

export type RelationRule =
  | "table3/row-total"
  | "table3/column-total"
  | "table3/balance"
  | "table4/group-total";

/** "表三/三(一)/自然人". */
export function figureName(table: TableId, row: string, column: string): string {
  return `${table}/${row}/${column}`;
}

const namesOfRows = new WeakMap<RowForm, readonly string[]>();

/** The names of a row's figures, in the order of its columns. */
export function figureNames(table: TableId, row: RowForm): readonly string[] {
  const names = namesOfRows.get(row) ?? row.columns.map((column) => figureName(table, row.key, column));
  namesOfRows.set(row, names);
  return names;
}
