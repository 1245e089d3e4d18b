import { afterEach, expect, test } from "vitest";
import {
  CancellationTokenSource,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WorkDoneProgress,
} from "vscode-languageserver/node";
import type { ReportFile, ReportFilesParams } from "../../server/src/lsp/check-all.ts";
import type { FileSystem } from "../../server/src/workspace/file-system.ts";
import { row } from "../unit/rules/report-text.ts";
import { FOLDER, officeReport } from "../unit/workspace/files.ts";
import { type Editor, startEditor } from "./lsp.ts";

const uriOf = (name: string): string => FOLDER + encodeURI(name);
const broken = row("表三", "一", "3 0 0 0 0 0 4");

/** A folder in memory, which tells of each reading. */
function diskOf(
  content: Readonly<Record<string, string>>,
  onRead: (name: string) => void = () => {},
): FileSystem {
  return {
    list: async (_, wish) =>
      Object.keys(content)
        .filter((name) => wish.wants(name))
        .map(uriOf),
    async read(uri) {
      const name = decodeURI(uri.slice(FOLDER.length));
      onRead(name);
      const text = content[name];
      return text === undefined ? { failure: "unreadable" } : { text };
    },
  };
}

let editor: Editor;
afterEach(() => editor.stop());

const told = (files: readonly ReportFile[]): object =>
  Object.fromEntries(
    files.map(({ uri, reports, relations, holding, diagnostics }) => [
      decodeURI(uri.slice(FOLDER.length)),
      [reports, `${holding}/${relations}`, diagnostics.map(({ code }) => code)],
    ]),
  );

test("all reports of the folder are checked, those on disk and those open as they are typed", async () => {
  const files = {
    "2022.txt": officeReport({ year: 2022 }),
    "2023.txt": officeReport({ cells: row("表三", "二", "3 0 0 0 0 0 3") }),
    "west.md": officeReport({ agency: "西关街道", cells: broken }),
    "letter.txt": "没有报告。\n",
  };
  editor = await startEditor({ folder: FOLDER, files: diskOf(files) });
  await editor.open(uriOf("2022.txt"), "plaintext", officeReport({ year: 2022, cells: broken }));
  const progress: unknown[] = [];
  editor.client.onProgress(WorkDoneProgress.type, "token", (value) => void progress.push(value));
  const all = await editor.client.sendRequest<ReportFile[]>("gouji/checkAll", { workDoneToken: "token" });
  expect(told(all)).toEqual({
    "2022.txt": [
      [{ agency: "东风街道", year: 2022 }],
      "39/42",
      expect.arrayContaining([expect.stringMatching(/^table3\//)]),
    ],
    "2023.txt": [
      [{ agency: "东风街道", year: 2023 }],
      expect.any(String),
      expect.arrayContaining(["previous/carry-over"]),
    ],
    "west.md": [
      [{ agency: "西关街道", year: 2023 }],
      "39/42",
      expect.arrayContaining([expect.stringMatching(/^table3\//)]),
    ],
  });
  expect(progress[0]).toEqual({ kind: "report", percentage: 0, message: "0/3" });
  expect(progress).toHaveLength(3);
});

test("one file is checked anew, and is none when it is gone", async () => {
  const files: Record<string, string> = { "2023.txt": officeReport({ cells: broken }) };
  editor = await startEditor({ folder: FOLDER, files: diskOf(files) });
  await editor.client.sendRequest("gouji/checkAll", {});
  const ask = (): Promise<ReportFile | null> =>
    editor.client.sendRequest("gouji/checkFile", { textDocument: { uri: uriOf("2023.txt") } });
  expect((await ask())?.holding).toBe(39);
  files["2023.txt"] = officeReport();
  expect((await ask())?.holding).toBe(42);
  files["2023.txt"] = "没有报告。\n";
  expect(await ask()).toBeNull();
  delete files["2023.txt"];
  expect(await ask()).toBeNull();
});

test("it is told which files hold reports when files come, change and go on disk", async () => {
  const files: Record<string, string> = { "2022.txt": officeReport({ year: 2022 }) };
  editor = await startEditor({ folder: FOLDER, files: diskOf(files) });
  const told: ReportFilesParams[] = [];
  const change = async (name: string, type: FileChangeType): Promise<void> => {
    const changes = [{ uri: uriOf(name), type }];
    await editor.client.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    await editor.settled();
  };
  editor.client.onNotification("gouji/reportFiles", (params: ReportFilesParams) => void told.push(params));
  await change("2022.txt", FileChangeType.Changed);
  expect(told).toEqual([]);
  await editor.client.sendRequest("gouji/checkAll", {});
  files["2023.txt"] = officeReport();
  await change("2023.txt", FileChangeType.Created);
  delete files["2022.txt"];
  await change("2022.txt", FileChangeType.Deleted);
  expect(told).toEqual([
    { changed: [uriOf("2023.txt")], reports: [uriOf("2022.txt"), uriOf("2023.txt")] },
    { changed: [uriOf("2022.txt")], reports: [uriOf("2023.txt")] },
  ]);
});

test("it stops where it is cancelled", async () => {
  const texts = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [`${index}.txt`, officeReport({ agency: `第${index}街道` })]),
  );
  const source = new CancellationTokenSource();
  let reads = 0;
  // The first sixty readings are those of the index.
  const disk = diskOf(texts, () => {
    reads++;
    if (reads === 65) source.cancel();
  });
  editor = await startEditor({ folder: FOLDER, files: disk });
  await editor.client.sendRequest("gouji/checkAll", {}, source.token).catch(() => undefined);
  await editor.settled();
  expect(reads).toBeGreaterThanOrEqual(65);
  expect(reads).toBeLessThan(110);
});
