import type { Place } from "../document/block.ts";
import type { CaseTopic, ReadingForm } from "../forms/claim-form.ts";
import type { Decimal } from "../text/decimal.ts";

/** What a sentence says of figures that the tables hold. */
export interface Claim {
  /** count: a number. none: 未收到, 未发生. closed: 全部答复, 均已办结. upheld: 均获维持, 无纠错. */
  readonly kind: "count" | "none" | "closed" | "upheld";
  /** disclosure: what 表二 has. */
  readonly topic: CaseTopic | "disclosure";
  /** The digits, or the words that say it. */
  readonly place: Place;
  readonly value: Decimal;
  /** How far the tables may be off since the number is rounded; where not said, not at all. */
  readonly rounding?: Decimal;
  /** What the number may mean, the plainest first; wrong only if none fits. */
  readonly readings: readonly ReadingForm[];
}
