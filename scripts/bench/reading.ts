import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";
import { lint } from "markdownlint/sync";
import type { Form } from "../../server/src/forms/form.ts";
import type { Figure } from "../../server/src/report/report.ts";
import { createLanguageService, defaultSettings } from "../../server/src/service.ts";
import { richFigures } from "../../test/unit/mutations/consistent.ts";

/** One measured thing: how long gouji and two other readers of the same text take, in milliseconds. */
export interface Reading {
  readonly name: string;
  readonly kilobytes: number;
  readonly gouji: number;
  readonly markdownlint: number;
  readonly markdownIt: number;
}

const service = createLanguageService();
const markdownIt = new MarkdownIt({ html: true });

/** The texts of a folder of reports. */
export function textsIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

/** Time of reading and checking a text, beside markdownlint with every rule and markdown-it, by the median. */
export function measure(name: string, text: string, runs: number): Reading {
  return {
    name,
    kilobytes: Buffer.byteLength(text) / 1024,
    gouji: median(runs, () => {
      service.check(service.parse(text, "markdown"), "report.md", defaultSettings);
    }),
    markdownlint: median(runs, () => lint({ strings: { text } })),
    markdownIt: median(runs, () => markdownIt.render(text)),
  };
}

/** Time of reading and checking again after one keystroke in the middle of a text. */
export function measureEdit(text: string, runs: number): number {
  const at = text.indexOf("行政许可", text.length / 2);
  let parsed = service.parse(text, "markdown");
  service.check(parsed, "report.md", defaultSettings);
  let turn = 0;
  return median(runs, () => {
    const edited = text.slice(0, at) + " ".repeat(1 + (turn++ % 2)) + text.slice(at);
    parsed = service.parse(edited, "markdown", parsed);
    service.check(parsed, "report.md", defaultSettings);
  });
}

/** A report whose first section says as much as those of all the others until it is that long. */
export function longReport(texts: readonly string[], kilobytes: number): string {
  const [first = "", ...others] = [...texts].sort((a, b) => b.length - a.length);
  const prose = others.flatMap((text) =>
    text.split("\n").filter((line) => line.length > 60 && !line.includes("\t")),
  );
  const [head = "", ...tail] = first.split(/(?=^二、)/m);
  const missing = kilobytes * 1024 - Buffer.byteLength(first);
  let added = "";
  for (let i = 0; Buffer.byteLength(added) < missing; i++) added += `${prose[i % prose.length]}\n\n`;
  return head + added + tail.join("");
}

/** A report with an appendix of that many rows, whose totals agree. */
export function longTable(texts: readonly string[], rows: number): string {
  const row = (_: unknown, n: number) => `| 第${n}项 | ${n} | ${2 * n} | ${3 * n} |`;
  const table = [
    "| 项目 | 甲 | 乙 | 合计 |",
    "| --- | --- | --- | --- |",
    ...Array.from({ length: rows }, row),
  ];
  return `${anotherReport(texts, 0)}\n\n附件\n\n${table.join("\n")}\n`;
}

/** A county's volume: that many reports one after another. */
export function volume(texts: readonly string[], count: number): string {
  return Array.from({ length: count }, (_, index) => anotherReport(texts, index)).join("\n\n");
}

/** One of any number of reports, no two of the same agency or with the same figures. */
export function anotherReport(texts: readonly string[], index: number): string {
  const text = texts[index % texts.length] ?? "";
  const named = text.replace(/街道|老城区|西工区|偃师区/g, (name) => `${name}第${index}`);
  return withFigures(named, (form) => richFigures(form, index));
}

/** A report with other figures in the places of its own; those that have no other stay. */
export function withFigures(
  text: string,
  othersIn: (form: Form) => Readonly<Record<string, string>>,
): string {
  const { document, reports } = service.parse(text, "markdown");
  const pieces: string[] = [];
  let end = 0;
  for (const { form, figures } of reports) {
    const others = othersIn(form);
    for (const [name, { kind, place }] of [...figures].sort(([, a], [, b]) => startOf(a) - startOf(b))) {
      const other = others[name];
      if (kind !== "number" || other === undefined) continue;
      const offset = document.offsetOf(place.block);
      pieces.push(text.slice(end, offset + place.start), other);
      end = offset + place.end;
    }
  }
  return pieces.join("") + text.slice(end);

  function startOf({ place }: Figure): number {
    return document.offsetOf(place.block) + place.start;
  }
}

function median(runs: number, work: () => void): number {
  for (let i = 0; i < runs; i++) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? Number.NaN;
}
