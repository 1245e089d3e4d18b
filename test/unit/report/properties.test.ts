import fc from "fast-check";
import { expect, test } from "vitest";
import { type Language, type Place, spanOf } from "../../../server/src/document/block.ts";
import { form2021 } from "../../../server/src/forms/2021.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import type { ParsedDocument } from "../../../server/src/report/parsed.ts";
import type { Report, Section } from "../../../server/src/report/report.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { richFigures } from "../mutations/consistent.ts";
import { samples } from "../samples.ts";
import { fixture } from "./fixtures.ts";
import { layouts, withTables } from "./layouts.ts";
import { reportIn } from "./reading.ts";

/** Texts of every layout, a web page, a volume: what is cut up and put together anew below. */
const sources: readonly string[] = [
  ...samples().map(({ text }) => text),
  ...Object.keys(layouts).map((layout, index) => {
    const { text = "" } = samples()[index % samples().length] ?? {};
    return withTables(reportIn(text), form2021, layout, richFigures(form2021, index));
  }),
  ...["pdf-layout.txt", "scattered.md", "web-page.html", "volume.txt", "volume.md"].map(fixture),
];
const STRANGE = [
  "",
  "\t",
  "\t\t\t",
  "|",
  "| --- | --- |",
  "||||",
  "<table>",
  "</table>",
  "<td",
  "<!--",
  "-->",
  "<script>",
  "```",
  "---",
  "===",
  "\f",
  "\r",
  "\u2028",
  "\u{20000}",
  "＃ 一、总体情况",
  "七、其他",
  "（）",
  "(一)",
  "1.",
  "第二十条第（五）项",
  "行政复议",
  "总计",
  "12 34 56",
  "-",
  "/",
  "某局2023年政府信息公开工作年度报告",
];

type Edit = (lines: string[]) => string[];

const at = fc.double({ min: 0, max: 1, noNaN: true });
/** Lines taken out, doubled, moved, put in, cut short: what happens while somebody writes. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(at, fc.nat(12)).map(
    ([from, count]): Edit =>
      (lines) => {
        const index = Math.floor(from * lines.length);
        return [...lines.slice(0, index), ...lines.slice(index + count)];
      },
  ),
  fc.tuple(at, at, fc.nat(30)).map(
    ([from, to, count]): Edit =>
      (lines) => {
        const [source, target] = [Math.floor(from * lines.length), Math.floor(to * lines.length)];
        return [...lines.slice(0, target), ...lines.slice(source, source + count), ...lines.slice(target)];
      },
  ),
  fc.tuple(at, fc.constantFrom(...STRANGE)).map(
    ([to, line]): Edit =>
      (lines) => {
        const index = Math.floor(to * lines.length);
        return [...lines.slice(0, index), line, ...lines.slice(index)];
      },
  ),
  fc.tuple(at, at, fc.constantFrom(...STRANGE, "9", "x")).map(
    ([to, column, text]): Edit =>
      (lines) => {
        const index = Math.floor(to * lines.length);
        const line = lines[index] ?? "";
        const cut = Math.floor(column * line.length);
        return [
          ...lines.slice(0, index),
          line.slice(0, cut) + text + line.slice(cut + 1),
          ...lines.slice(index + 1),
        ];
      },
  ),
);
const language = fc.constantFrom<Language>("plaintext", "markdown", "html");
const source = fc.constantFrom(...sources);
const edits = fc.array(edit, { minLength: 1, maxLength: 6 });

const apply = (text: string, one: Edit): string => one(text.split("\n")).join("\n");

function places(report: Report): Place[] {
  const found: Place[] = [];
  const visit = ({ place, line, last, children }: Section): void => {
    found.push(place, line, last);
    for (const child of children) visit(child);
  };
  for (const section of report.sections) visit(section);
  for (const { place } of report.figures.values()) found.push(place);
  for (const { first, last, rows } of report.tables) {
    found.push(first, last, ...rows.flatMap((row) => row.found.map(({ place }) => place)));
  }
  return [
    ...found,
    ...(report.title ? [report.title.place] : []),
    ...(report.yearPlace ? [report.yearPlace] : []),
  ];
}

function findingsOf({ reports, document }: ParsedDocument): unknown[] {
  return reports.flatMap((report) =>
    rules.flatMap((rule) =>
      [...rule.check({ report, fileName: "" })].map(({ message, place }) => ({
        code: rule.code,
        message,
        span: spanOf(document, place),
      })),
    ),
  );
}

/** All that is read, without the objects that an edit may keep. */
function readingOf(parsed: ParsedDocument): unknown {
  const { document, reports } = parsed;
  return {
    blocks: document.blocks.map((block) => [block.kind, block.level, document.offsetOf(block), block.text]),
    reports: reports.map((report) => ({
      isReport: report.isReport,
      title: report.title?.text,
      agency: report.agency,
      year: report.year,
      form: report.form.id,
      blocks: report.blocks.map((block) => document.offsetOf(block)),
      figures: [...report.figures.values()].map(({ name, text, kind, place }) => [
        name,
        text,
        kind,
        spanOf(document, place),
      ]),
      tables: report.tables.map(({ id, layout, missing, uncertain }) => [
        id,
        layout,
        missing,
        [...uncertain],
      ]),
      places: places(report).map((place) => spanOf(document, place)),
    })),
    findings: findingsOf(parsed),
  };
}

test("any text gives a report, and every place in it lies inside its block", () => {
  fc.assert(
    fc.property(source, edits, language, (text, changes, as) => {
      const parsed = parseText(changes.reduce(apply, text), as);
      expect(parsed.reports.length).toBeGreaterThan(0);
      const { document } = parsed;
      const starts = document.blocks.map((block) => document.offsetOf(block));
      const isCut = document.blocks.every(({ text: own }, index) => {
        const [start = 0, next = document.text.length] = starts.slice(index, index + 2);
        // In a web page the tags are blanked out.
        return start + own.length <= next && (as === "html" || document.text.startsWith(own, start));
      });
      expect(isCut).toBe(true);
      for (const report of parsed.reports) {
        const own = new Set(report.blocks);
        const isInside = ({ block, start, end: last }: Place): boolean =>
          own.has(block) && start >= 0 && last >= start && last <= block.text.length;
        expect(places(report).filter((place) => !isInside(place))).toEqual([]);
      }
      findingsOf(parsed);
    }),
    { seed: 20211, numRuns: 150 },
  );
});

test("any string at all can be read and checked", () => {
  const pieces = fc.array(
    fc.oneof(fc.constantFrom(...STRANGE, "\n", "0", " "), fc.string({ maxLength: 8 })),
    {
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(pieces, language, (parts, as) => {
      const parsed = parseText(parts.join(""), as);
      expect(parsed.reports.length).toBeGreaterThan(0);
      findingsOf(parsed);
    }),
    { seed: 30, numRuns: 300 },
  );
});

test("a figure that is a number stands where its place says", () => {
  fc.assert(
    fc.property(source, edits, fc.constantFrom<Language>("plaintext", "markdown"), (text, changes, as) => {
      const { document, reports } = parseText(changes.reduce(apply, text), as);
      for (const report of reports) {
        for (const { kind, place, value, name } of report.figures.values()) {
          if (kind !== "number") continue;
          const { start, end } = spanOf(document, place);
          const written = document.text.slice(start, end).replace(/[\s,|]|<[^>]*>/g, "");
          expect(Number(written), `${name}: ${document.text.slice(start, end)}`).toBe(
            Number(value) / 10 ** 8,
          );
        }
      }
    }),
    { seed: 60, numRuns: 150 },
  );
});

test("what is read after edits is what is read afresh", () => {
  fc.assert(
    fc.property(source, edits, language, (text, changes, as) => {
      let parsed = parseText(text, as);
      let now = text;
      for (const change of changes) {
        now = apply(now, change);
        parsed = parseText(now, as, parsed);
        expect(readingOf(parsed)).toEqual(readingOf(parseText(now, as)));
      }
    }),
    { seed: 8, numRuns: 60 },
  );
});
