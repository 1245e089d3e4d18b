import { spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Finding, Fix, Severity } from "../rules/rule.ts";
import { applyEdits, editBetween, type TextEdit } from "../text/text-edit.ts";

/** A text as it is found to be: read, and with what is wrong in it. */
export interface Looked<T extends Fixable> {
  readonly parsed: ParsedDocument;
  readonly found: readonly T[];
}

/** What of a checked finding matters here. */
export interface Fixable {
  readonly finding: Finding;
  readonly severity: Severity;
}

/** A text after its fixes, and what is still found in it. */
export interface Fixed<T extends Fixable> extends Looked<T> {
  readonly text: string;
  /** How many findings were fixed. */
  readonly applied: number;
  /** What turns the original text into this one: in order, not overlapping. */
  readonly edits: readonly TextEdit[];
}

/** One fix may bring another into reach; more rounds than this would mean that two fixes undo each other. */
const ROUNDS = 20;

/**
 * Applies fixes until none is left. Safe ones come first. A round of unsafe ones, which change figures, that would
 * leave more errors than before is not taken.
 *
 * @param look reads and checks a text; told what was read before, so that an edit costs little.
 * @param isUnsafe also change figures, where a finding offers one way to mend it.
 */
export function fixText<T extends Fixable>(
  look: (text: string, previous?: ParsedDocument) => Looked<T>,
  original: string,
  isUnsafe: boolean,
): Fixed<T> {
  let now: Fixed<T> = { ...look(original), text: original, applied: 0, edits: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const safe = compatible(now.parsed, now.found.flatMap(safeFix));
    const chosen = safe.count > 0 || !isUnsafe ? safe : compatible(now.parsed, now.found.flatMap(onlyFix));
    const text = applyEdits(now.text, chosen.edits);
    if (text === now.text) break;
    const next = look(text, now.parsed);
    if (safe.count === 0 && errorsIn(next.found) > errorsIn(now.found)) break;
    const edits = round === 0 ? chosen.edits : [editBetween(original, text)];
    now = { ...next, text, applied: now.applied + chosen.count, edits };
  }
  return now;
}

/** The fix of a finding that may be taken without asking: it changes no figure and leaves nothing to be completed. */
function safeFix({ finding }: Fixable): Fix[] {
  const fix = finding.fixes?.find(({ safe, draft }) => safe && !draft);
  return fix === undefined ? [] : [fix];
}

/** Whether a finding has a fix that fix-all takes. */
export function hasSafeFix(found: Fixable): boolean {
  return safeFix(found).length > 0;
}

/** A finding that leaves a choice leaves it to a person: a wrong figure written into a report is the worst of all. */
function onlyFix({ finding: { fixes = [] } }: Fixable): readonly Fix[] {
  return fixes.length === 1 ? fixes.filter(({ draft }) => !draft) : [];
}

/**
 * The edits of as many fixes as do not touch the same text, in the order of the text, with the number of the fixes.
 * A fix is taken whole or not at all.
 */
function compatible(
  { document }: ParsedDocument,
  fixes: readonly Fix[],
): { edits: readonly TextEdit[]; count: number } {
  let edits: TextEdit[] = [];
  let count = 0;
  for (const fix of fixes) {
    let extended: TextEdit[] | undefined = edits;
    for (const { place, newText } of fix.edits) {
      extended = extended && withEdit(extended, { ...spanOf(document, place), newText });
    }
    if (extended === undefined || extended === edits) continue;
    edits = extended;
    count++;
  }
  return { edits, count };
}

/** Edits in order with one more; undefined where it touches another. Of two insertions at one place the order would be a guess. */
function withEdit(edits: TextEdit[], edit: TextEdit): TextEdit[] | undefined {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.start ?? 0) < edit.start) low = middle + 1;
    else high = middle;
  }
  const before = edits[low - 1];
  const after = edits[low];
  if (before !== undefined && before.end > edit.start) return undefined;
  if (after !== undefined && (after.start === edit.start || after.start < edit.end)) return undefined;
  return edits.toSpliced(low, 0, edit);
}

function errorsIn(found: readonly Fixable[]): number {
  return found.filter(({ severity }) => severity === "error").length;
}
