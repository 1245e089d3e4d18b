import { FAILED } from "./exit-status.ts";
import { nodeIo } from "./node-io.ts";
import { run } from "./run.ts";

// Output may still be under way when the work is done, and must not be cut off: hence no exit here.
run(process.argv.slice(2), nodeIo()).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = FAILED;
  },
);
