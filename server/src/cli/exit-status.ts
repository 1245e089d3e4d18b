/** Exit statuses. They are public: scripts rely on them. */
export const OK = 0;
/** An error-level finding, too many warnings, or a file that `format --check` would change. */
export const FOUND = 1;
/** Wrong usage, an unreadable file, or a broken configuration. */
export const FAILED = 2;

export type ExitStatus = typeof OK | typeof FOUND | typeof FAILED;

/** A failure outweighs what was found: the caller does not know everything then. */
export function exitStatus(failed: boolean, found: boolean): ExitStatus {
  return failed ? FAILED : found ? FOUND : OK;
}
