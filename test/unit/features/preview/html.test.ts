import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { previewHtml } from "../../../../server/src/features/preview/html.ts";
import { parseText } from "../../../../server/src/report/parse.ts";
import { rowTotal } from "../../../../server/src/rules/relations/row-total.ts";
import { reportText, row } from "../../rules/report-text.ts";
import { samples } from "../../samples.ts";

/** Elements with their attributes and text, in order. */
function elements(html: string): { name: string; text: string; attributes: Record<string, string> }[] {
  const found: { name: string; text: string; attributes: Record<string, string> }[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => found.push({ name, text: "", attributes }),
    ontext(text) {
      const last = found.at(-1);
      if (last !== undefined) last.text += text.trim();
    },
  });
  parser.end(html);
  return found;
}

const plain = (source: string): string => source.replace(/[\s*_`#|>-]|&nbsp;/g, "");

const preview = (text: string): ReturnType<typeof elements> =>
  elements(previewHtml(parseText(text, "markdown"), []));

describe.each(samples())("$name", ({ text }) => {
  test("has its sections as headings, and three official tables with every figure", () => {
    const found = preview(text);
    expect(found.filter(({ name }) => name === "h2")).toHaveLength(6);
    expect(found.filter(({ attributes }) => attributes.class === "statutory")).toHaveLength(3);
    const [report] = parseText(text, "markdown").reports;
    const cells = new Map(found.map(({ attributes, text: shown }) => [attributes["data-cell"], shown]));
    for (const { name, text: written } of report?.figures.values() ?? [])
      expect(cells.get(name)).toBe(written);
    expect(found.filter(({ attributes }) => attributes.class === "missing")).toHaveLength(
      200 - (report?.figures.size ?? 0),
    );
  });

  test("every element leads to the place in the text that it shows", () => {
    for (const { text: shown, attributes } of preview(text)) {
      if (attributes["data-offset"] === undefined || shown === "") continue;
      const start = plain(shown).slice(0, 4);
      expect(plain(text.slice(Number(attributes["data-offset"]))).slice(0, start.length)).toBe(start);
    }
  });
});

test("the figure that a finding stands at is marked, with its message", () => {
  const text = reportText({ cells: row("表三", "三(一)", "3 0 0 0 0 0 0") });
  const parsed = parseText(text, "plaintext");
  const checked = parsed.reports.flatMap((report) =>
    [...rowTotal.check({ report, fileName: "" })].map((finding) => ({
      finding,
      rule: rowTotal,
      code: rowTotal.code,
      severity: "error" as const,
      reportIndex: 0,
    })),
  );
  const failing = elements(previewHtml(parsed, checked)).filter(
    ({ attributes }) => attributes.class === "failing",
  );
  expect(failing).toHaveLength(1);
  expect(failing[0]?.attributes["data-cell"]).toMatch(/^表三\/三\(一\)\//);
  expect(failing[0]?.attributes.title).toContain("（一）予以公开");
});

test("markup in the text is shown, not obeyed", () => {
  const text = reportText().replace("现将", '<img src=x onerror="alert(1)"> & \'现将');
  const html = previewHtml(parseText(text, "plaintext"), []);
  expect(elements(html).filter(({ name }) => name === "img" || name === "script")).toEqual([]);
});

test("a text that is no report says so", () => {
  expect(preview("# Notes\n\nhello")).toEqual([
    { name: "p", text: "This text is no report.", attributes: { class: "none" } },
  ]);
});
