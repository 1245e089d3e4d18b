import { expect, test } from "vitest";
import { form2021 } from "../../../server/src/forms/2021.ts";
import { parseText } from "../../../server/src/report/parse.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { layouts, withTables } from "../report/layouts.ts";
import { reportIn, zerosBut } from "../report/reading.ts";
import { sampleFigures } from "../report/sample-figures.ts";
import { samples } from "../samples.ts";
import { randomNumbers, richFigures } from "./consistent.ts";

type Damage = (lines: readonly string[], at: number, more: number) => readonly string[];

const WORDS = [
  "续表",
  "（续）",
  "表三（续）",
  "单位：件",
  "注：以上为全年数据。",
  "2023",
  "— 12 —",
  "合计",
  "其他",
];
const insert =
  (line: (more: number) => string): Damage =>
  (lines, at, more) => [...lines.slice(0, at), line(more), ...lines.slice(at)];

const DAMAGES: Readonly<Record<string, Damage>> = {
  "a line lost": (lines, at) => [...lines.slice(0, at), ...lines.slice(at + 1)],
  "some lines lost": (lines, at, more) => [...lines.slice(0, at), ...lines.slice(at + 2 + more)],
  "a line doubled": (lines, at) => [...lines.slice(0, at + 1), ...lines.slice(at)],
  "some lines doubled": (lines, at, more) => [...lines.slice(0, at + 2 + more), ...lines.slice(at)],
  "all lost from some line on": (lines, at) => lines.slice(0, at),
  "a blank line put in": insert(() => ""),
  "the head of a page put in": insert(() => "某街道2023年政府信息公开工作年度报告　　第3页"),
  "a word put in": insert((more) => WORDS[more % WORDS.length] ?? ""),
};
const TRIES = 6;
const relational = rules.filter(({ code }) => /^table[34]\//.test(code));
/** In a saved web page a line may be half of a cell. */
const whole = Object.keys(layouts).filter((layout) => layout !== "word");

test.each(Object.entries(DAMAGES))("%s in a report that adds up leaves no sum wrong", (_, damage) => {
  const random = randomNumbers(5);
  const wrong = whole.flatMap((layout) =>
    Array.from({ length: TRIES }).flatMap((_, number) => {
      const { name = "", text = "" } = samples()[number % samples().length] ?? {};
      const own = zerosBut(form2021, sampleFigures[name.slice(0, 3)] ?? {});
      const figures = number % 2 === 0 ? own : richFigures(form2021, number);
      const lines = withTables(reportIn(text), form2021, layout, figures).split("\n");
      const from = lines.findIndex((line) => line.includes("二、主动公开"));
      const to = lines.findIndex((line) => /^#* ?五、/.test(line));
      const tables = lines.slice(from, to);
      const damaged = damage(tables, Math.floor(random() * tables.length), Math.floor(random() * 9));
      const { reports } = parseText(
        [...lines.slice(0, from), ...damaged, ...lines.slice(to)].join("\n"),
        "markdown",
      );
      return reports.flatMap((report) =>
        relational.flatMap((rule) =>
          [...rule.check({ report, fileName: "" })].map(({ message }) => `${layout}, ${number}: ${message}`),
        ),
      );
    }),
  );
  expect(wrong).toEqual([]);
});
