import { z } from "zod";
import type { EvaluationQuestion } from "@/lib/gateway/evaluate-dataset";
import { parseInput } from "@/lib/runtime/parse-input";

const text = z.string("must be a string").max(512, "must be at most 512 characters");
const names = z.array(text, "must be a list of field names").max(500, "must name at most 500 fields");
const properties = z.looseObject({}, "must be a JSON object");

const Subject = z.looseObject(
  { type: text, id: text, properties: properties.optional() },
  "must be an object with type and id",
);
const Action = z.looseObject({ name: text, properties: properties.optional() }, "must be an object with a name");
const Resource = z.looseObject(
  {
    type: text,
    id: text,
    properties: z
      .looseObject(
        { fields: names.optional(), filterFields: names.optional(), orderFields: names.optional() },
        "must be a JSON object",
      )
      .optional(),
  },
  "must be an object with type and id",
);
const Purpose = z.looseObject({ purpose: text.optional() }, "must be a JSON object");

/** AuthZEN 1.0 §6.1. Members that are not known are ignored, as it asks. */
export const EvaluationInput = z.looseObject(
  { subject: Subject, action: Action, resource: Resource, context: Purpose.optional() },
  "must be a JSON object",
);

export const SEMANTICS = ["execute_all", "deny_on_first_deny", "permit_on_first_permit"] as const;
export type Semantic = (typeof SEMANTICS)[number];
const EVALUATIONS_MAX = 100;

/** AuthZEN 1.0 §7.1: what stands beside `evaluations` is the default for each of them, whole objects at a time. */
export const EvaluationsInput = z.looseObject(
  {
    subject: z.unknown().optional(),
    action: z.unknown().optional(),
    resource: z.unknown().optional(),
    context: z.unknown().optional(),
    options: z
      .looseObject(
        { evaluations_semantic: z.enum(SEMANTICS, `must be one of ${SEMANTICS.join(", ")}`).optional() },
        "must be a JSON object",
      )
      .optional(),
    evaluations: z
      .array(z.looseObject({}, "must be a JSON object"), "must be a list")
      .max(EVALUATIONS_MAX, `must hold at most ${EVALUATIONS_MAX} evaluations`)
      .optional(),
  },
  "must be a JSON object",
);

/** The questions of a batch, each completed by the defaults; null where there are none, so that it is a single question. */
export function toItems(input: z.output<typeof EvaluationsInput>): Record<string, unknown>[] | null {
  const { subject, action, resource, context, evaluations = [] } = input;
  return evaluations.length === 0 ? null : evaluations.map((one) => ({ subject, action, resource, context, ...one }));
}

/** Reads one question. Throws `invalid_input` naming the part that is wrong. */
export function toQuestion(input: unknown): EvaluationQuestion {
  const { subject, action, resource, context } = parseInput(EvaluationInput, input);
  return {
    subject: { type: subject.type, id: subject.id },
    action: action.name,
    resource: { type: resource.type, id: resource.id },
    purpose: context?.purpose ?? "",
    fields: resource.properties?.fields ?? null,
    filterFields: resource.properties?.filterFields ?? [],
    orderFields: resource.properties?.orderFields ?? [],
  };
}
