import * as l10n from "@vscode/l10n";
import type { Relation } from "../reconcile/relation.ts";
import { type LabelledTable, rowLabel } from "../rules/relations/labels.ts";

/** What a relation says: "The six kinds of applicant make the total". */
export function relationTitle(form: LabelledTable, { rule, subject, text }: Relation): string {
  switch (rule) {
    case "table3/row-total":
      return l10n.t("The six kinds of applicant make the total");
    case "table3/column-total":
      return l10n.t("The outcomes make （七）总计");
    case "table3/balance":
      return l10n.t("一 + 二 = （七）总计 + 四");
    case "table4/group-total":
      return l10n.t(
        "The four results of {0} make the total",
        rowLabel(form, subject.slice(form.id.length + 1)),
      );
    default:
      return text ?? subject;
  }
}
