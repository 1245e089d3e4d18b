import type { Connection, Position, Range, TextDocumentIdentifier } from "vscode-languageserver";
import { type InspectedOperand, inspect } from "../features/inspect.ts";
import { previewHtml } from "../features/preview/html.ts";
import { rangeOfSpan } from "../features/ranges.ts";
import { reportAt, spanOfReport } from "../features/report-at.ts";
import { targetAt } from "../features/target.ts";
import type { LineIndex } from "../text/lines.ts";
import type { Documents } from "./documents.ts";

/** What no standard request can tell, for a preview beside the editor. Editors without one never ask. */
export const previewRequest = "gouji/preview";
export const inspectRequest = "gouji/inspect";

/** The text as it will be published, HTML for inside of <body>, and the version of the text that it shows. */
export interface PreviewAnswer {
  readonly html: string;
  readonly version: number;
  /** The part of the text that it shows: where a position was asked for the report there, else all of it. */
  readonly range: Range;
}

interface OperandAnswer {
  readonly label: string;
  readonly value: string;
  readonly isSubtracted: boolean;
  readonly isSelf: boolean;
  readonly isZero: boolean;
  readonly range?: Range;
}

/** The figure at a position with its relations. */
export interface InspectAnswer {
  readonly cell: string;
  readonly value: string;
  readonly unsure: boolean;
  readonly relations: readonly {
    readonly title: string;
    readonly status: string;
    readonly comparison: string;
    readonly left: readonly OperandAnswer[];
    readonly right: readonly OperandAnswer[];
  }[];
}

interface Asked {
  readonly textDocument: TextDocumentIdentifier;
}

interface AskedPreview extends Asked {
  /** Nothing but the report: no marks, and no last year's figures. */
  readonly plain?: boolean;
  /** Of a file with many reports only the one here: all of them would take seconds to show. */
  readonly position?: Position;
}

export function answerPreview(connection: Connection, documents: Documents): void {
  connection.onRequest(
    previewRequest,
    async ({ textDocument, plain = false, position }: AskedPreview): Promise<PreviewAnswer | null> => {
      const checked = await documents.check(textDocument.uri);
      if (checked === undefined) return null;
      const { parsed, found, others, version } = checked;
      const only = position && reportAt(parsed, parsed.lines.offsetAt(position));
      const html = plain ? previewHtml(parsed, [], [], only) : previewHtml(parsed, found, others, only);
      return { html, version, range: rangeOfSpan(parsed.lines, spanOfReport(parsed, only)) };
    },
  );

  connection.onRequest(
    inspectRequest,
    async ({ textDocument, position }: Asked & { position: Position }): Promise<InspectAnswer | null> => {
      const checked = await documents.check(textDocument.uri);
      if (checked === undefined) return null;
      const { parsed, settings } = checked;
      const target = targetAt(parsed, parsed.lines.offsetAt(position), settings.relations);
      if (target?.kind !== "figure" && target?.kind !== "own") return null;
      const found = inspect(target.report, target.figure, settings.relations);
      if (found === undefined) return null;
      const answer = (operands: readonly InspectedOperand[]): OperandAnswer[] =>
        operands.map((operand) => operandAnswer(operand, parsed.lines));
      return {
        ...found,
        relations: found.relations.map(({ left, right, ...relation }) => ({
          ...relation,
          left: answer(left),
          right: answer(right),
        })),
      };
    },
  );
}

function operandAnswer({ span, ...operand }: InspectedOperand, lines: LineIndex): OperandAnswer {
  return { ...operand, ...(span && { range: rangeOfSpan(lines, span) }) };
}
