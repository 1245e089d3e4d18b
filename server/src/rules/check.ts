import { type Block, spanOf } from "../document/block.ts";
import { currentLocale } from "../l10n.ts";
import type { ParsedDocument } from "../report/parsed.ts";
import type { Report } from "../report/report.ts";
import type { Checked, Settings } from "../service.ts";
import { rules } from "./index.ts";
import type { Finding, Rule } from "./rule.ts";
import { silencesOf } from "./suppress.ts";

/** What every rule finds in a text, by settings and comments, in the order of the text. */
export function checkDocument(parsed: ParsedDocument, fileName: string, settings: Settings): Checked[] {
  const isSilenced = silencesOf(parsed);
  const { document, reports } = parsed;
  return reports
    .flatMap((report, reportIndex) =>
      findingsOf(report, fileName).flatMap(({ rule, finding }): (Checked & { start: number })[] => {
        const code = finding.code ?? rule.code;
        const severity = settings.rules[code] ?? finding.severity ?? rule.severity;
        const { start } = spanOf(document, finding.place);
        if (severity === "off" || isSilenced(start, code)) return [];
        return [{ finding, rule, code, severity, reportIndex, start }];
      }),
    )
    .sort((a, b) => a.start - b.start)
    .map(({ start: _, ...checked }) => checked);
}

interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** By the blocks of a report, which an edit elsewhere leaves as they are: places and words stay right. */
const known = new WeakMap<readonly Block[], { readonly key: string; readonly found: readonly Found[] }>();

function findingsOf(report: Report, fileName: string): readonly Found[] {
  const key = `${currentLocale()} ${fileName}`;
  const before = known.get(report.blocks);
  if (before?.key === key) return before.found;
  const found = rules.flatMap((rule) =>
    [...rule.check({ report, fileName })].map((finding) => ({ rule, finding })),
  );
  known.set(report.blocks, { key, found });
  return found;
}
