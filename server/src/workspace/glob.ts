/** Tells whether a path, with / between folders, fits. */
export type Matcher = (path: string) => boolean;

/** Alternatives in braces multiply; a pattern of more is no pattern that a person wrote. */
const MOST_ALTERNATIVES = 256;

/**
 * The patterns of gouji.yaml, without regular expressions, so that no pattern can be slow: * and ? within a
 * folder, ** over folders, {a,b}, and a plain name of a folder for all that is below it. Case counts for nothing.
 */
export function matcherOf(pattern: string): Matcher {
  const alternatives = expand(pattern.replaceAll("\\", "/").replace(/^\.\//, "").toLowerCase())
    .slice(0, MOST_ALTERNATIVES)
    .map((one) => one.split("/").filter((segment) => segment !== "" && segment !== "."));
  return (path) => {
    const segments = path.toLowerCase().split("/");
    return alternatives.some((wanted) => fits(wanted, segments));
  };
}

export function isPattern(path: string): boolean {
  return /[*?{]/.test(path);
}

/** {a,b} written out, from the innermost on. */
function expand(pattern: string): string[] {
  const results: string[] = [];
  const open = [pattern];
  while (open.length > 0 && results.length + open.length <= MOST_ALTERNATIVES) {
    const one = open.pop() ?? "";
    const end = one.indexOf("}");
    const start = end < 0 ? -1 : one.lastIndexOf("{", end);
    if (start < 0) results.push(one);
    else {
      const choices = one.slice(start + 1, end).split(",");
      open.push(...choices.map((choice) => one.slice(0, start) + choice + one.slice(end + 1)).reverse());
    }
  }
  return results;
}

/** Row by row as in a table of prefixes: which prefixes of the path each prefix of the pattern fits. */
function fits(wanted: readonly string[], path: readonly string[]): boolean {
  let reached: boolean[] = path.map(() => false);
  reached.unshift(true);
  for (const segment of wanted) {
    const next: boolean[] = reached.map(() => false);
    if (segment === "**") {
      let seen = false;
      for (const [index, one] of reached.entries()) {
        seen ||= one;
        next[index] = seen;
      }
    } else {
      for (const [index, name] of path.entries())
        if (reached[index] === true && fitsName(segment, name)) next[index + 1] = true;
    }
    reached = next;
  }
  // A folder stands for all that is below it.
  const isFolder = wanted.at(-1) !== undefined && !/[*?]/.test(wanted.at(-1) ?? "");
  return reached.at(-1) === true || (isFolder && reached.slice(1).includes(true));
}

/** * and ? in one name: at a mismatch the last * takes one character more. */
function fitsName(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let i = 0; i < name.length; ) {
    if (at < pattern.length && (pattern[at] === "?" || pattern[at] === name[i]) && pattern[at] !== "*") {
      at++;
      i++;
    } else if (pattern[at] === "*") {
      star = at++;
      taken = i;
    } else if (star >= 0) {
      at = star + 1;
      i = ++taken;
    } else return false;
  }
  while (pattern[at] === "*") at++;
  return at === pattern.length;
}
