import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top of the clone. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Reports and screenshots of test runs; ignored by git. */
export const results = join(root, "test-results");

/** Heavy things that every clone on a machine shares; outside the clone, so that a new clone finds them again. */
export const cache =
  process.env.GOUJI_CACHE ||
  join(
    process.env.XDG_CACHE_HOME ||
      join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache"),
    "gouji",
  );
