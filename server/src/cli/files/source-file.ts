import type { Language } from "../../document/block.ts";
import type { Encoding } from "../../text/encoding.ts";
import type { Config } from "../config/config.ts";

/** A path to read, as found; `absolute` is undefined for standard input. */
export interface FoundFile {
  /** As it is shown: relative where the argument was, with / between folders. */
  readonly path: string;
  readonly absolute: string | undefined;
  readonly config: Config;
}

/** A file read as text. */
export interface SourceFile extends FoundFile {
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
  readonly language: Language;
  /** The text was made of a file of another kind, which it therefore cannot replace. */
  readonly isConverted: boolean;
}

/** A path that could not be read, or an argument that names nothing. */
export interface Failure {
  readonly path: string;
  readonly message: string;
}

export function isFailure(one: object): one is Failure {
  return "message" in one;
}
