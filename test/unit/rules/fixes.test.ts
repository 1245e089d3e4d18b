import fc from "fast-check";
import { expect, test } from "vitest";
import { rules } from "../../../server/src/rules/index.ts";
import { type Found, findings } from "./checking.ts";
import { reportText, row } from "./report-text.ts";

const table3: Readonly<Record<string, string>> = {
  ...row("表三", "一", "21 3 0 0 0 0 24"),
  ...row("表三", "二", "2 0 0 0 0 0 2"),
  ...row("表三", "三(一)", "9 3 0 0 0 0 12"),
  ...row("表三", "三(三)5", "12 0 0 0 0 0 12"),
  ...row("表三", "三(七)", "21 3 0 0 0 0 24"),
  ...row("表三", "四", "2 0 0 0 0 0 2"),
  ...row("表四", "复议后起诉", "1 0 1 0 2"),
};

/** What happens to a cell: written otherwise, left blank, or changed. */
const slip = fc.tuple(
  fc.constantFrom(...Object.keys(table3), "表二/行政许可/本年处理决定数量", "表三/三(二)/其他"),
  fc.constantFrom("", "/", "—", "l2", "O", "若干", "-1", "1.5", "7", "12", "０"),
);

/** What happens to the rest of the text. */
const damage = fc.constantFrom<readonly [from: RegExp, to: string]>(
  [/^(#* ?)五、/m, "$1六、"],
  [/^(?:## )?六、[^\n]*\n/m, ""],
  [/^(?:## )?四、政府信息[^\n]*\n/m, ""],
  [/^(#* ?)五、.*$/m, "$1五、下一步打算"],
  [/^## (?=[三四])/m, "#### "],
  [/街道2023年政府/, "街道2022年政府"],
  [/至2023年12月/, "至2022年12月"],
  [/（含图解/, "含图解"],
  [/\t*8\.属于行政查询事项.*\n/, ""],
  [/行政复议\t(?:.+\n)+/, "未发生。\n"],
  [/\t1\.本机关不掌握相关政府信息\t0/, "\t1.本机关不掌握相关政府信息"],
  [/（七）总计\t\t/, "（七）总计\t\t0\t"],
);

const layouts = fc.constantFrom(
  ["tab", "plaintext"] as const,
  ["tab", "markdown"] as const,
  ["pipe", "markdown"] as const,
  ["html", "markdown"] as const,
);

const identity = ({ rule, message }: Found): string => `${rule}: ${message}`;

/**
 * What is wrong: relations that fail by themselves, since one fixed figure of two makes the rest fail for
 * another reason; anything else by its rule and how often that has spoken.
 */
function wrongs(found: readonly Found[]): Set<string> {
  const counts = new Map<string, number>();
  return new Set(
    found.flatMap(({ rule, relations }) => {
      if (relations !== undefined) return relations;
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
      return [`${rule} ${counts.get(rule)}`];
    }),
  );
}

test("after any fix its finding is gone and no new one has come", () => {
  fc.assert(
    fc.property(
      layouts,
      fc.array(slip, { maxLength: 3 }),
      fc.array(damage, { maxLength: 3 }),
      ([layout, language], slips, damages) => {
        const cells = { ...table3, ...Object.fromEntries(slips) };
        const text = damages.reduce(
          (now, [from, to]) => now.replace(from, to),
          reportText({ layout, language, cells }),
        );
        const before = findings(text, rules, language);
        const known = wrongs(before);
        // Where several figures are wrong at once, a sum can be made to hold by changing one that is right.
        const isOneSlip = slips.length + damages.length <= 1;
        for (const finding of before.filter(({ relations }) => isOneSlip || relations === undefined)) {
          for (const fix of finding.fixes ?? []) {
            const after = findings(finding.after(fix), rules, language);
            const name = `${fix.title} of ${identity(finding)}`;
            expect(after.map(identity), name).not.toContain(identity(finding));
            const left = wrongs(after);
            expect(
              [...left].filter((wrong) => !known.has(wrong)),
              name,
            ).toEqual([]);
            expect(left.size, name).toBeLessThan(known.size);
          }
        }
      },
    ),
    { seed: 711, numRuns: 150 },
  );
});

test("a fix that writes into a table is never safe", () => {
  const cells = Object.fromEntries(Object.keys(table3).map((name, index) => [name, index % 2 ? "/" : "5"]));
  const found = findings(reportText({ cells }), rules);
  expect(found.length).toBeGreaterThan(0);
  expect(found.flatMap(({ fixes = [] }) => fixes).filter(({ safe }) => safe)).toEqual([]);
});
