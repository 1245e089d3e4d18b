import type { WriteStream } from "node:tty";
import type { Io, Output } from "./io.ts";

/** The real process. */
export function nodeIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    readStdin: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks);
    },
  };
}

function output(stream: WriteStream): Output {
  // A reader that has seen enough (`gouji check … | head`) closes the pipe: nothing is wrong then, and there is
  // nobody left to write for.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(process.exitCode ?? 0);
  });
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns,
    write: (data) => {
      stream.write(data);
    },
  };
}
