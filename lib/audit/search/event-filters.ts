import { z } from "zod";
import type { AuditAction } from "@/lib/audit/event";
import { ACTION_TITLES } from "@/lib/audit/stored-event";
import { CATEGORIES } from "@/lib/kernel/vocabulary";

export const VALUES_MAX = 50;

export const isAction = (text: string): text is AuditAction => Object.hasOwn(ACTION_TITLES, text);

/** One value or several, any of which an event may have. */
function anyOf<Value extends z.ZodType>(value: Value) {
  return z
    .union([value.transform((one) => [one]), z.array(value).min(1).max(VALUES_MAX, `has at most ${VALUES_MAX} values`)])
    .optional();
}

const id = (message: string) => anyOf(z.uuid(message));
const word = (max: number) => anyOf(z.string().min(1).max(max, `has at most ${max} letters`));

/** What events can be narrowed to; all that are given must hold. */
export const EventFilters = z.strictObject({
  from: z.coerce.date("must be a time").optional(),
  to: z.coerce.date("must be a time").optional(),
  agentId: id("names no agent"),
  personId: id("names no person"),
  actorKind: anyOf(
    z.enum(
      ["person", "agent", "tenant", "dispatcher", "system", "anonymous"],
      "must be person, agent, tenant, dispatcher, system or anonymous",
    ),
  ),
  action: anyOf(z.string().refine(isAction, "is not an action")),
  decision: anyOf(z.enum(["allow", "deny", "hold"], "must be allow, deny or hold")),
  reason: word(60),
  purpose: word(100),
  datasetId: id("names no dataset"),
  sourceId: id("names no source"),
  vendorId: id("names no vendor"),
  keyId: id("names no key"),
  field: word(200),
  category: anyOf(z.enum(CATEGORIES, "is not a category")),
  /** Pseudonyms of customers, as the log has them. */
  subject: anyOf(z.string().regex(/^sub_[0-9a-f]{32}$/, "must be a customer's pseudonym")),
  /** What an agent calls a case, or the id of a case that a dispatcher opened. */
  case: word(200),
  requestId: z.uuid("names no request").optional(),
  /** Any id in an event: a whole one, or the first eight letters or more of the event's own. */
  text: z
    .string()
    .trim()
    .toLowerCase()
    .regex(
      /^([0-9a-f]{8}[0-9a-f-]{0,28}|sub_[0-9a-f]{32})$/,
      "must be an id, or the first eight letters or more of an event's",
    )
    .optional(),
  /** Leaves out the log's own readers: searches, opened events, exports. */
  isWithoutAuditReads: z.boolean().optional(),
});
export type EventFilters = z.output<typeof EventFilters>;
export type EventFiltersInput = z.input<typeof EventFilters>;

/** The names of the filters that are set: all that an event says about a search. */
export function toFilterNames(filters: EventFilters): string[] {
  return Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name)
    .sort();
}
