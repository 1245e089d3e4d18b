import type { Place } from "../document/block.ts";
import type { NamedRelation } from "../relations/named-relation.ts";
import type { Report } from "../report/report.ts";
import type { Elsewhere, OtherReports } from "./other-reports.ts";

export type Severity = "error" | "warning" | "information" | "hint";

/** A text in both languages of the documentation. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** What a rule is, told apart from what it found. Settings, docs/rules and SARIF are generated from it. */
export interface Rule {
  /** Stable, "topic/what": table3/row-total. */
  readonly code: string;
  readonly severity: Severity;
  readonly title: Bilingual;
  /** Markdown of its page: what it checks, why (with 文号 or article), what to do. */
  readonly documentation: Bilingual;
  readonly check: (context: RuleContext) => Iterable<Finding>;
}

export interface RuleContext extends OtherReports {
  readonly report: Report;
  /** File name without folder, "" where there is none. */
  readonly fileName: string;
  /** Those of gouji.yaml; asked of any text, whether it is a report or not. */
  readonly relations?: readonly OwnRelation[];
}

/** A relation of gouji.yaml for an office's own tables. */
export interface OwnRelation extends NamedRelation {
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** Said before what does not agree. */
  readonly message?: string;
}

export interface Finding {
  readonly place: Place;
  /** Already in the reader's language (by l10n.t). */
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** Set where one rule reports under another's code (a cause that settles several relations). */
  readonly code?: string;
  readonly cell?: string;
  readonly expected?: string;
  readonly actual?: string;
  /** "表三/三(一): 自然人+…+其他 = 总计" */
  readonly relations?: readonly string[];
  readonly suspects?: readonly Suspect[];
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

export interface Suspect {
  readonly cell: string;
  readonly place: Place;
  readonly suggest: string;
  /** How many failing relations the suggestion settles. */
  readonly resolves: number;
}

export interface Related {
  /** In this document; for what stands elsewhere that which it is compared with. */
  readonly place: Place;
  readonly message: string;
  /** Set where it stands in another file: this is then the place to show. */
  readonly elsewhere?: Elsewhere;
}

export interface Fix {
  readonly title: string;
  /** False where a figure changes: such a fix is never preferred and never part of fix-all. */
  readonly safe: boolean;
  /** Set where the author has to complete what it writes, or something else may be wrong: for a person to choose, never for a program. */
  readonly draft?: true;
  readonly edits: readonly { readonly place: Place; readonly newText: string }[];
}
