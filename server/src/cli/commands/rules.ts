import { inLocale, type Locale } from "../../l10n.ts";
import { documentationUrl } from "../../rules/documentation.ts";
import { rules } from "../../rules/index.ts";
import { padEnd } from "../../text/width.ts";
import type { Arguments } from "../args.ts";
import { type ExitStatus, OK } from "../exit-status.ts";
import type { Io } from "../io.ts";
import { asData } from "../print.ts";
import { severityName } from "../writers/severity.ts";

/** `gouji rules`. */
export async function listRules(args: Arguments, { stdout }: Io, locale: Locale): Promise<ExitStatus> {
  const listed = rules.map(({ code, severity, title }) => ({
    code,
    severity,
    title: inLocale(title, locale),
    url: documentationUrl(code),
  }));
  const data = asData(args, { version: 1, rules: listed }, listed);
  if (data !== undefined) {
    stdout.write(data);
    return OK;
  }
  const longest = Math.max(...listed.map(({ code }) => code.length));
  for (const { code, severity, title, url } of listed) {
    const name = padEnd(severityName(severity), 12, 1);
    stdout.write(`${code.padEnd(longest)}  ${name}${title}\n${" ".repeat(longest)}  ${url}\n`);
  }
  return OK;
}
