import type { Language } from "../document/block.ts";
import { spanOf } from "../document/block.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Finding, Fix } from "../rules/rule.ts";
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
  /** Also change figures where it is certain which one is wrong. */
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
    const chosen =
      safe.length > 0 || !unsafe ? safe : compatible(now.parsed, now.remaining.flatMap(certainFix));
    const text = applyEdits(
      now.text,
      chosen.flat().sort((a, b) => a.start - b.start),
    );
    if (text === now.text) break;
    const next = look(text, now.parsed);
    if (safe.length === 0 && errorsIn(next.remaining) > errorsIn(now.remaining)) break;
    applied += chosen.length;
    now = next;
  }
  return { ...now, applied };
}

function safeFix({ finding }: Checked): Fix[] {
  const fix = finding.fixes?.find(({ safe }) => safe);
  return fix === undefined ? [] : [fix];
}

/**
 * The fix of a finding that names one figure as wrong beyond doubt: its only suspect, or one that explains more
 * than the next. A finding without suspects must offer one way to mend it, not a choice.
 */
export function certainFix({ finding }: { readonly finding: Finding }): Fix[] {
  const { fixes = [], suspects = [] } = finding;
  const [fix] = fixes;
  if (fix === undefined) return [];
  const [first, second] = suspects;
  const isCertain =
    first === undefined ? fixes.length === 1 : second === undefined || first.resolves > second.resolves;
  return isCertain ? [fix] : [];
}

/** The edits of as many fixes as do not touch the same text, each fix whole or not at all. */
function compatible({ document }: ParsedDocument, fixes: readonly Fix[]): OffsetEdit[][] {
  const taken: OffsetEdit[] = [];
  const chosen: OffsetEdit[][] = [];
  for (const fix of fixes) {
    const edits = fix.edits.map(({ place, newText }) => ({ ...spanOf(document, place), newText }));
    if (edits.some((edit) => taken.some((other) => touches(edit, other)))) continue;
    taken.push(...edits);
    chosen.push(edits);
  }
  return chosen;
}

/** Two insertions at one place touch too: their order would be a guess. */
function touches(a: OffsetEdit, b: OffsetEdit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}

function errorsIn(checked: readonly Checked[]): number {
  return checked.filter(({ severity }) => severity === "error").length;
}
