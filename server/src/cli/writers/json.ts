import type { CheckJson, FileJson } from "../checking/json.ts";
import type { Writer } from "./writer.ts";

export function jsonWriter(): Writer {
  const files: FileJson[] = [];
  return {
    file({ file }) {
      files.push(file);
      return "";
    },
    end(summary, failures) {
      const json: CheckJson = { version: 1, files, failures, summary };
      return `${JSON.stringify(json, null, 2)}\n`;
    },
  };
}
