import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { hoverAt } from "../../../../server/src/features/hover.ts";
import { previewHtml } from "../../../../server/src/features/preview/html.ts";
import { reportAt, spanOfReport } from "../../../../server/src/features/report-at.ts";
import { parseText } from "../../../../server/src/report/parse.ts";
import { rowTotal } from "../../../../server/src/rules/relations/row-total.ts";
import { createLanguageService, defaultSettings } from "../../../../server/src/service.ts";
import { reportText, row } from "../../rules/report-text.ts";
import { samples } from "../../samples.ts";
import { FOLDER, office, officeReport } from "../../workspace/files.ts";

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

/** Where a head may break is no element of its own. */
const preview = (text: string): ReturnType<typeof elements> =>
  elements(previewHtml(parseText(text, "markdown"), []).replace(/<wbr>|<span class="words">/g, ""));

describe.each(samples())("$name", ({ text }) => {
  test("has its sections as headings, and three official tables with every figure", () => {
    const found = preview(text);
    expect(found.filter(({ name }) => name === "h2")).toHaveLength(6);
    expect(found.filter(({ attributes }) => attributes.class === "statutory")).toHaveLength(3);
    const [report] = parseText(text, "markdown").reports;
    const cells = new Map(found.map(({ attributes, text: shown }) => [attributes["data-cell"], shown]));
    for (const { name, text: written } of report?.figures.values() ?? [])
      expect(cells.get(name)).toBe(written);
    const empty = found.filter(
      ({ attributes, text: shown }) => shown === "" && /missing|unsure/.test(attributes.class ?? ""),
    );
    expect(empty).toHaveLength(200 - (report?.figures.size ?? 0));
  });

  test("every column's head leads to its own place where the text has it once a column", () => {
    const squeezed = plain(text);
    const heads = preview(text).filter(({ text: head }) => /^(?:商业企业|结果维持|现行有效件数)$/.test(head));
    expect(heads).toHaveLength(5);
    for (const { text: head } of heads) {
      const same = heads.filter((other) => other.text === head);
      if (squeezed.split(head).length - 1 !== same.length) continue;
      const offsets = same.map(({ attributes }) => Number(attributes["data-offset"]));
      expect(new Set(offsets).size).toBe(same.length);
      for (const offset of offsets) expect(plain(text.slice(offset)).startsWith(head)).toBe(true);
    }
  });

  test("every element leads to the place in the text that it shows", () => {
    for (const { name, text: shown, attributes } of preview(text)) {
      // The labels of statutory tables are shown in the words of the form.
      if (attributes["data-offset"] === undefined || shown === "" || name === "th") continue;
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

/** The preview of a text with all that the rules find in it. */
const checkedPreview = (text: string): ReturnType<typeof elements> => {
  const parsed = parseText(text, "markdown");
  return elements(previewHtml(parsed, createLanguageService().check(parsed, "", defaultSettings)));
};

describe("a claim in prose that is wrong is marked where it stands", () => {
  const cells = { ...row("表三", "一", "7 0 0 0 0 0 7"), ...row("表三", "三(七)", "7 0 0 0 0 0 7") };
  test.each([
    ["plain", "共收到政府信息公开申请⟦9件⟧，均已处理。"],
    ["among marks of markdown", "- **共收到**政府信息公开申请⟦9件⟧，`均已`处理。"],
    ["behind the same number", "发布信息9件，共收到政府信息公开申请⟦9件⟧。"],
  ])("%s", (_, marked) => {
    const sentence = marked.replace(/[⟦⟧]/g, "");
    const text = reportText({ cells, language: "markdown" }).replace(
      "与2022年相比，申请数量持平。",
      `\n\n${sentence}`,
    );
    const [claim, ...more] = checkedPreview(text).filter(
      ({ name, attributes }) => name === "span" && attributes.class === "failing",
    );
    expect(more).toEqual([]);
    expect(claim?.text.startsWith("9件")).toBe(true);
    expect(claim?.attributes.title).toContain("is 7");
    const at = text.indexOf(sentence) + marked.indexOf("⟦");
    expect(Number(claim?.attributes["data-offset"])).toBe(at);
  });
});

test("the labels of a statutory table lead to their rows, those of groups to the first of their rows", () => {
  const text = reportText();
  const offsets = new Map(
    preview(text)
      .filter(({ name }) => name === "th")
      .map(({ text: label, attributes }) => [label, Number(attributes["data-offset"])]),
  );
  for (const label of ["2.重复申请", "规章", "四、结转下年度继续办理"])
    expect(text.slice(offsets.get(label)).startsWith(label)).toBe(true);
  expect(text.slice(offsets.get("（三）不予公开")).startsWith("1.属于国家秘密")).toBe(true);
});

test("a figure whose column is not certain is shown so, and so is the one that is missing", () => {
  const text = reportText({ cells: row("表三", "三(七)", "9 0 0 0 0 0 9") }).replace(
    "1.属于国家秘密\t0\t0",
    "1.属于国家秘密\t0",
  );
  const unsure = preview(text).filter(({ attributes }) => attributes.class === "unsure");
  const table = parseText(text, "plaintext").reports[0]?.tables.find(({ id }) => id === "表三");
  expect(unsure).toHaveLength((table?.uncertain.size ?? 0) + (table?.missing.length ?? 0));
  expect(unsure[0]?.attributes.title).toContain("cannot be told");
});

test("blanks are shown alike, though they are one finding", () => {
  const found = checkedPreview(reportText({ cells: row("表三", "三(二)", "_ _ _ _ _ _ _") }));
  const classes = found
    .filter(({ attributes }) => attributes["data-cell"]?.startsWith("表三/三(二)/"))
    .map(({ attributes }) => attributes.class);
  expect(new Set(classes)).toEqual(new Set(["blank"]));
});

test("a figure says which cell it is", () => {
  const cell = preview(reportText()).find(
    ({ attributes }) => attributes["data-cell"] === "表三/三(一)/自然人",
  );
  expect(cell?.attributes.title).toBe("表三 （一）予以公开/自然人");
});

test("of many reports only the one that is asked for", () => {
  const text = reportText() + reportText({ year: 2022 });
  const parsed = parseText(text, "plaintext");
  const second = reportAt(parsed, text.length - 1);
  const shown = elements(previewHtml(parsed, [], [], second)).filter(({ name }) => name === "article");
  expect([parsed.reports.length, shown.length]).toEqual([2, 1]);
  expect(previewHtml(parsed, [], [], second)).toContain("2022年");
  const own = spanOfReport(parsed, second);
  expect(text.slice(own.start).startsWith("东风街道2022年")).toBe(true);
  expect(spanOfReport(parsed, parsed.reports[0])).toEqual({ start: 0, end: own.start });
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

describe("last year's figures beside this year's", () => {
  const files = {
    "2022.txt": officeReport({ year: 2022, cells: row("表三", "一", "3 0 0 0 0 0 3") }),
    "2023.txt": officeReport({
      cells: { ...row("表三", "一", "8 0 0 0 0 0 8"), "表二/行政许可/本年处理决定数量": "2" },
    }),
  };
  const folder = office(files);
  const years = (name: keyof typeof files): ReturnType<typeof elements> => {
    const parsed = folder.parsed(name);
    const html = previewHtml(parsed, [], [folder.workspace.othersOf(FOLDER + name, 0)]);
    return elements(/<details.*<\/details>/s.exec(html)?.[0] ?? "");
  };

  test("with the change, and only those that are not 0 in both", () => {
    const found = years("2023.txt");
    const cells = found
      .filter(({ name }) => ["th", "td", "button", "p"].includes(name))
      .map(({ text }) => text);
    expect(cells.filter((text) => text !== "")).toEqual([
      ...["Figure", "2022", "2023", "Change", "Growth"],
      ...["表二 第二十条第（五）项 行政许可", "本年处理决定数量", "0", "2", "+2", "—"],
      ...["表三 一、本年新收政府信息公开申请数量", "自然人", "3", "8", "+5", "+166.7%"],
      ...["总计", "3", "8", "+5", "+166.7%"],
      "A bar is measured by the largest figure of its table.",
      "197 more figures are 0 in both years.",
    ]);
  });

  test("with money in the unit of its column", () => {
    const fee = (text: string): Record<string, string> => ({ "表二/行政事业性收费/本年收费金额": text });
    const held = office({
      "2022.txt": officeReport({ year: 2022, cells: fee("30000元") }),
      "2023.txt": officeReport({ cells: fee("6") }),
    });
    const parsed = held.parsed("2023.txt");
    const others = [held.workspace.othersOf(`${FOLDER}2023.txt`, 0)];
    const html = previewHtml(parsed, [], others);
    const found = elements(/<details.*<\/details>/s.exec(html)?.[0] ?? "");
    expect(found.filter(({ name, text }) => /^(?:td|button)$/.test(name) && text !== "")).toMatchObject(
      ["3", "6", "+3", "+100%"].map((text) => ({ text })),
    );
    const place = parsed.reports[0]?.figures.get("表二/行政事业性收费/本年收费金额")?.place;
    const at = place === undefined ? 0 : parsed.document.offsetOf(place.block) + place.start;
    expect(hoverAt(parsed, at, others)?.text).toContain("Last year: [3]");
  });

  test("each leads to where it stands", () => {
    const [before, now] = years("2023.txt")
      .filter(({ name, text }) => name === "button" && text !== "0" && text !== "2")
      .map(({ attributes }) => attributes);
    expect(before?.["data-uri"]).toBe(`${FOLDER}2022.txt`);
    const line = files["2022.txt"].split("\n")[Number(before?.["data-line"])] ?? "";
    expect(line.slice(Number(before?.["data-character"]))).toMatch(/^3\t/);
    expect(files["2023.txt"].slice(Number(now?.["data-open"]))).toMatch(/^8\t/);
  });

  test("bars are measured by the largest of their table", () => {
    const widths = years("2023.txt")
      .filter(({ name }) => name === "rect")
      .map(({ attributes }) => attributes.width);
    expect(widths).toEqual(["0", "100", "38", "100", "38", "100"]);
  });

  test("nothing where there is none", () => {
    expect(years("2022.txt")).toEqual([]);
  });
});
