import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nodeFiles } from "../../server/src/lsp/node-files.ts";
import { encodeText } from "../../server/src/text/encoding.ts";
import { readable } from "../../server/src/workspace/scope.ts";

let folder = "";
const uri = (name = ""): string => pathToFileURL(join(folder, name)).href;
const names = async (most = 100): Promise<readonly string[]> =>
  (await nodeFiles.list(uri(), readable, most)).map((one) => decodeURIComponent(one.slice(uri().length + 1)));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gouji-files-"));
  const files: Readonly<Record<string, string | Uint8Array>> = {
    "年报 2023.txt": encodeText({ text: "政府信息公开", encoding: "gb18030", bom: false }),
    "b/2022.md": "﻿政府信息公开",
    "b/c/2021.html": "",
    "gouji.yaml": "rules: {}\n",
    "picture.png": "",
    "image.txt": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d]),
    "node_modules/x/readme.md": "",
    ".git/x.md": "",
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  symlinkSync(folder, join(folder, "b", "circle"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the files of this computer", () => {
  test("are listed from the top down, and links are not followed", async () => {
    expect(await names()).toEqual(["gouji.yaml", "image.txt", "年报 2023.txt", "b/2022.md", "b/c/2021.html"]);
    expect(await names(2)).toEqual(["gouji.yaml", "image.txt"]);
  });

  test("are read in the encoding they are in", async () => {
    expect(await nodeFiles.read(uri("年报 2023.txt"), 1000)).toEqual({ text: "政府信息公开" });
    expect(await nodeFiles.read(uri("b/2022.md"), 1000)).toEqual({ text: "政府信息公开" });
  });

  test.each([
    ["too large", "年报 2023.txt", 3, "large"],
    ["no text", "image.txt", 1000, "unreadable"],
    ["not there", "gone.txt", 1000, "unreadable"],
    ["a folder", "b", 1_000_000, "unreadable"],
  ])("may be %s", async (_, name, most, failure) => {
    expect(await nodeFiles.read(uri(name), most)).toEqual({ failure });
  });

  test("are none of other places", async () => {
    expect(await nodeFiles.list("vscode-vfs://github/a/b", readable, 100)).toEqual([]);
    expect(await nodeFiles.read("vscode-vfs://github/a/b/2022.md", 1000)).toEqual({ failure: "unreadable" });
    await expect(nodeFiles.list(uri("gone"), readable, 100)).rejects.toThrow();
  });
});
