import { open, readdir } from "node:fs/promises";
import { join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { decodeText } from "../text/encoding.ts";
import type { FileSystem, Reading, Wish } from "../workspace/file-system.ts";

/** Folders looked into, at most: a home folder opened by mistake must not be walked to its end. */
const MOST_FOLDERS = 10_000;

/** The files of this computer. Folders that are not on it are empty. */
export const nodeFiles: FileSystem = {
  list: (folder, wish, most) =>
    isFile(folder) ? walk(fileURLToPath(folder), wish, most) : Promise.resolve([]),
  read: (uri, most) => (isFile(uri) ? read(fileURLToPath(uri), most) : Promise.resolve(unreadable)),
};

const unreadable: Reading = { failure: "unreadable" };

function isFile(uri: string): boolean {
  return uri.startsWith("file:");
}

/** Folder by folder, those nearest to the top first, so that a limit cuts off what lies deepest. */
async function walk(top: string, wish: Wish, most: number): Promise<readonly string[]> {
  const found: string[] = [];
  const folders = [""];
  for (let next = 0; next < folders.length && next < MOST_FOLDERS && found.length < most; next++) {
    const folder = folders[next] ?? "";
    const entries = await readdir(join(top, folder), { withFileTypes: true }).catch(noEntries(folder));
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      const slashed = sep === "\\" ? path.replaceAll("\\", "/") : path;
      // Links are not followed: they may lead in circles, or out of the folder.
      if (entry.isDirectory()) {
        if (wish.enters(slashed)) folders.push(path);
      } else if (entry.isFile() && wish.wants(slashed) && found.length < most) {
        found.push(pathToFileURL(join(top, path)).href);
      }
    }
  }
  return found;
}

/** A folder within that cannot be read is passed over; one that was asked for is not. */
function noEntries(folder: string): (error: unknown) => [] {
  return (error) => {
    if (folder === "") throw error;
    return [];
  };
}

async function read(path: string, most: number): Promise<Reading> {
  try {
    const handle = await open(path, "r");
    try {
      const { size } = await handle.stat();
      if (size > most) return { failure: "large" };
      const decoded = decodeText(await handle.readFile());
      return decoded === null ? unreadable : { text: decoded.text };
    } finally {
      await handle.close();
    }
  } catch {
    return unreadable;
  }
}
