import { rules } from "../../server/src/rules/index.ts";
import { configSchema } from "../../server/src/workspace/config/schema.ts";

/** The text of schemas/gouji.schema.json. */
export function schemaText(): string {
  return `${JSON.stringify(configSchema(rules), null, 2)}\n`;
}
