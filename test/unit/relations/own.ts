import { parseExpression } from "../../../server/src/relations/parse-expression.ts";
import type { OwnRelation } from "../../../server/src/rules/rule.ts";
import { parseDecimal } from "../../../server/src/text/decimal.ts";

export interface More extends Partial<Pick<OwnRelation, "each" | "in" | "severity" | "message">> {
  readonly tolerance?: string;
}

/** A relation as gouji.yaml would have it. */
export function own(table: string, check: string, { tolerance = "0", ...more }: More = {}): OwnRelation {
  const { equation, mistake } = parseExpression(check);
  if (mistake !== undefined) throw new Error(`${check}: ${mistake.message}`);
  return { table, check, equation, tolerance: parseDecimal(tolerance) ?? 0n, ...more };
}
