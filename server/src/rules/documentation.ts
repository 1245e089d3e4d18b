/** Where the pages of docs/rules are read. */
const PAGES = "https://github.com/gouji/gouji/blob/main/docs/rules/";

/** File name of a rule's page in docs/rules: table3/row-total → table3-row-total.md. */
export function documentationFile(code: string): string {
  return `${code.replaceAll("/", "-")}.md`;
}

/**
 * Address of a rule's page, for editors and for SARIF's helpUri, which must be absolute.
 *
 * @param pages where an editor shows the pages itself; else they are read on the web.
 */
export function documentationUrl(code: string, pages = PAGES): string {
  return `${pages}${documentationFile(code)}`;
}
