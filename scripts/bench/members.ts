import { figureNames } from "../../server/src/forms/form.ts";
import type { ParsedDocument } from "../../server/src/report/parsed.ts";
import { createLanguageService, defaultSettings } from "../../server/src/service.ts";
import { formatDecimal } from "../../server/src/text/decimal.ts";
import { digestsOf } from "../../server/src/workspace/digest.ts";
import { createWorkspace } from "../../server/src/workspace/workspace.ts";
import { anotherReport, withFigures } from "./reading.ts";

const FOLDER = "file:///members";
const WHOLE = `${FOLDER}/whole.md`;

/**
 * Time from a keystroke in one member's report to the findings of the report that consolidates so many: the member is
 * read and summed up anew, and the whole is checked.
 */
export function measureMembers(texts: readonly string[], count: number, runs: number): number {
  const service = createLanguageService();
  const workspace = createWorkspace();
  workspace.configure(FOLDER, {
    consolidated: [{ report: "whole.md", members: ["members/*.md"] }],
    previous: {},
  });
  const [text = ""] = texts;
  const uriOf = (index: number): string => `${FOLDER}/members/${index}.md`;
  for (let index = 0; index < count; index++) {
    const uri = uriOf(index);
    workspace.set(uri, digestsOf(uri, service.parse(anotherReport([text], index), "markdown")));
  }
  const draft = anotherReport([text], count);
  workspace.set(WHOLE, digestsOf(WHOLE, service.parse(draft, "markdown")));
  const { members } = workspace.othersOf(WHOLE, 0);
  // It says what its members add up to, so that one keystroke is one difference.
  const summed = withFigures(draft, ({ tables }) =>
    Object.fromEntries(
      tables
        .flatMap((table) => table.rows.flatMap((row) => figureNames(table.id, row)))
        .map((name) => [name, formatDecimal(members?.sumOf(name)?.sum ?? 0n)]),
    ),
  );
  const whole = service.parse(summed, "markdown");
  workspace.set(WHOLE, digestsOf(WHOLE, whole));
  const member = anotherReport([text], 0);
  const at = member.search(/(?<=行政许可\t)\d/);
  if (at < 0) throw new Error("no figure to change");
  let parsed: ParsedDocument | undefined;
  const times = Array.from({ length: runs }, (_, turn) => {
    // Never what it was, which the whole agrees with.
    const edited = `${member.slice(0, at)}${10 + (turn % 10)}${member.slice(at + 1)}`;
    const start = performance.now();
    parsed = service.parse(edited, "markdown", parsed);
    workspace.set(uriOf(0), digestsOf(uriOf(0), parsed));
    const found = service.check(whole, "whole.md", defaultSettings, (index) =>
      workspace.othersOf(WHOLE, index),
    );
    const time = performance.now() - start;
    if (!found.some(({ code }) => code === "consolidated/sum")) throw new Error("the whole was not compared");
    return time;
  });
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0;
}
