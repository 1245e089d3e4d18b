import { foldSameLength } from "../text/normalize.ts";

/** An agency's name as it is compared from one year to the next. */
export interface AgencyName {
  /** As written, without spaces and brackets. */
  readonly name: string;
  /** Without what one year writes and another leaves out: 人民政府, 办公室, 办事处, 和. */
  readonly core: string;
  /** The core without the regions before it (洛阳市老城区西关街道 → 西关街道): names that may be one share it. */
  readonly stem: string;
}

/** 省, 市, 区 and 县 before an agency's own name; a name that is a region and no more keeps its last. */
const REGION = /^[^省市区县旗州盟]{1,10}(?:自治区|自治州|自治县|[省市区县旗州盟])(?=..)/;
const LOOSE = /人民政府|政府办公[室厅]|政府办|办公[室厅]|办事处|政府$/g;
/** 洛阳市市政府: said twice once 政府 is gone. */
const TWICE = /([省市区县旗])\1$/;
/** 人力资源和社会保障局 and 人力资源社会保障局. */
const AND = /(?<=..)[和与及](?=..)/g;
/** Fewer letters name nothing. */
const LEAST = 2;

export function agencyName(written: string): AgencyName {
  const name = foldSameLength(written).replace(/[\s()〔〕【】"“”]+/g, "");
  const short = name.replace(LOOSE, "").replace(TWICE, "$1").replace(AND, "");
  const core = short.length >= LEAST ? short : name;
  let stem = core;
  for (let rest = stem.replace(REGION, ""); rest !== stem; rest = stem.replace(REGION, "")) stem = rest;
  return { name, core, stem };
}

/** Whether two names may be those of one agency: one may name more of the regions above it than the other. */
export function mayBeSame(a: AgencyName, b: AgencyName): boolean {
  return a.core.endsWith(b.core) || b.core.endsWith(a.core);
}
