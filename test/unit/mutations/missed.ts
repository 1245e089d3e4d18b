import { type Place, spanOf } from "../../../server/src/document/block.ts";
import { figureNames } from "../../../server/src/forms/form.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import type { Report } from "../../../server/src/report/report.ts";
import { rules } from "../../../server/src/rules/index.ts";
import type { Finding } from "../../../server/src/rules/rule.ts";
import { applyEdits } from "../apply-edits.ts";
import { isConsistent } from "./consistent.ts";
import { exchangesOf, type Slip, slipsOf, withSlip } from "./slips.ts";

const relational = rules.filter(({ code }) => /^table[34]\//.test(code));

export interface Outcome {
  /** How many slips were tried. */
  readonly tried: number;
  /** Slips of which nothing was said although the figures no longer agree, or something although they do. */
  readonly missed: readonly string[];
  /** Slips of one figure of 表三 that were not told at that figure, with its old value, in one finding. */
  readonly elsewhere: readonly string[];
}

/** Which slips to try: of a figure, its number in the order of the form, and all that may happen to it. */
export type Choice = (slips: readonly Slip[], index: number) => readonly Slip[];

export const all: Choice = (slips) => slips;

/** Makes every slip in a report that agrees, one at a time, and checks the text anew. */
export function trySlips(text: string, choose: Choice = all): Outcome {
  const parsed = parseText(text, "markdown");
  const [report] = parsed.reports;
  if (report === undefined) throw new Error("no report");
  const missed: string[] = [];
  const elsewhere: string[] = [];
  const slips = slipsIn(report, choose);
  for (const slip of slips) {
    const changed = withSlip(parsed, report.figures, slip);
    const after = parseText(changed, "markdown", parsed);
    const findings = after.reports.flatMap((one) =>
      relational.flatMap((rule) => [...rule.check({ report: one, fileName: "" })]),
    );
    const name = `${slip.kind} ${JSON.stringify(slip.changes)}`;
    if (findings.length > 0 === stillAgrees(report, slip)) missed.push(name);
    const [only, ...others] = Object.keys(slip.changes);
    if (only === undefined || others.length > 0 || !only.startsWith("表三")) continue;
    const span = (place: Place): { start: number; end: number } => spanOf(after.document, place);
    const told = findings.map((finding) => tell(finding, changed, span));
    const old = report.figures.get(only);
    const wanted = `${only} → ${old?.text}, mended: ${text}`;
    if (told.join() !== wanted)
      elsewhere.push(`${name}: ${told.map((one) => one.slice(0, 200)).join(" and ")}`);
  }
  return { tried: slips.length, missed, elsewhere };
}

/** The first suspect of a finding, and the text after its first fix. */
function tell(
  { suspects: [first] = [], fixes: [fix] = [] }: Finding,
  text: string,
  span: (place: Place) => { start: number; end: number },
): string {
  const mended =
    fix &&
    applyEdits(
      text,
      fix.edits.map(({ place, newText }) => ({ ...span(place), newText })),
    );
  return `${first?.cell} → ${first?.suggest}, mended: ${mended}`;
}

function slipsIn({ form, figures }: Report, choose: Choice): Slip[] {
  const values = new Map([...figures].map(([name, { value }]) => [name, Number(value) / 10 ** 8]));
  let index = 0;
  return form.tables
    .filter(({ relations }) => relations.length > 0)
    .flatMap((table) => [
      ...table.rows.flatMap((row) =>
        figureNames(table.id, row).flatMap((name) => {
          const value = values.get(name);
          return value === undefined ? [] : [...choose(slipsOf(name, value), index++)];
        }),
      ),
      ...exchangesOf(table, values).flatMap((slip) => choose([slip], index++)),
    ]);
}

/** By plain arithmetic. A figure that the report lacks is what makes its row agree before the slip. */
function stillAgrees({ form, figures }: Report, { changes }: Slip): boolean {
  return isConsistent(form, (name) => changes[name] ?? Number(figures.get(name)?.value ?? 0n) / 10 ** 8);
}
