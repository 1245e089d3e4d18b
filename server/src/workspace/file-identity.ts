import { isAgency, titleOf } from "../report/title.ts";
import { yearOfFileName } from "../rules/year-claims.ts";
import { keyOf } from "./file-system.ts";

/** Whose report a file holds and for which year, as far as its name tells: 甲局2023.txt. */
export interface FileIdentity {
  readonly agency?: string;
  readonly year?: number;
}

const YEAR = /20\d{2}年?度?/;

/** Read from the name alone: a title, or an agency and a year. */
export function identityOfFile(uri: string): FileIdentity {
  const key = keyOf(uri);
  const name = key.slice(key.lastIndexOf("/") + 1).replace(/\.[A-Za-z]{1,8}$/, "");
  const title = titleOf(name);
  if (title !== undefined) return { ...(title.agency !== "" && { agency: title.agency }), year: title.year };
  const year = yearOfFileName(name);
  const rest = name.replace(YEAR, "").replace(/[\s_-]+/g, "");
  return {
    ...(year !== undefined && { year }),
    ...(isAgency(rest) && { agency: rest }),
  };
}
