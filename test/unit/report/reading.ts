import { type Language, spanOf } from "../../../server/src/document/block.ts";
import type { Form } from "../../../server/src/forms/form.ts";
import { figureNames } from "../../../server/src/forms/form.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import type { ParsedDocument } from "../../../server/src/report/parsed.ts";
import type { Report, Section } from "../../../server/src/report/report.ts";
import { foldSameLength } from "../../../server/src/text/normalize.ts";

/** The one report that a text holds. */
export function reportIn(text: string, language: Language = "plaintext"): Report {
  const { reports } = parseText(text, language);
  const [report] = reports;
  if (report === undefined || reports.length !== 1) throw new Error(`${reports.length} reports`);
  return report;
}

/** Every figure by name with its value: a number, or what stands there instead. */
export function valuesIn(report: Report): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { name, kind, value, text } of report.figures.values()) {
    values[name] = kind === "number" ? String(Number(value) / 10 ** 8) : `${kind}:${text}`;
  }
  return values;
}

/** All figures of a form: 0 but for those named. */
export function zerosBut(form: Form, others: Readonly<Record<string, string>>): Record<string, string> {
  const names = form.tables.flatMap(({ id, rows }) => rows.flatMap((row) => [...figureNames(id, row)]));
  for (const name of Object.keys(others)) if (!names.includes(name)) throw new Error(`no figure ${name}`);
  return { ...Object.fromEntries(names.map((name) => [name, "0"])), ...others };
}

/** Figures whose place in the text does not hold their number and nothing else, or lies where none may. */
export function misplaced({ document, reports }: ParsedDocument): string[] {
  const taken = new Set<number>();
  return reports.flatMap((report) =>
    [...report.figures.values()].flatMap((figure) => {
      const { start, end } = spanOf(document, figure.place);
      const source = foldSameLength(document.text.slice(start, end)).trim();
      const isThere =
        figure.kind === "number"
          ? source !== "" && Number(source.replaceAll(",", "")) === Number(figure.value) / 10 ** 8
          : source === foldSameLength(figure.text) || source === "";
      const isAlone = !/[\d,.]/.test(document.text.charAt(end)) && !taken.has(start);
      taken.add(start);
      return isThere && (figure.kind !== "number" || isAlone)
        ? []
        : [`${figure.name} at ${start}: ${source}`];
    }),
  );
}

/** The headings of a report, one a line, indented by depth, statutory ones with their key in front. */
export function outlineOf({ sections }: Report): string {
  const lines: string[] = [];
  const visit = (list: readonly Section[], depth: number): void => {
    for (const { key, title, children } of list) {
      lines.push(`${"  ".repeat(depth)}${key === undefined ? "" : `[${key}] `}${title}`);
      visit(children, depth + 1);
    }
  };
  visit(sections, 0);
  return lines.join("\n");
}
