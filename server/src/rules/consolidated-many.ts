import * as l10n from "@vscode/l10n";
import type { Report } from "../report/report.ts";
import type { Culprit } from "./consolidated-cause.ts";
import type { Difference } from "./consolidated-cells.ts";
import { setSums, shownSum } from "./consolidated-write.ts";
import { figurePlace, type MemberSum, nameOf, type ReportDigest } from "./other-reports.ts";
import { cellLabel } from "./relations/labels.ts";
import { shownValue } from "./relations/messages.ts";
import type { Finding, Related } from "./rule.ts";
import { relatedOf } from "./support.ts";

/** Many differences that one member left out or counted twice explains. */
export function* oneCause(
  report: Report,
  { members }: MemberSum,
  { member, isLeftOut }: Culprit,
  own: readonly Difference[],
  all: readonly Difference[],
): Generator<Finding> {
  const [first] = own;
  if (first === undefined) return;
  const name = nameOf(member);
  const fixes = own.some(({ isDoubted }) => isDoubted)
    ? []
    : report.form.tables.map(({ id }) => {
        const here = all.filter(({ table }) => table.id === id);
        return here.length === 0 ? [] : setSums(report, id, here);
      });
  const edits = fixes.flatMap((ones) => ones.flatMap((one) => one.edits));
  yield {
    place: first.figure.place,
    message: isLeftOut
      ? l10n.t(
          "{0} figures are less than the reports of the {1} members add up to, each by what {2} has there, as if {2} had been left out",
          all.length,
          members.length,
          name,
        )
      : l10n.t(
          "{0} figures are more than the reports of the {1} members add up to, each by what {2} has there, as if {2} had been counted twice",
          all.length,
          members.length,
          name,
        ),
    related: relatedOf(own, (one) => differenceShown(one, member)),
    ...(edits.length === all.length && {
      fixes: [
        {
          title: l10n.t("Set the {0} figures to the members' sums (changes figures)", all.length),
          safe: false,
          edits,
        },
      ],
    }),
  };
}

/** More differences than anybody mends one by one. */
export function* allAtOnce({ members }: MemberSum, own: readonly Difference[]): Generator<Finding> {
  const [first] = own;
  if (first === undefined) return;
  const more = own.filter(({ off }) => off < 0n).length;
  yield {
    place: first.figure.place,
    message: l10n.t(
      "{0} figures differ from what the reports of the {1} members add up to: {2} are more, {3} less. Perhaps gouji.yaml does not name the members that were added up here, or one of them was changed since",
      own.length,
      members.length,
      more,
      own.length - more,
    ),
    related: relatedOf(own, (one) => differenceShown(one)),
  };
}

/** Where a figure differs, and by what; for a member with the member's figure as the place. */
function differenceShown({ figure, table, sum, now, unit }: Difference, member?: ReportDigest): Related {
  const there = member?.figures.get(figure.name);
  const here = now === null ? shownValue(figure) : shownSum(now, unit);
  return {
    place: figure.place,
    message: l10n.t(
      "{0}, “{1}”: {2} in all, here {3}",
      table.id,
      cellLabel(table, figure.name),
      shownSum(sum, unit),
      here,
    ),
    ...(member !== undefined && there !== undefined && { elsewhere: figurePlace(member, there) }),
  };
}
