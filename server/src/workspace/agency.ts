import { foldSameLength } from "../text/normalize.ts";

/** An agency's name as it is compared from one year to the next. */
export interface AgencyName {
  /** As written, without spaces and brackets. */
  readonly name: string;
  /** Without what one year writes and another leaves out: 人民政府, 办公室, 办事处. */
  readonly core: string;
  /** The core without the regions before it (洛阳市老城区西关街道 → 西关街道): names that may be one share it. */
  readonly stem: string;
}

/** 省, 市, 区 and 县 before an agency's own name; a name that is a region and no more keeps its last. */
const REGION = /^[^省市区县旗州盟]{1,10}(?:自治区|自治州|自治县|[省市区县旗州盟])(?=..)/;
const LOOSE = /人民政府|政府办公室|政府办|办公室|办事处/g;
/** Fewer letters name nothing. */
const LEAST = 2;

export function agencyName(written: string): AgencyName {
  const name = foldSameLength(written).replace(/[\s()〔〕【】"“”]+/g, "");
  const short = name.replace(LOOSE, "");
  const core = short.length >= LEAST ? short : name;
  let stem = core;
  for (let rest = stem.replace(REGION, ""); rest !== stem; rest = stem.replace(REGION, "")) stem = rest;
  return { name, core, stem };
}

/** Whether two names may be those of one agency: one may name more of the regions above it than the other. */
export function mayBeSame(a: AgencyName, b: AgencyName): boolean {
  return a.core.endsWith(b.core) || b.core.endsWith(a.core);
}
