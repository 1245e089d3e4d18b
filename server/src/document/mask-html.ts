import { Parser } from "htmlparser2";

/** Tags whose ends are ends of a line for a reader. */
const BREAKING = new Set(
  "address article aside blockquote body br caption center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section table tbody td tfoot th thead title tr ul".split(
    " ",
  ),
);
const UNREAD = new Set(["script", "style", "template", "noscript", "head"]);

/**
 * The text of a web page with everything a reader does not see blanked out, and a line break where a
 * block ends. Same length as the source, so that every place in it is a place in the source. Tables
 * (as given, in source order) keep their source.
 */
export function maskHtml(html: string, tables: readonly { start: number; end: number }[]): string {
  const pieces: string[] = [];
  let done = 0;
  let unread = 0;
  let table = 0;
  const blank = (until: number, breaking: boolean): void => {
    // A tag that is never closed ends one behind the text.
    const to = Math.min(until, html.length);
    if (to <= done) return;
    pieces.push(breaking ? `\n${" ".repeat(to - done - 1)}` : " ".repeat(to - done));
    done = to;
  };
  /** Copies whole tables that start before an offset; what else lies before it is blanked. */
  const passTables = (to: number): void => {
    for (let next = tables[table]; next !== undefined && next.start < to; next = tables[++table]) {
      if (next.start < done) continue;
      blank(next.start, true);
      pieces.push(html.slice(next.start, next.end));
      done = next.end;
    }
  };
  const parser: Parser = new Parser(
    {
      onopentagname(name) {
        if (UNREAD.has(name)) unread++;
        passTables(parser.startIndex + 1);
        blank(parser.endIndex + 1, BREAKING.has(name));
      },
      onclosetag(name) {
        if (UNREAD.has(name)) unread--;
        passTables(parser.startIndex + 1);
        blank(parser.endIndex + 1, BREAKING.has(name));
      },
      ontext() {
        const start = Math.max(parser.startIndex, done);
        const end = parser.endIndex + 1;
        if (end <= done) return;
        blank(start, false);
        const source = html.slice(start, end);
        // A line break in HTML is a space; an entity stands for one character we do not need.
        pieces.push(
          unread > 0 || source.startsWith("&") ? " ".repeat(end - start) : source.replace(/[\r\n]/g, " "),
        );
        done = end;
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  passTables(html.length);
  blank(html.length, false);
  return pieces.join("");
}
