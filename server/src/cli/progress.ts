import type { Io } from "./io.ts";

/** A bar that shows how far a long run is. Other output must be preceded by `clear`. */
export interface Progress {
  step(): void;
  clear(): void;
}

/** Fewer files are done before a bar can be read. */
const ENOUGH = 50;
const WIDTH = 30;
/** Redraws in a run: a terminal is slower than the checking. */
const REDRAWS = 100;

/** A bar on standard error, in a terminal and on more than 50 files only. */
export function createProgress(total: number, { stderr }: Io, quiet: boolean): Progress {
  if (quiet || total <= ENOUGH || !stderr.isTerminal) return { step: () => {}, clear: () => {} };
  let done = 0;
  let shown = false;
  const every = Math.ceil(total / REDRAWS);
  const clear = (): void => {
    if (shown) stderr.write("\r\u001b[K");
    shown = false;
  };
  return {
    step() {
      done++;
      if (done === total) clear();
      else if (done % every === 0) {
        const filled = Math.floor((done / total) * WIDTH);
        stderr.write(`\r[${"#".repeat(filled)}${" ".repeat(WIDTH - filled)}] ${done}/${total}`);
        shown = true;
      }
    },
    clear,
  };
}
