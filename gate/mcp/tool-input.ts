import type { StandardSchemaWithJSON } from "@modelcontextprotocol/server";

/**
 * The schema that agents are shown, without a check of its own: arguments go to the verb as they came, so that whatever is wrong with
 * them gets the gate's own answer and its event.
 */
export function toToolInput(schema: Record<string, unknown>): StandardSchemaWithJSON<unknown> {
  const show = (): Record<string, unknown> => schema;
  return {
    "~standard": {
      version: 1,
      vendor: "gatehouse",
      validate: (value: unknown) => ({ value }),
      jsonSchema: { input: show, output: show },
    },
  };
}
