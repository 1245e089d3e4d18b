import { crc32 } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { samples } from "../unit/samples.ts";
import { useCli } from "./cli.ts";

const cli = useCli();
const reports = samples();
const names = reports.map(({ name }) => name);

interface Cell {
  readonly cell: string;
  readonly text: string;
  readonly value: string | null;
  readonly range: Range;
}

interface Range {
  readonly start: { line: number; character: number };
  readonly end: { line: number; character: number };
}

interface Table {
  readonly id: string;
  readonly complete: boolean;
  readonly missing: readonly string[];
  readonly cells: readonly Cell[];
}

beforeAll(() => {
  for (const { name, text } of reports) cli.write({ [name]: text, [name.replace(".txt", ".md")]: text });
});

async function json(args: readonly string[]) {
  return JSON.parse((await cli.run([...args, "--format", "json"])).stdout);
}

/** The text at a range that stays on one line. */
function textAt(text: string, { start, end }: Range): string {
  return text.split(/\r\n|\r|\n/)[start.line]?.slice(start.character, end.character) ?? "";
}

describe("check --format json", () => {
  test("the real reports have no error, and the summary counts what was found", async () => {
    const { version, files, failures, summary } = await json(["check", ...names]);
    expect(version).toBe(1);
    expect(failures).toEqual([]);
    expect(files.map(({ path }: { path: string }) => path)).toEqual(names);
    for (const { encoding, isReport, report } of files) {
      expect({ encoding, isReport, format: report.format }).toEqual({
        encoding: "utf-8",
        isReport: true,
        format: "2021",
      });
      expect(report.year).toBeGreaterThanOrEqual(2021);
      expect(report.agency).toMatch(/\p{sc=Han}{3,}/u);
    }
    const all = files.flatMap(({ diagnostics }: { diagnostics: { severity: string }[] }) => diagnostics);
    // Lists are there though they hold nothing, so that a script need not ask.
    expect(all).toContainEqual(expect.objectContaining({ fixes: [], related: [] }));
    expect(all.every((one: object) => "fixes" in one && "related" in one)).toBe(true);
    const count = (severity: string): number =>
      all.filter((one: { severity: string }) => one.severity === severity).length;
    expect(summary).toMatchObject({ files: 5, reports: 5, errors: 0, warnings: count("warning") });
    expect(summary.hints).toBe(count("hint"));
    expect(summary.holding).toBe(summary.relations);
    expect(summary.relations).toBeGreaterThan(4 * 42);
  });

  test("a wrong figure comes with its cell, its relations, its suspect and its fix", async () => {
    const text = (reports[0]?.text ?? "").replace("(一) 予以公开\t0", "(一) 予以公开\t7");
    cli.write({ "wrong.txt": text });
    const { files, summary } = await json(["check", "wrong.txt"]);
    const found = files[0].diagnostics.filter(({ severity }: { severity: string }) => severity === "error");
    expect(found).toHaveLength(1);
    const [finding] = found;
    expect(finding).toMatchObject({ cell: "表三/三(一)/自然人", expected: "0", actual: "7" });
    expect(textAt(text, finding.range)).toBe("7");
    expect(finding.relations).toHaveLength(2);
    expect(finding.suspects[0]).toMatchObject({ cell: "表三/三(一)/自然人", suggest: "0", resolves: 2 });
    expect(finding.fixes[0]).toMatchObject({ safe: false, edits: [{ range: finding.range, newText: "0" }] });
    expect(finding.related[0].path).toBe("wrong.txt");
    expect(summary).toMatchObject({ errors: 1, relations: 42, holding: 40 });
  });

  test("what is no report has no report and no findings", async () => {
    cli.write({ "notes.md": "# Notes\n\n“unbalanced\n" });
    const { files, summary } = await json(["check", "notes.md"]);
    expect(files[0]).toMatchObject({ isReport: false, report: null, diagnostics: [] });
    expect(summary).toMatchObject({ files: 1, reports: 0 });
  });

  test("a file with two reports has both, and says of each finding which it is in", async () => {
    const text = reports[0]?.text ?? "";
    const other = text.replaceAll("西关街道", "东关街道").replace("(一) 予以公开\t0", "(一) 予以公开\t7");
    cli.write({ "volume.txt": `${text}\n${other}` });
    const { files, summary } = await json(["check", "volume.txt"]);
    expect(files[0].reports).toHaveLength(2);
    expect(files[0].report).toEqual(files[0].reports[0]);
    const errors = files[0].diagnostics.filter(({ severity }: { severity: string }) => severity === "error");
    expect(errors.map(({ reportIndex }: { reportIndex: number }) => reportIndex)).toEqual([1]);
    expect(summary.reports).toBe(2);
    const { tables } = await json(["tables", "volume.txt"]);
    expect(tables.map(({ reportIndex }: { reportIndex: number }) => reportIndex)).toEqual([0, 0, 0, 1, 1, 1]);
    expect(tables[5].cells[0].reportIndex).toBe(1);
  });
});

describe("tables --format json", () => {
  const expected = [
    [0, 200, 0],
    [1, 200, 0],
    [2, 200, 0],
    [3, 200, 0],
    [4, 179, 21],
  ] as const;

  test.each(expected)(
    "sample %i has %i figures where they say, and lacks %i",
    async (index, figures, missing) => {
      const { name = "", text = "" } = reports[index] ?? {};
      for (const path of [name, name.replace(".txt", ".md")]) {
        const { report, tables } = await json(["tables", path]);
        expect(report.format).toBe("2021");
        expect(tables.map(({ id }: Table) => id)).toEqual(["表二", "表三", "表四"]);
        const cells: Cell[] = tables.flatMap((table: Table) => table.cells);
        expect(cells).toHaveLength(figures);
        expect(new Set(cells.map(({ cell }) => cell)).size).toBe(figures);
        expect(tables.flatMap((table: Table) => table.missing)).toHaveLength(missing);
        for (const table of tables as Table[]) expect(table.complete).toBe(table.missing.length === 0);
        for (const { value, range } of cells) {
          if (value !== null) expect(Number(textAt(text, range))).toBe(Number(value));
        }
      }
    },
  );

  test("people get a row a line and the columns above", async () => {
    const { stdout } = await cli.run(["tables", names[0] ?? ""]);
    expect(stdout).toMatch(/^表二 \(tab\), lines \d+ to \d+\n/);
    expect(stdout).toMatch(/\n {2}三\(六\)3( +0){7}\n/);
    expect(stdout).toMatch(/\n {2}行政复议( +0){5}\n/);
  });
});

describe("outline --format json", () => {
  test("has the title, the six sections below it, and the tables below theirs", async () => {
    const { sections } = await json(["outline", names[0] ?? ""]);
    expect(sections).toHaveLength(1);
    const [title] = sections;
    expect(title).toMatchObject({ level: 0, kind: "section" });
    expect(title.children.map(({ number }: { number: string }) => number)).toEqual([..."一二三四五六"]);
    const kinds = title.children.map(
      ({ children }: { children: { kind: string }[] }) =>
        children.filter(({ kind }) => kind === "table").length,
    );
    expect(kinds).toEqual([0, 1, 1, 1, 0, 0]);
    const text = reports[0]?.text ?? "";
    expect(textAt(text, title.children[0].selectionRange)).toContain("总体情况");
  });

  test("people get a tree with line numbers", async () => {
    const { stdout } = await cli.run(["outline", names[0] ?? ""]);
    expect(stdout).toMatch(/\n {2}一、总体情况 {2}:\d+\n {4}（一）主动公开/);
  });
});

test("the rules are listed, in the reader's language", async () => {
  const english = await json(["rules"]);
  const chinese = await json(["rules", "--locale", "zh-cn"]);
  const rule = { code: "table3/row-total", severity: "error" };
  expect(english.rules).toContainEqual(expect.objectContaining(rule));
  expect(chinese.rules).toHaveLength(english.rules.length);
  expect(chinese.rules[0].title).toMatch(/\p{sc=Han}/u);
  for (const { url } of english.rules) expect(url).toMatch(/^https:\/\/.+\.md$/);
});

describe("Word documents", () => {
  test("are checked as HTML, and never written to", async () => {
    const rows = [
      ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
      ["规章", "1", "2", "3"],
      ["行政规范性文件", "4", "5", "6"],
    ];
    const bytes = docx("某某局2023年政府信息公开工作年度报告", "二、主动公开政府信息情况", rows);
    cli.write({ "report.docx": bytes });
    const { tables } = await json(["tables", "report.docx"]);
    expect(tables).toHaveLength(1);
    expect(tables[0].layout).toBe("html");
    expect(tables[0].cells.map(({ value }: Cell) => value)).toEqual(["1", "2", "3", "4", "5", "6"]);
    const written = await cli.run(["format", "report.docx", "--write"]);
    expect(written.stderr).toContain("report.docx: A Word document is only read.");
    expect(written.status).toBe(2);
  });

  test("that are none are told as failures", async () => {
    cli.write({ "fake.docx": "text", "old.doc": Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]) });
    const { status, stderr } = await cli.run(["check", "fake.docx", "old.doc"]);
    expect(stderr).toContain("fake.docx: This is no Word document, or it is damaged.");
    expect(stderr).toContain("old.doc: This is no text file. Save it as .txt, .md or .html");
    expect(status).toBe(2);
  });
});

/** The smallest Word document with two paragraphs and a table. */
function docx(title: string, heading: string, rows: readonly (readonly string[])[]): Uint8Array {
  const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const row = (cells: readonly string[]): string =>
    `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`;
  const body = `${paragraph(title)}${paragraph(heading)}<w:tbl>${rows.map(row).join("")}</w:tbl>`;
  const office = "http://schemas.openxmlformats.org";
  const main = `${office}/wordprocessingml/2006/main`;
  const relation = `${office}/officeDocument/2006/relationships/officeDocument`;
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  return zip({
    "[Content_Types].xml": `<Types xmlns="${office}/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="r" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="${main}"><w:body>${body}</w:body></w:document>`,
  });
}

/** A zip archive of files that are stored as they are. */
function zip(files: Readonly<Record<string, string>>): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path);
    const data = Buffer.from(text);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(data), 10);
    about.writeUInt32LE(data.length, 14);
    about.writeUInt32LE(data.length, 18);
    about.writeUInt16LE(name.length, 22);
    const entry = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), about, name, data]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00", "latin1"), about, place, name]));
    local.push(entry);
    offset += entry.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(Buffer.concat(central).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, ...central, Buffer.from("PK\x05\x06", "latin1"), end]);
}
