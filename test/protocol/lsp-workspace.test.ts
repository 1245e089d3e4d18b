import { afterEach, describe, expect, test } from "vitest";
import { type ClientCapabilities, type Hover, type Location, WatchKind } from "vscode-languageserver/node";
import type { FileSystem, Reading } from "../../server/src/workspace/file-system.ts";
import { row } from "../unit/rules/report-text.ts";
import { FOLDER, officeReport } from "../unit/workspace/files.ts";
import { type Editor, poor, rangeOf, rich, type Start, startEditor } from "./lsp.ts";

const uriOf = (name: string): string => FOLDER + encodeURI(name);
const carriedOver = { ...row("表三", "一", "3 0 0 0 0 0 3"), ...row("表三", "四", "3 0 0 0 0 0 3") };
const carriedIn = {
  ...row("表三", "二", "3 0 0 0 0 0 3"),
  ...row("表三", "三(一)", "3 0 0 0 0 0 3"),
  ...row("表三", "三(七)", "3 0 0 0 0 0 3"),
};
const last = officeReport({ year: 2022, cells: carriedOver });
const now = officeReport({ cells: carriedIn });
/** What is carried over in last year's report, in the column 自然人. */
const OVER = rangeOf(last, "四、结转下年度继续办理\t\t\t3");
const figure = { start: { ...OVER.end, character: OVER.end.character - 1 }, end: OVER.end };

/** A folder in memory; what is read of it, and in the end how often. */
function diskOf(content: Readonly<Record<string, string | Reading>>): FileSystem & {
  readonly reads: string[];
  set(name: string, text: string): void;
  move(from: string, to: string): void;
} {
  const files = new Map(Object.entries(content));
  const reads: string[] = [];
  return {
    reads,
    set: (name, text) => void files.set(name, text),
    move(from, to) {
      files.set(to, files.get(from) ?? "");
      files.delete(from);
    },
    list: async (folder, wish) =>
      [...files.keys()]
        .filter((name) => wish.wants(name))
        .map(uriOf)
        .filter((uri) => uri.startsWith(folder)),
    async read(uri) {
      const name = decodeURI(uri.slice(FOLDER.length));
      reads.push(name);
      const found = files.get(name) ?? { failure: "unreadable" };
      return typeof found === "string" ? { text: found } : found;
    },
  };
}

const watching: ClientCapabilities = {
  ...rich,
  workspace: { ...rich.workspace, didChangeWatchedFiles: { dynamicRegistration: true } },
};

let editor: Editor;
async function start(options: Start = {}): Promise<Editor> {
  editor = await startEditor({ folder: FOLDER, capabilities: watching, ...options });
  return editor;
}
afterEach(() => editor.stop());

/** The codes found in a document, and where else they point. */
const found = async (name: string): Promise<unknown> =>
  (await editor.diagnostics(uriOf(name))).map(({ code, relatedInformation = [] }) => [
    code,
    ...relatedInformation.map(({ location }) => decodeURI(location.uri.slice(FOLDER.length))),
  ]);
const CARRY = [["previous/carry-over", "2022.txt"]];

describe("two years side by side", () => {
  test("are compared as they are typed, without being saved", async () => {
    const { open, edit, pause, settled, refreshes } = await start();
    await open(uriOf("2022.txt"), "plaintext", last);
    await open(uriOf("2023.txt"), "plaintext", now);
    await found("2022.txt");
    expect(await found("2023.txt")).toEqual([]);
    await settled();
    pause();
    await settled();
    const before = refreshes();
    await edit(uriOf("2022.txt"), figure, "4");
    await found("2022.txt");
    pause();
    await settled();
    expect(refreshes()).toBe(before + 1);
    expect(await found("2023.txt")).toContainEqual(CARRY[0]);
    const [one] = await editor.diagnostics(uriOf("2023.txt"));
    expect(one).toMatchObject({
      severity: 3,
      relatedInformation: [{ location: { uri: uriOf("2022.txt"), range: figure } }],
    });
    await edit(uriOf("2022.txt"), figure, "3");
    await found("2022.txt");
    expect(await found("2023.txt")).toEqual([]);
  });

  test("are told again to an editor that has what was found before", async () => {
    const { open, edit, pull } = await start();
    await open(uriOf("2022.txt"), "plaintext", last);
    await open(uriOf("2023.txt"), "plaintext", now);
    await found("2022.txt");
    const { resultId } = await pull(uriOf("2023.txt"));
    expect(await pull(uriOf("2023.txt"), resultId)).toMatchObject({ kind: "unchanged" });
    await edit(uriOf("2022.txt"), figure, "4");
    await found("2022.txt");
    expect(await pull(uriOf("2023.txt"), resultId)).toMatchObject({ kind: "full" });
  });

  test("are sent anew to an editor that does not ask", async () => {
    const { open, edit, pause, settled, published } = await start({ capabilities: poor });
    await open(uriOf("2022.txt"), "plaintext", last);
    await open(uriOf("2023.txt"), "plaintext", now);
    await settled();
    pause();
    await settled();
    await edit(uriOf("2022.txt"), figure, "4");
    await settled();
    pause();
    await settled();
    pause();
    await settled();
    const [latest] = published.filter(({ uri }) => uri === uriOf("2023.txt")).slice(-1);
    expect(latest?.diagnostics.map(({ code }) => code)).toEqual(["previous/carry-over"]);
  });
});

describe("files on disk", () => {
  const broken = officeReport({
    year: 2022,
    cells: { ...carriedOver, ...row("表三", "四", "4 0 0 0 0 0 4"), ...row("表三", "一", "4 0 0 0 0 0 4") },
  });

  test("are read when a report is opened, and not before", async () => {
    const files = diskOf({ "2022.txt": broken });
    const { open, settled } = await start({ files });
    await settled();
    await open(uriOf("letter.txt"), "plaintext", "没有报告。\n");
    await found("letter.txt");
    expect(files.reads).toEqual([]);
    await open(uriOf("2023.txt"), "plaintext", now);
    await found("2023.txt");
    await settled();
    expect(files.reads).toEqual(["2022.txt"]);
    expect(await found("2023.txt")).toEqual(CARRY);
  });

  test("are not read where no folder is open", async () => {
    const files = diskOf({ "2022.txt": broken });
    editor = await startEditor({ files, capabilities: watching });
    await editor.open(uriOf("2023.txt"), "plaintext", now);
    expect(await found("2023.txt")).toEqual([]);
    expect(files.reads).toEqual([]);
  });

  test("are watched", async () => {
    const files = diskOf({ "2022.txt": last });
    const { open, settled, client, registered } = await start({ files });
    expect(registered.get("workspace/didChangeWatchedFiles")?.registerOptions).toEqual({
      watchers: [
        { globPattern: "**/*.{md,markdown,txt,html,htm}" },
        { globPattern: "**/gouji.yaml" },
        { globPattern: "**/*", kind: WatchKind.Delete },
      ],
    });
    await open(uriOf("2023.txt"), "plaintext", now);
    await found("2023.txt");
    await settled();
    expect(await found("2023.txt")).toEqual([]);
    files.set("2022.txt", broken);
    await client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf("2022.txt"), type: 2 }],
    });
    await settled();
    expect(await found("2023.txt")).toEqual(CARRY);
    await client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf("2022.txt"), type: 3 }],
    });
    await settled();
    expect(await found("2023.txt")).toEqual([]);
  });

  test("follow their folder to another name", async () => {
    const files = diskOf({ "old/2022.txt": broken });
    const workspace = { ...watching.workspace, fileOperations: { didRename: true } };
    const { open, settled, client, initialized } = await start({
      files,
      capabilities: { ...watching, workspace },
    });
    expect(initialized.capabilities.workspace?.fileOperations?.didRename?.filters).toEqual([
      { pattern: { glob: "**/*", matches: "folder" } },
    ]);
    await open(uriOf("2023.txt"), "plaintext", now);
    await found("2023.txt");
    await settled();
    expect(await found("2023.txt")).toEqual([["previous/carry-over", "old/2022.txt"]]);
    files.move("old/2022.txt", "new/2022.txt");
    const renamed = { oldUri: uriOf("old"), newUri: uriOf("new") };
    await client.sendNotification("workspace/didRenameFiles", { files: [renamed] });
    await settled();
    expect(await found("2023.txt")).toEqual([["previous/carry-over", "new/2022.txt"]]);
    await client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf("new"), type: 3 }],
    });
    await settled();
    expect(await found("2023.txt")).toEqual([]);
  });

  test("of a folder that is opened later count too", async () => {
    const files = diskOf({ "2022.txt": broken });
    const capabilities = { ...watching, workspace: { ...watching.workspace, workspaceFolders: true } };
    const { open, settled, client } = await start({ files, capabilities, folder: "file:///elsewhere/" });
    await open(uriOf("2023.txt"), "plaintext", now);
    expect(await found("2023.txt")).toEqual([]);
    await client.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: [{ uri: FOLDER, name: "office" }], removed: [] },
    });
    await settled();
    await found("2023.txt");
    await settled();
    expect(await found("2023.txt")).toEqual(CARRY);
  });

  test("are left alone by the settings", async () => {
    const files = diskOf({ "2022.txt": broken, "2022.md": "" });
    const { open, settled } = await start({ files, settings: { exclude: ["*.txt"] } });
    await open(uriOf("2023.txt"), "plaintext", now);
    await found("2023.txt");
    await settled();
    expect(files.reads).toEqual(["2022.md"]);
  });
});

describe("last year's report", () => {
  test("is told under the pointer, and a figure leads there", async () => {
    const { open, settled, client } = await start({ files: diskOf({ "2022.txt": last }) });
    await open(uriOf("2023.txt"), "plaintext", now);
    await found("2023.txt");
    await settled();
    const { start: position } = rangeOf(now, "3\t0\t0\t0\t0\t0\t3");
    const asked = { textDocument: { uri: uriOf("2023.txt") }, position };
    const hover = await client.sendRequest<Hover>("textDocument/hover", asked);
    expect(hover.contents).toMatchObject({
      value: expect.stringContaining("Carried over in last year's report: [3]"),
    });
    const places = await client.sendRequest<Location[]>("textDocument/definition", asked);
    expect(places[0]).toEqual({ uri: uriOf("2022.txt"), range: figure });
  });

  test("says of a figure where this year's takes it over", async () => {
    const { open, settled, client } = await start({ files: diskOf({ "2023.txt": now }) });
    await open(uriOf("2022.txt"), "plaintext", last);
    await found("2022.txt");
    await settled();
    const asked = {
      textDocument: { uri: uriOf("2022.txt") },
      position: figure.start,
      context: { includeDeclaration: false },
    };
    const places = await client.sendRequest<Location[]>("textDocument/references", asked);
    const { start: taken } = rangeOf(now, "3\t0\t0\t0\t0\t0\t3");
    expect(
      places.filter(({ uri }) => uri === uriOf("2023.txt")).map(({ range }) => range.start),
    ).toContainEqual(taken);
  });

  test.each([
    ["东风街道", "3"],
    ["西关街道", ""],
  ])("fills in what a new one takes over, of the same agency only: %s", async (agency, carried) => {
    const { client } = await start({ files: diskOf({ "2022.txt": last }) });
    const answer = await client.sendRequest<{ text: string; filledFrom?: string }>("gouji/newReport", {
      agency,
      year: 2023,
      language: "plaintext",
      layout: "tab",
    });
    expect(/^二、上年结转[^\t]*\t+(\d*)/m.exec(answer.text)?.[1]).toBe(carried);
    expect(answer.filledFrom).toBe(carried === "" ? undefined : uriOf("2022.txt"));
  });
});

test("the agencies of a folder are offered to whoever begins a report, the newest first", async () => {
  const files = diskOf({
    "a.txt": officeReport({ agency: "西关街道", year: 2022 }),
    "b/b.txt": officeReport({ agency: "南关街道", year: 2023 }),
    "b/c.txt": officeReport({ agency: "西关街道", year: 2021 }),
    "说明.txt": "没有报告。",
  });
  const { client } = await start({ files });
  expect(await client.sendRequest("gouji/agencies")).toEqual(["南关街道", "西关街道"]);
});

describe("gouji.yaml", () => {
  const CELL = "表二/行政许可/本年处理决定数量";
  const yaml = 'consolidated:\n  - report: 区.txt\n    members: ["members"]\n';
  const files = (): ReturnType<typeof diskOf> =>
    diskOf({
      "gouji.yaml": yaml,
      "members/西关.txt": officeReport({ agency: "西关街道", cells: { [CELL]: "2" } }),
      "members/南关.txt": officeReport({ agency: "南关街道", cells: { [CELL]: "3" } }),
    });

  test("names the members that a consolidated report is compared with, on disk or open", async () => {
    const { open, settled } = await start({ files: files() });
    await open(
      uriOf("区.txt"),
      "plaintext",
      officeReport({ agency: "老城区人民政府", cells: { [CELL]: "5" } }),
    );
    await found("区.txt");
    await settled();
    expect(await found("区.txt")).toEqual([]);
    await open(
      uriOf("members/南关.txt"),
      "plaintext",
      officeReport({ agency: "南关街道", cells: { [CELL]: "4" } }),
    );
    await found("members/南关.txt");
    expect(await found("区.txt")).toEqual([["consolidated/sum", "members/南关.txt", "members/西关.txt"]]);
  });

  test("counts as it is in the editor, also for its rules", async () => {
    const { open, settled } = await start({ files: files() });
    await open(
      uriOf("区.txt"),
      "plaintext",
      officeReport({ agency: "老城区人民政府", cells: { [CELL]: "9" } }),
    );
    await found("区.txt");
    await settled();
    expect(await found("区.txt")).toHaveLength(1);
    await open(uriOf("gouji.yaml"), "yaml", `${yaml}rules: { consolidated/sum: off }\n`);
    await settled();
    expect(await found("区.txt")).toEqual([]);
  });
});
