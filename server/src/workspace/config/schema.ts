import type { Rule } from "../../rules/rule.ts";
import { configName } from "./config.ts";
import { configShape, type Key, type Shape } from "./keys.ts";

/** The JSON schema of gouji.yaml (draft 07), for editors that check YAML by schemas. */
export function configSchema(rules: readonly Rule[]): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: configName,
    ...schemaOf(configShape, rules),
  };
}

function schemaOf(shape: Shape, rules: readonly Rule[]): object {
  switch (shape.kind) {
    case "mapping": {
      const required = shape.keys.filter(({ isRequired }) => isRequired).map(({ key }) => key);
      return {
        type: shape === configShape ? ["object", "null"] : "object",
        additionalProperties: false,
        properties: Object.fromEntries(shape.keys.map((key) => [key.key, schemaOfKey(key, rules)])),
        ...(required.length > 0 && { required }),
      };
    }
    case "list": {
      const { most, isFilled } = shape;
      return {
        type: "array",
        items: schemaOf(shape.of, rules),
        ...(isFilled && { minItems: 1 }),
        ...(most !== undefined && { maxItems: most }),
      };
    }
    case "named":
      return shape.by === "rule"
        ? { type: "object", additionalProperties: false, properties: schemaOfRules(rules, shape.value) }
        : { type: "object", additionalProperties: schemaOf(shape.value, rules) };
    case "choice":
      return { enum: shape.values };
    case "number":
      return { type: ["number", "string"], minimum: 0, pattern: "^\\d+(\\.\\d+)?$" };
    case "text":
      return shape.of === "line" || shape.of === "table"
        ? { type: ["string", "number"], minLength: 1 }
        : { type: "string", minLength: 1 };
  }
}

/** A key without a value says nothing, unless its entry needs it. */
function schemaOfKey({ isRequired, description, shape }: Key, rules: readonly Rule[]): object {
  const schema = { description: `${description.zh}\n${description.en}`, ...schemaOf(shape, rules) };
  if (isRequired) return schema;
  if (!("type" in schema))
    return "enum" in schema ? { ...schema, enum: [...(schema.enum as []), null] } : schema;
  return { ...schema, type: [schema.type, "null"].flat() };
}

function schemaOfRules(rules: readonly Rule[], value: Shape): object {
  return Object.fromEntries(
    rules.map(({ code, title }) => [
      code,
      { description: `${title.zh}\n${title.en}`, ...schemaOf(value, rules) },
    ]),
  );
}
