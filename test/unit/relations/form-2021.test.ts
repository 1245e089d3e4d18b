import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spanOf } from "../../../server/src/document/block.ts";
import { form2021 } from "../../../server/src/forms/2021.ts";
import type { Outcome } from "../../../server/src/reconcile/evaluate.ts";
import { relationsOf } from "../../../server/src/reconcile/in-report.ts";
import type { Relation } from "../../../server/src/reconcile/relation.ts";
import { ownRelationsIn } from "../../../server/src/relations/own.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import type { Report } from "../../../server/src/report/report.ts";
import { applyEdits } from "../apply-edits.ts";
import { samples } from "../samples.ts";
import { own } from "./own.ts";

/** The form's 42 relations in the language of gouji.yaml. */
const ROW = own("表三", "sum(自然人..其他) = 总计", { each: "row" });
const COLUMN = own("表三", "sum(「三(一)」..「三(六)3」) = 「三(七)」", { each: "column" });
const BALANCE = own("表三", "一 + 二 = 「三(七)」 + 四");
const GROUP = own("表四", "结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计");
const CODES = new Map([
  [ROW, "table3/row-total"],
  [COLUMN, "table3/column-total"],
  [BALANCE, "table3/balance"],
  [GROUP, "table4/group-total"],
]);

const nameOf = ({ rule, subject, left, right }: Relation): string =>
  `${rule} ${subject}: ${left.join(" + ")} = ${right.join(" + ")}`;

/** How each relation fares, with both sides. */
function told(outcomes: readonly Outcome[], codeOf: (relation: Relation) => string): string[] {
  return outcomes
    .map(({ relation, status, left, right, partial }) => {
      const name = nameOf({ ...relation, rule: codeOf(relation) });
      return `${name}: ${left} ${right} ${status} ${partial}`;
    })
    .sort();
}

function byForm(report: Report): string[] {
  return told(
    relationsOf(report).flatMap(({ outcomes }) => outcomes),
    ({ rule }) => rule,
  );
}

function byLanguage(report: Report): string[] {
  const tables = ownRelationsIn(report, [...CODES.keys()]);
  const sources = new Map(tables.flatMap(({ source }) => [...source]));
  return told(
    tables.flatMap(({ outcomes }) => outcomes),
    (relation) => {
      const source = sources.get(relation);
      return (source && CODES.get(source)) ?? "";
    },
  );
}

const texts = samples();

describe("the form's relations, written in the language of own relations", () => {
  test("are the 42 of the form, figure by figure", () => {
    const bound = texts.flatMap(({ text }) =>
      parseText(text, "plaintext").reports.flatMap((report) => {
        const tables = ownRelationsIn(report, [...CODES.keys()]);
        return tables.flatMap(({ source }) =>
          [...source].map(([relation, from]) => nameOf({ ...relation, rule: CODES.get(from) ?? "" })),
        );
      }),
    );
    const form = form2021.tables.flatMap(({ relations }) => relations.map(nameOf));
    expect(form).toHaveLength(42);
    expect([...new Set(bound)].sort()).toEqual(form.sort());
  });

  test.each(texts)("fare in $name as those of the form do", ({ text }) => {
    for (const report of parseText(text, "markdown").reports) {
      expect(byLanguage(report)).toEqual(byForm(report));
      expect(byLanguage(report).length).toBeGreaterThan(0);
    }
  });

  test("fare as those of the form do whatever figures are written in", () => {
    const parsed = texts.map(({ text }) => parseText(text, "markdown"));
    const figure = fc.constantFrom("0", "1", "3", "17", "", "/", "x", "2.5");
    fc.assert(
      fc.property(
        fc.nat(texts.length - 1),
        fc.array(fc.tuple(fc.nat(10_000), figure), { minLength: 1, maxLength: 6 }),
        (which, changes) => {
          const { document, reports } = parsed[which] ?? parseText("", "markdown");
          const figures = [...(reports[0]?.figures.values() ?? [])].filter(({ kind }) => kind === "number");
          const edits = new Map(
            changes.map(([at, newText]) => {
              const place = figures[at % figures.length]?.place;
              if (place === undefined) throw new Error("no figures");
              const span = spanOf(document, place);
              return [span.start, { ...span, newText }];
            }),
          );
          const changed = applyEdits(
            document.text,
            [...edits.values()].sort((a, b) => a.start - b.start),
          );
          for (const report of parseText(changed, "markdown").reports) {
            expect(byLanguage(report)).toEqual(byForm(report));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
