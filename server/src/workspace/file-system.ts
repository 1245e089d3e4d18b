/** What an index needs of the place where files are. Nothing is asked of it before a report is open. */
export interface FileSystem {
  /** URIs of the files below a folder that are wanted, at most so many. */
  list(folder: string, wish: Wish, most: number): Promise<readonly string[]>;
  /** A file's text, where it has at most so many bytes. */
  read(uri: string, most: number): Promise<Reading>;
}

export type Reading = { readonly text: string } | { readonly failure: "large" | "unreadable" };

/** What is wanted of a folder; paths are relative to it, with / between folders. */
export interface Wish {
  wants(path: string): boolean;
  /** Whether to look into a folder at all. */
  enters(path: string): boolean;
}

/** One spelling of a URI: clients escape as they like. */
export function keyOf(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** A folder's key, ending in "/". */
export function folderKeyOf(uri: string): string {
  return keyOf(uri).replace(/\/?$/, "/");
}
