import { z } from "zod";

export type Schema = Record<string, unknown>;

export const text = { type: "string" };
export const time = { type: "string", format: "date-time" };
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const object = (properties: Schema, required: readonly string[] = Object.keys(properties)): Schema => ({
  type: "object",
  properties,
  required,
});
export const list = (items: Schema): Schema => ({ type: "array", items });
export const mapOf = (values: Schema): Schema => ({ type: "object", additionalProperties: values });
export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });

/** From the very schema that requests are read with; `without` names what the address says instead. */
export function toInput(schema: z.ZodType, without?: string): Schema {
  const { $schema: _, properties = {}, required = [], ...rest } = z.toJSONSchema(schema, { io: "input" });
  const kept = Object.fromEntries(Object.entries(properties).filter(([name]) => name !== without));
  return { ...rest, properties: kept, required: required.filter((name) => name !== without) };
}

const inJson = (schema: Schema): Schema => ({ "application/json": { schema } });

export const problems = {
  default: {
    description: "A refusal or an error (RFC 9457).",
    content: { "application/problem+json": { schema: ref("Problem") } },
  },
};

export function answer(schema: string, description: string): Schema {
  return { 200: { description, content: inJson(ref(schema)) }, ...problems };
}

export function toBody(input: string): Schema {
  return { required: true, content: inJson(ref(input)) };
}

export function post(operationId: string, summary: string, input: string, output: string): Schema {
  return { post: { operationId, summary, requestBody: toBody(input), responses: answer(output, summary) } };
}

/** A POST that also reads headers. */
export function withParameters({ post: base }: Schema, parameters: readonly Schema[]): Schema {
  return { post: { ...(base as Schema), parameters } };
}

export const id = { name: "id", in: "path", required: true, schema: text };
export const open = { security: [], responses: { 200: { description: "As it says." } } };

/** Two answers: it may proceed, or it is held. */
export function toProceedOrHeld(proceed: string | null, held: string): Schema {
  const allowed = proceed === null ? {} : { 200: { description: "It may proceed.", content: inJson(ref(proceed)) } };
  const location = { description: "Where the hold's status is.", schema: text };
  const waiting = { description: "A person decides.", headers: { location }, content: inJson(ref(held)) };
  return { ...allowed, 202: waiting, ...problems };
}
