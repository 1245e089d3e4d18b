import type { Format } from "../options.ts";
import { githubWriter } from "./github.ts";
import { jsonWriter } from "./json.ts";
import { junitWriter } from "./junit.ts";
import { ndjsonWriter } from "./ndjson.ts";
import { sarifWriter } from "./sarif.ts";
import { textWriter } from "./text.ts";
import type { Writer, WriterOptions } from "./writer.ts";

const writers: Readonly<Record<Format, (options: WriterOptions) => Writer>> = {
  text: textWriter,
  json: jsonWriter,
  ndjson: ndjsonWriter,
  sarif: sarifWriter,
  junit: junitWriter,
  github: githubWriter,
};

export function createWriter(format: Format, options: WriterOptions): Writer {
  return writers[format](options);
}
