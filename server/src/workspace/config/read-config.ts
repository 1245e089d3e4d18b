import * as l10n from "@vscode/l10n";
import { isMap, isScalar, isSeq, type Node } from "yaml";
import { parseExpression } from "../../relations/parse-expression.ts";
import type { OwnRelation } from "../../rules/rule.ts";
import { type ConfigMistake, checkShape, numberOf } from "./check-shape.ts";
import { defaultProjectConfig, type ProjectConfig } from "./config.ts";
import { configShape, MOST_RELATIONS } from "./keys.ts";
import {
  type ConfigSource,
  child,
  itemsOf,
  readSource,
  resolved,
  spanInScalar,
  spanOfNode,
  textOf,
} from "./source.ts";
import { yamlMistake } from "./yaml-mistake.ts";

/** No office writes so much; what is longer is another file. */
const LONGEST = 500_000;
/** Whoever has made more mistakes mends these first. */
const MOST_MISTAKES = 100;

/** A gouji.yaml read: what it says as far as it is in order, and what is not. */
export interface ConfigReading {
  readonly source: ConfigSource;
  readonly config: ProjectConfig;
  /** In the order of the text. */
  readonly mistakes: readonly ConfigMistake[];
  /** Whether the text is no YAML, so that `config` may lack what it says. */
  readonly isBroken: boolean;
  /** The node of each relation of `config`. */
  readonly nodes: ReadonlyMap<OwnRelation, Node>;
}

/** Reads the text of a gouji.yaml. `codes` are the rules there are. */
export function readConfig(text: string, codes: ReadonlySet<string>): ConfigReading {
  if (text.length > LONGEST) {
    const message = l10n.t("More than {0} characters.", LONGEST);
    return { ...nothing, mistakes: [{ start: 0, end: 0, message }], isBroken: true };
  }
  const source = readSource(text);
  const { contents, errors } = source.document;
  if (errors.length > 0) {
    return {
      ...nothing,
      source,
      mistakes: errors
        .slice(0, MOST_MISTAKES)
        .map((one) => yamlMistake(source, one))
        .map(inText(text)),
      isBroken: true,
    };
  }
  const nodes = new Map<OwnRelation, Node>();
  const mistakes = [...checkShape(source, contents, configShape, "", codes)].slice(0, MOST_MISTAKES);
  const isIn = (node: unknown): boolean => {
    const { start, end } = spanOfNode(node);
    return mistakes.some((one) => one.start >= start && one.end <= end);
  };
  for (const node of itemsOf(source, child(source, contents, "relations")).slice(0, MOST_RELATIONS)) {
    const wasWrong = isIn(node);
    const found = relationOf(source, node);
    if ("message" in found) mistakes.push(found);
    else if (!wasWrong && found.relation !== undefined) nodes.set(found.relation, node);
  }
  return {
    source,
    nodes,
    mistakes: mistakes.map(inText(text)).sort((a, b) => a.start - b.start || a.end - b.end),
    isBroken: false,
    config: {
      include: textsOf(source, child(source, contents, "include")),
      exclude: textsOf(source, child(source, contents, "exclude")) ?? [],
      rules: severitiesOf(source, contents, codes),
      relations: [...nodes.keys()],
      consolidated: itemsOf(source, child(source, contents, "consolidated")).flatMap((node) => {
        const report = textOf(child(source, node, "report"));
        const members = textsOf(source, child(source, node, "members"));
        return isIn(node) || report === "" || members === undefined ? [] : [{ report, members }];
      }),
      previous: pairsOf(source, child(source, contents, "previous")),
    },
  };
}

const nothing: ConfigReading = {
  source: readSource(""),
  config: defaultProjectConfig,
  mistakes: [],
  isBroken: false,
  nodes: new Map(),
};

/** A mistake without the line break that the YAML library counts to a list, and not beyond the text's end. */
function inText(text: string): (mistake: ConfigMistake) => ConfigMistake {
  return ({ message, ...at }) => {
    const start = Math.min(at.start, text.length);
    return { start, end: start + text.slice(start, at.end).trimEnd().length, message };
  };
}

/** A relation; or what is wrong with its expression; or neither, where a part is missing. */
function relationOf(source: ConfigSource, node: Node): ConfigMistake | { readonly relation?: OwnRelation } {
  const table = textOf(child(source, node, "table")).trim();
  const checkNode = child(source, node, "check");
  const check = textOf(checkNode);
  if (table === "" || check.trim() === "") return {};
  const { equation, mistake } = parseExpression(check);
  if (mistake !== undefined) {
    return { ...spanInScalar(source, checkNode, mistake), message: mistake.message };
  }
  const each = textOf(child(source, node, "each"));
  const lines = textsOf(source, child(source, node, "in"));
  const severity = textOf(child(source, node, "severity"));
  const message = textOf(child(source, node, "message"));
  const tolerance = child(source, node, "tolerance");
  return {
    relation: {
      table,
      check,
      equation,
      tolerance: (tolerance && numberOf(tolerance)) ?? 0n,
      ...((each === "row" || each === "column") && { each }),
      ...(lines !== undefined && { in: lines }),
      ...(isSeverity(severity) && { severity }),
      ...(message !== "" && { message }),
    },
  };
}

function isSeverity(text: string): text is NonNullable<OwnRelation["severity"]> {
  return text === "error" || text === "warning" || text === "information" || text === "hint";
}

function severitiesOf(
  source: ConfigSource,
  contents: unknown,
  codes: ReadonlySet<string>,
): ProjectConfig["rules"] {
  const entries = Object.entries(pairsOf(source, child(source, contents, "rules")));
  return Object.fromEntries(
    entries.filter(
      (entry): entry is [string, ProjectConfig["rules"][string]] =>
        codes.has(entry[0]) && (isSeverity(entry[1]) || entry[1] === "off"),
    ),
  );
}

/** The texts of a list; undefined where there is none. */
function textsOf(source: ConfigSource, node: unknown): readonly string[] | undefined {
  if (!isSeq(resolved(source, node))) return undefined;
  return itemsOf(source, node)
    .map((item) => textOf(resolved(source, item)))
    .filter((text) => text !== "");
}

function pairsOf(source: ConfigSource, node: unknown): Readonly<Record<string, string>> {
  const value = resolved(source, node);
  if (!isMap(value)) return {};
  return Object.fromEntries(
    value.items.flatMap((pair) => {
      const text = resolved(source, pair.value);
      return isScalar(text) && textOf(text) !== "" ? [[textOf(pair.key), textOf(text)]] : [];
    }),
  );
}
