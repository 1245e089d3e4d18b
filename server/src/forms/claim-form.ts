import type { plainWords } from "./claim-words.ts";

/** What prose counts: applications, their reviews (行政复议), their lawsuits (行政诉讼). */
export type CaseTopic = "application" | "review" | "litigation";

/** A number in prose and every sum of figures that it may legitimately mean, the plainest first. */
export interface ClaimForm {
  readonly topic: CaseTopic;
  /** Of each group one word must stand around the number. */
  readonly words: readonly (readonly string[])[];
  /** What else may stand there. */
  readonly plain: keyof typeof plainWords;
  /** None of these may stand there. */
  readonly without?: readonly string[];
  /** None of these may stand before it in the sentence. */
  readonly notAfter?: readonly string[];
  /** Of each group one word must stand elsewhere in the sentence: 其他 is what the list beside it leaves. */
  readonly beside?: readonly (readonly string[])[];
  /** None of these may stand elsewhere in the sentence: then the number is one of several that make up the figure. */
  readonly alone?: readonly string[];
  /** True where no verb says what was done: it must stand first in its sentence. */
  readonly bare?: boolean;
  /**
   * all: of all applications or cases. applicant: a part of the last of these. carried: a part by its year.
   * part: any other.
   */
  readonly extent: "all" | "applicant" | "carried" | "part";
  readonly readings: readonly ReadingForm[];
}

export interface ReadingForm {
  /** Names of figures that are added up. */
  readonly plus: readonly string[];
  readonly minus?: readonly string[];
  /** True where it is a reading that only some authors mean: no other figure is proposed from it. */
  readonly lax?: boolean;
}
