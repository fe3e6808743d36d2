import { z } from "zod";
import type { Entity, TenantAction } from "@/lib/kernel/tenant-policy";

const word = z.string("must be a text").min(1, "is required").max(256, "must be at most 256 characters");
const Properties = z.record(word, z.json(), "must be a JSON object");

const EntityInput = z.strictObject({ type: word, id: word, properties: Properties.default({}) });
const PatternInput = z.strictObject({ type: word.optional(), id: word.optional(), properties: Properties.optional() });

/** A tenant's subjects, resources and rules. Rules only permit. */
export const TenantPolicyInput = z.strictObject({
  subjects: z.array(EntityInput).max(1_000, "must hold at most 1000 subjects"),
  resources: z.array(EntityInput).max(1_000, "must hold at most 1000 resources"),
  rules: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, "must be up to 60 lower-case letters, digits and underscores"),
        subject: PatternInput,
        action: z.strictObject({ name: word, properties: Properties.optional() }),
        resource: PatternInput,
      }),
    )
    .max(200, "must hold at most 200 rules"),
});
export type TenantPolicyInput = z.input<typeof TenantPolicyInput>;

const sent = z.string("must be a string").max(512, "must be at most 512 characters");
const SentProperties = z.record(z.string(), z.json(), "must be a JSON object").default({});
const withType = z.object({ type: sent, properties: SentProperties }, "must be an object with a type");
const withId = z.object({ type: sent, id: sent, properties: SentProperties }, "must be an object with type and id");
const withName = z.object({ name: sent, properties: SentProperties }, "must be an object with a name");

/** AuthZEN 1.0 §6.1. Members that are not known are ignored, as it asks. */
export const TenantQuestionInput = z.object(
  { subject: withId, action: withName, resource: withId },
  "must be a JSON object",
) satisfies z.ZodType<{ subject: Entity; action: TenantAction; resource: Entity }>;

/** AuthZEN 1.0 §8: an id or a name of what is searched for is ignored. */
export const TenantSearchInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("subject"), subject: withType, action: withName, resource: withId }),
  z.object({ kind: z.literal("resource"), subject: withId, action: withName, resource: withType }),
  z.object({ kind: z.literal("action"), subject: withId, resource: withId }),
]);
