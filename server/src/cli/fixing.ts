import type { Language } from "../document/block.ts";
import { spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Fix } from "../rules/rule.ts";
import type { Checked, LanguageService, Settings } from "../service.ts";
import { applyEdits, type OffsetEdit } from "./apply-edits.ts";

/** A text after its fixes, and what is still found in it. */
export interface Fixed {
  readonly text: string;
  /** How many findings were fixed. */
  readonly applied: number;
  readonly parsed: ParsedDocument;
  readonly remaining: readonly Checked[];
}

export interface FixingOptions {
  readonly language: Language;
  readonly fileName: string;
  readonly settings: Settings;
  /** Also change figures, where a finding offers one way to mend it. */
  readonly unsafe: boolean;
}

/** One fix may bring another into reach; more rounds than this would mean that two fixes undo each other. */
const ROUNDS = 20;

/**
 * Applies fixes until none is left. Safe ones come first. A round of unsafe ones that would leave more errors than
 * before is not taken.
 */
export function fixText(service: LanguageService, original: string, options: FixingOptions): Fixed {
  const { language, fileName, settings, unsafe } = options;
  const look = (text: string, previous?: ParsedDocument): Omit<Fixed, "applied"> => {
    const parsed = service.parse(text, language, previous);
    return { text, parsed, remaining: service.check(parsed, fileName, settings) };
  };
  let now = look(original);
  let applied = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const safe = compatible(now.parsed, now.remaining.flatMap(safeFix));
    const chosen = safe.count > 0 || !unsafe ? safe : compatible(now.parsed, now.remaining.flatMap(onlyFix));
    const text = applyEdits(now.text, chosen.edits);
    if (text === now.text) break;
    const next = look(text, now.parsed);
    if (safe.count === 0 && errorsIn(next.remaining) > errorsIn(now.remaining)) break;
    applied += chosen.count;
    now = next;
  }
  return { ...now, applied };
}

function safeFix({ finding }: Checked): Fix[] {
  const fix = finding.fixes?.find(({ safe }) => safe);
  return fix === undefined ? [] : [fix];
}

/** A finding that leaves a choice leaves it to a person: a wrong figure written into a report is the worst of all. */
function onlyFix({ finding: { fixes = [] } }: Checked): readonly Fix[] {
  return fixes.length === 1 ? fixes : [];
}

/**
 * The edits of as many fixes as do not touch the same text, in the order of the text, with the number of the fixes.
 * A fix is taken whole or not at all.
 */
function compatible(
  { document }: ParsedDocument,
  fixes: readonly Fix[],
): { edits: readonly OffsetEdit[]; count: number } {
  let edits: OffsetEdit[] = [];
  let count = 0;
  for (const fix of fixes) {
    let extended: OffsetEdit[] | undefined = edits;
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
function withEdit(edits: OffsetEdit[], edit: OffsetEdit): OffsetEdit[] | undefined {
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

function errorsIn(checked: readonly Checked[]): number {
  return checked.filter(({ severity }) => severity === "error").length;
}
