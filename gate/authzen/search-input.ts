import { z } from "zod";
import type { AccessSearch } from "@/lib/gateway/search-access";
import type { Found } from "@/lib/kernel/tenant-policy";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseInput } from "@/lib/runtime/parse-input";

export type SearchKind = AccessSearch["kind"];

const text = z.string("must be a string").max(512, "must be at most 512 characters");
const withType = z.looseObject({ type: text }, "must be an object with a type");
const withId = z.looseObject({ type: text, id: text }, "must be an object with type and id");
const withName = z.looseObject({ name: text }, "must be an object with a name");
const context = z.looseObject({ purpose: text.optional() }, "must be a JSON object").optional();
const PageInput = z.looseObject(
  {
    limit: z.int("must be a whole number").min(1, "must be at least 1").max(1_000, "must be at most 1000").optional(),
    token: text.optional(),
  },
  "must be an object with limit or token",
);
const page = PageInput.optional();

/** AuthZEN 1.0 §8. An id of what is searched for is ignored. */
export const SearchInputs = {
  subject: z.looseObject({ subject: withType, action: withName, resource: withId, context, page }, "must be JSON"),
  resource: z.looseObject({ subject: withId, action: withName, resource: withType, context, page }, "must be JSON"),
  action: z.looseObject({ subject: withId, resource: withId, context, page }, "must be JSON"),
} as const;

/** Reads a search by an agent. Throws `invalid_input` naming the part that is wrong. */
export function toSearch(kind: SearchKind, input: unknown): AccessSearch {
  const read = { subject: readSubject, resource: readResource, action: readAction };
  return read[kind](input);
}

function readSubject(input: unknown): AccessSearch {
  const { subject, action, resource, context: around } = parseInput(SearchInputs.subject, input);
  return { kind: "subject", subject, action: action.name, resource, purpose: around?.purpose ?? "" };
}

function readResource(input: unknown): AccessSearch {
  const { subject, action, resource, context: around } = parseInput(SearchInputs.resource, input);
  return { kind: "resource", subject, action: action.name, resource, purpose: around?.purpose ?? "" };
}

function readAction(input: unknown): AccessSearch {
  const { subject, resource, context: around } = parseInput(SearchInputs.action, input);
  return { kind: "action", subject, resource, purpose: around?.purpose ?? "" };
}

const Token = z.tuple([z.int().min(0), z.int().min(1).max(1_000)]);
/** What a page holds when nothing is said. */
const PAGE_SIZE = 1_000;

function readToken(token: string): [from: number, limit: number] {
  try {
    return Token.parse(JSON.parse(Buffer.from(token, "base64url").toString("utf8")));
  } catch {
    throw new DomainError("invalid_input", "page.token: must be the next_token of an answer.", "page.token");
  }
}

/** Which part of the results is wanted. Throws `invalid_input`. */
export function toPlace(input: unknown): { from: number; limit: number } {
  const { page: wanted } = parseInput(z.looseObject({ page }, "must be a JSON object"), input);
  const [from, limit] = wanted?.token === undefined ? [0, PAGE_SIZE] : readToken(wanted.token);
  return { from, limit: wanted?.limit ?? limit };
}

/** One page of results: `next_token` is empty on the last. */
export function toSearchAnswer(found: readonly Found[], { from, limit }: { from: number; limit: number }) {
  const results = found.slice(from, from + limit);
  const end = from + results.length;
  const token = end < found.length ? Buffer.from(JSON.stringify([end, limit])).toString("base64url") : "";
  return { results, page: { next_token: token, count: results.length, total: found.length } };
}
