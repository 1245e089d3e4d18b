import { describe, expect, test } from "vitest";
import { parseText } from "../../../server/src/report/parse.ts";
import { createFileIndex, type FileIndex, type Limits } from "../../../server/src/workspace/file-index.ts";
import type { FileSystem, Reading } from "../../../server/src/workspace/file-system.ts";
import { DEFAULT_INCLUDE, type Patterns } from "../../../server/src/workspace/scope.ts";
import { createWorkspace, type FolderConfig } from "../../../server/src/workspace/workspace.ts";
import { FOLDER, officeReport } from "./files.ts";

const uriOf = (name: string): string => FOLDER + encodeURI(name);
const nameOf = (uri: string): string => decodeURI(uri.slice(FOLDER.length));
const parse = (text: string) => parseText(text, "plaintext");
const report = (year: number, cells = {}): string => officeReport({ agency: "西关街道", year, cells });
const carried = { "表三/四/总计": "3" };

/** a/b/c.md → a, a/b */
const foldersOf = (name: string): readonly string[] => {
  const parts = name.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
};

interface Disk {
  readonly files: Map<string, string | Reading>;
  readonly index: FileIndex;
  /** Names of the files read, in order. */
  readonly reads: string[];
  readonly told: string[];
  readonly affected: Set<string>;
  /** While set, readings wait for it. */
  gate: Promise<void> | undefined;
  ensure(patterns?: Partial<Patterns>): Promise<void>;
  /** The file that a file's last year's report is in. */
  previous(name: string): string | undefined;
  year(name: string): number | undefined;
}

/** A folder in memory. A gouji.yaml is written as JSON, which it may be. */
function disk(content: Readonly<Record<string, string | Reading>>, limits: Partial<Limits> = {}): Disk {
  const files = new Map(Object.entries(content));
  const reads: string[] = [];
  const told: string[] = [];
  const affected = new Set<string>();
  const workspace = createWorkspace();
  const system: FileSystem = {
    list: async (folder, wish, most) =>
      [...files.keys()]
        .filter((name) => uriOf(name).startsWith(folder))
        .filter((name) => wish.wants(name) && foldersOf(name).every((one) => wish.enters(one)))
        .slice(0, most)
        .map(uriOf),
    async read(uri) {
      reads.push(nameOf(uri));
      const found = files.get(nameOf(uri)) ?? { failure: "unreadable" };
      await held.gate;
      return typeof found === "string" ? { text: found } : found;
    },
  };
  const index = createFileIndex({
    workspace,
    files: system,
    parse: (_, text) => parse(text),
    readConfig(text) {
      try {
        const config = JSON.parse(text) as Partial<FolderConfig & Patterns>;
        return { include: undefined, exclude: [], consolidated: [], previous: {}, ...config };
      } catch {
        return undefined;
      }
    },
    onAffected: (uris) => {
      for (const uri of uris) affected.add(nameOf(uri));
    },
    tell: (message) => told.push(message),
    limits,
  });
  const held: Disk = {
    files,
    index,
    reads,
    told,
    affected,
    gate: undefined,
    ensure: (patterns = {}) => index.ensure(FOLDER, { include: undefined, exclude: [], ...patterns }),
    previous(name) {
      const uri = index.othersOf(uriOf(name), 0).previous?.uri;
      return uri === undefined ? undefined : nameOf(uri);
    },
    year: (name) => index.othersOf(uriOf(name), 0).previous?.year,
  };
  return held;
}

describe("a folder", () => {
  const files = {
    "2022.txt": report(2022),
    "a/2023.md": report(2023),
    "notes.md": "# 会议记录\n",
    "picture.png": "公开",
    "node_modules/x/2021.md": report(2021),
    ".git/2021.md": report(2021),
  };

  test("is read when a report asks for it, once, and only what may be a report", async () => {
    const held = disk(files);
    held.index.open(uriOf("now.txt"), parse(report(2024)));
    expect(held.reads).toEqual([]);
    await Promise.all([held.ensure(), held.ensure()]);
    await held.ensure();
    expect(held.reads.toSorted()).toEqual(["2022.txt", "a/2023.md", "notes.md"]);
    expect(held.previous("now.txt")).toBe("a/2023.md");
    expect([...held.affected]).toEqual(["now.txt"]);
  });

  test("tells nothing while it is being read", async () => {
    const held = disk(files);
    held.index.open(uriOf("a/2023.md"), parse(report(2023)));
    held.index.open(uriOf("2022.txt"), parse(report(2022)));
    expect(held.previous("a/2023.md")).toBe("2022.txt");
    let open = (): void => {};
    held.gate = new Promise((resolve) => {
      open = resolve;
    });
    const done = held.ensure();
    expect(held.previous("a/2023.md")).toBeUndefined();
    open();
    await done;
    expect(held.previous("a/2023.md")).toBe("2022.txt");
  });

  test.each<[string, Partial<Patterns>, readonly string[]]>([
    ["as the settings have it", { include: ["**/*.txt"] }, ["2022.txt"]],
    ["but for what they exclude", { exclude: ["a"] }, ["2022.txt", "notes.md"]],
    ["with the default", { include: DEFAULT_INCLUDE }, ["2022.txt", "a/2023.md", "notes.md"]],
  ])("is read %s", async (_, patterns, expected) => {
    const held = disk(files);
    await held.ensure(patterns);
    expect(held.reads.toSorted()).toEqual(expected);
  });

  test("is read again when the settings want more or less of it", async () => {
    const held = disk(files);
    held.index.open(uriOf("now.txt"), parse(report(2024)));
    await held.ensure({ include: ["*.txt"] });
    expect(held.previous("now.txt")).toBeUndefined();
    await held.ensure({ include: ["**/*.md"] });
    expect(held.previous("now.txt")).toBe("a/2023.md");
    await held.ensure({ include: ["*.txt"] });
    expect(held.previous("now.txt")).toBeUndefined();
    expect(held.reads.filter((name) => name === "2022.txt")).toHaveLength(2);
  });

  test("is ruled by its gouji.yaml, and each folder in it by its own", async () => {
    const held = disk({
      ...files,
      "gouji.yaml": JSON.stringify({ exclude: ["notes.md"] }),
      "a/gouji.yaml": JSON.stringify({ include: ["*.txt"] }),
      "a/x.txt": "",
    });
    await held.ensure();
    const readings = held.reads.filter((name) => !name.endsWith("gouji.yaml"));
    expect(readings.toSorted()).toEqual(["2022.txt", "a/x.txt"]);
    expect(held.index.configOf(uriOf("a/b/x.txt"))).toMatchObject({ include: ["*.txt"] });
    expect(held.index.configOf(uriOf("x.txt"))).toMatchObject({ exclude: ["notes.md"] });
    expect(held.index.configOf("file:///elsewhere/x.txt")).toBeUndefined();
  });

  test("is read with what gouji.yaml names, whatever is excluded", async () => {
    const consolidated = [{ report: "区.txt", members: ["members"] }];
    const held = disk({
      "区.txt": officeReport({ agency: "老城区人民政府" }),
      "members/西关.md": officeReport({ agency: "西关街道", language: "markdown" }),
      "members/南关.docx": { failure: "unreadable" },
      "gouji.yaml": JSON.stringify({ consolidated, exclude: ["members"] }),
    });
    await held.ensure();
    expect(held.index.othersOf(uriOf("区.txt"), 0).members).toMatchObject({
      isWhole: false,
      members: [{ agency: "西关街道" }],
    });
    expect(held.index.faultsOf(uriOf("gouji.yaml"))).toMatchObject([{ kind: "unread" }]);
  });

  test("is read up to its limits, and says so", async () => {
    const held = disk(files, { files: 2 });
    await held.ensure();
    expect(held.reads).toHaveLength(2);
    expect(held.told).toEqual(["Only the first 2 files of this folder are compared with each other."]);
    const whole = disk({ ...files, "大.txt": { failure: "large" } });
    await whole.ensure();
    expect(whole.told).toEqual(["Too large to be compared with other reports, 1 in all: 大.txt"]);
  });

  test("reads no more files at once than it may", async () => {
    let now = 0;
    let most = 0;
    const held = disk(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.txt`, report(2023)])), {
      atOnce: 3,
    });
    const { reads } = held;
    Object.defineProperty(held, "gate", {
      get: async () => {
        most = Math.max(most, ++now);
        await Promise.resolve();
        now--;
      },
    });
    await held.ensure();
    expect(reads).toHaveLength(40);
    expect(most).toBe(3);
  });
});

describe("files that change", () => {
  const start = async (): Promise<Disk> => {
    const held = disk({ "2022.txt": report(2022), "2023.txt": report(2023) });
    await held.ensure();
    held.affected.clear();
    return held;
  };

  test("on disk are read again", async () => {
    const held = await start();
    held.files.set("2022.txt", report(2022, carried));
    await held.index.changed(uriOf("2022.txt"));
    expect([...held.affected]).toEqual(["2023.txt"]);
    held.files.set("2024.txt", report(2024));
    await held.index.changed(uriOf("2024.txt"));
    expect(held.previous("2024.txt")).toBe("2023.txt");
  });

  test("on disk are gone", async () => {
    const held = await start();
    await held.index.deleted(uriOf("2022.txt"));
    expect([...held.affected]).toEqual(["2023.txt"]);
    expect(held.previous("2023.txt")).toBeUndefined();
  });

  test("go with their folder, and come with it under another name", async () => {
    const held = disk({ "old/2022.txt": report(2022), "2023.txt": report(2023), "older/2022.md": "" });
    await held.ensure();
    expect(held.previous("2023.txt")).toBe("old/2022.txt");
    held.affected.clear();
    held.files.delete("old/2022.txt");
    await held.index.deleted(uriOf("old"));
    expect([...held.affected]).toEqual(["2023.txt"]);
    expect(held.previous("2023.txt")).toBeUndefined();
    held.files.set("new/a/2022.txt", report(2022));
    held.reads.length = 0;
    await held.index.changed(uriOf("new"));
    expect(held.reads).toEqual(["new/a/2022.txt"]);
    expect(held.previous("2023.txt")).toBe("new/a/2022.txt");
  });

  test("go with their folder as far as they are not open, its gouji.yaml too", async () => {
    const held = disk({
      "a/2022.txt": report(2022),
      "a/gouji.yaml": JSON.stringify({ exclude: ["*.md"] }),
      "2023.txt": report(2023),
    });
    await held.ensure();
    held.index.open(uriOf("a/2022.txt"), parse(report(2022)));
    expect(held.index.configOf(uriOf("a/2022.txt"))).toBeDefined();
    await held.index.deleted(uriOf("a"));
    expect(held.index.configOf(uriOf("a/2022.txt"))).toBeUndefined();
    expect(held.previous("2023.txt")).toBe("a/2022.txt");
  });

  test("open count as they are in the editor, until they are closed", async () => {
    const held = await start();
    held.index.open(uriOf("2022.txt"), parse(report(2021)));
    expect(held.previous("2023.txt")).toBeUndefined();
    held.files.set("2022.txt", report(2022, carried));
    await held.index.changed(uriOf("2022.txt"));
    await held.index.deleted(uriOf("2022.txt"));
    expect(held.previous("2023.txt")).toBeUndefined();
    held.affected.clear();
    await held.index.close(uriOf("2022.txt"));
    expect(held.previous("2023.txt")).toBe("2022.txt");
    expect([...held.affected]).toEqual(["2023.txt"]);
  });

  test("open and never saved are gone when they are closed", async () => {
    const held = await start();
    held.index.open("untitled:1", parse(report(2021)));
    expect(held.year("2022.txt")).toBe(2021);
    await held.index.close("untitled:1");
    expect(held.previous("2022.txt")).toBeUndefined();
  });

  test("while an older reading is under way count as they are last", async () => {
    const held = await start();
    let open = (): void => {};
    held.gate = new Promise((resolve) => {
      open = resolve;
    });
    held.files.set("2022.txt", report(2021));
    const slow = held.index.changed(uriOf("2022.txt"));
    held.gate = undefined;
    held.files.set("2022.txt", report(2022, carried));
    await held.index.changed(uriOf("2022.txt"));
    open();
    await slow;
    expect(held.year("2023.txt")).toBe(2022);
  });

  test("are left alone outside of the patterns and the folder", async () => {
    const held = await start();
    for (const name of ["2022.doc", "node_modules/2021.txt"]) {
      held.files.set(name, report(2021));
      await held.index.changed(uriOf(name));
    }
    await held.index.changed("file:///elsewhere/2021.txt");
    expect(held.reads).toEqual(["2022.txt", "2023.txt"]);
  });
});

describe("a gouji.yaml that changes", () => {
  const files = {
    "now.txt": report(2023),
    "archive/old.txt": officeReport({ agency: "西关镇", year: 2022 }),
  };
  const previous = JSON.stringify({ previous: { "now.txt": "archive/old.txt" } });

  test.each<[string, (held: Disk) => Promise<unknown>]>([
    [
      "on disk",
      async (held) => {
        held.files.set("gouji.yaml", previous);
        await held.index.changed(uriOf("gouji.yaml"));
      },
    ],
    ["in the editor", (held) => held.index.openConfig(uriOf("gouji.yaml"), previous)],
  ])("%s counts at once, with the files that it adds", async (_, change) => {
    const held = disk(files);
    await held.ensure({ exclude: ["archive"] });
    expect(held.previous("now.txt")).toBeUndefined();
    await change(held);
    expect(held.previous("now.txt")).toBe("archive/old.txt");
    expect([...held.affected]).toContain("now.txt");
    expect(held.reads.filter((name) => name === "now.txt")).toHaveLength(1);
    await held.index.openConfig(uriOf("gouji.yaml"), '{ "previous": {} }');
    expect(held.previous("now.txt")).toBeUndefined();
  });

  test("holds as it was while it cannot be understood", async () => {
    const held = disk({ ...files, "gouji.yaml": previous });
    await held.ensure();
    await held.index.openConfig(uriOf("gouji.yaml"), "{");
    expect(held.previous("now.txt")).toBe("archive/old.txt");
    held.files.delete("gouji.yaml");
    await held.index.close(uriOf("gouji.yaml"));
    await held.index.deleted(uriOf("gouji.yaml"));
    expect(held.previous("now.txt")).toBeUndefined();
  });
});

test("a folder that cannot be read is told of, and open reports are compared all the same", async () => {
  const workspace = createWorkspace();
  const told: string[] = [];
  const index = createFileIndex({
    workspace,
    files: { list: () => Promise.reject(new Error("no access")), read: () => Promise.reject(new Error()) },
    parse: (_, text) => parse(text),
    readConfig: () => undefined,
    onAffected: () => {},
    tell: (message) => told.push(message),
  });
  await index.ensure(FOLDER, { include: undefined, exclude: [] });
  expect(told).toEqual(["This folder cannot be read: Error: no access"]);
  index.open(uriOf("2022.txt"), parse(report(2022)));
  index.open(uriOf("2023.txt"), parse(report(2023)));
  expect(index.othersOf(uriOf("2023.txt"), 0).previous?.year).toBe(2022);
});
