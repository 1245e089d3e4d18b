import type { Writer } from "./writer.ts";

/** One line of JSON for each file as it is done, then one with the summary and the failures. */
export function ndjsonWriter(): Writer {
  return {
    file: ({ file }) => `${JSON.stringify(file)}\n`,
    end: (summary, failures) => `${JSON.stringify({ summary, failures })}\n`,
  };
}
