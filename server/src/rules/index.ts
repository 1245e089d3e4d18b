import { missingMember } from "./consolidated-missing-member.ts";
import { consolidatedSum } from "./consolidated-sum.ts";
import { ownRelation } from "./own-relation.ts";
import { carryOver } from "./previous-carry-over.ts";
import { copied } from "./previous-copied.ts";
import { growth } from "./previous-growth.ts";
import { inForce } from "./previous-in-force.ts";
import { wrongPath } from "./previous-wrong-path.ts";
import { allClosed } from "./prose/all-closed.ts";
import { allUpheld } from "./prose/all-upheld.ts";
import { claim } from "./prose/claim.ts";
import { disclosure } from "./prose/disclosure.ts";
import { fee } from "./prose/fee.ts";
import { halfWidth } from "./prose/half-width.ts";
import { listTotal } from "./prose/list-total.ts";
import { share } from "./prose/share.ts";
import { unbalanced } from "./prose-unbalanced.ts";
import { balance } from "./relations/balance.ts";
import { columnTotal } from "./relations/column-total.ts";
import { groupTotal } from "./relations/group-total.ts";
import { rowTotal } from "./relations/row-total.ts";
import type { Rule } from "./rule.ts";
import { sectionContent } from "./section-content.ts";
import { sectionLevel } from "./section-level.ts";
import { sectionMisplaced } from "./section-misplaced.ts";
import { sectionMissing } from "./section-missing.ts";
import { sectionRenamed } from "./section-renamed.ts";
import { sectionRepeated } from "./section-repeated.ts";
import { sectionUnspaced } from "./section-unspaced.ts";
import { blank } from "./table-blank.ts";
import { columns } from "./table-columns.ts";
import { decimalPlaces } from "./table-decimal-places.ts";
import { extraFigure } from "./table-extra-figure.ts";
import { missingTable } from "./table-missing.ts";
import { missingFigure } from "./table-missing-figure.ts";
import { missingRow } from "./table-missing-row.ts";
import { notACount } from "./table-not-a-count.ts";
import { notANumber } from "./table-not-a-number.ts";
import { outdatedForm } from "./table-outdated-form.ts";
import { otherTotals } from "./totals/other-totals.ts";
import { yearMismatch } from "./year-mismatch.ts";

/** Every rule, in the order in which documentation and settings list them. */
export const rules: readonly Rule[] = [
  rowTotal,
  columnTotal,
  balance,
  groupTotal,
  otherTotals,
  ownRelation,
  missingTable,
  missingRow,
  missingFigure,
  extraFigure,
  columns,
  blank,
  notANumber,
  notACount,
  decimalPlaces,
  outdatedForm,
  sectionMissing,
  sectionRepeated,
  sectionMisplaced,
  sectionRenamed,
  sectionLevel,
  sectionUnspaced,
  sectionContent,
  yearMismatch,
  claim,
  disclosure,
  allClosed,
  allUpheld,
  listTotal,
  share,
  fee,
  unbalanced,
  halfWidth,
  carryOver,
  inForce,
  growth,
  copied,
  wrongPath,
  consolidatedSum,
  missingMember,
];
