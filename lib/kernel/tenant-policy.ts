import { canonicalJson, type Json } from "./canonical-json";
import type { ReasonCode } from "./reasons";

export type Properties = { readonly [name: string]: Json };

/** A subject or a resource of a tenant, as AuthZEN names it. */
export type Entity = { readonly type: string; readonly id: string; readonly properties: Properties };
export type TenantAction = { readonly name: string; readonly properties: Properties };

/** What a rule asks of an entity: what it leaves out may be anything. */
export type EntityPattern = {
  readonly type?: string | undefined;
  readonly id?: string | undefined;
  readonly properties?: Properties | undefined;
};

export type TenantRule = {
  readonly name: string;
  readonly subject: EntityPattern;
  readonly action: { readonly name: string; readonly properties?: Properties | undefined };
  readonly resource: EntityPattern;
};

/** Rules only permit: what none of them permits is denied. */
export type TenantPolicy = {
  readonly subjects: readonly Entity[];
  readonly resources: readonly Entity[];
  readonly rules: readonly TenantRule[];
};

export type TenantQuestion = { readonly subject: Entity; readonly action: TenantAction; readonly resource: Entity };
export type TenantDecision = { effect: "allow" | "deny"; reason: ReasonCode; rule: string | null };

function hasAll(has: Properties, wanted: Properties = {}): boolean {
  return Object.entries(wanted).every(
    ([name, value]) => Object.hasOwn(has, name) && canonicalJson(has[name] ?? null) === canonicalJson(value),
  );
}

function fits(entity: Entity, { type, id, properties }: EntityPattern): boolean {
  return (
    (type === undefined || type === entity.type) &&
    (id === undefined || id === entity.id) &&
    hasAll(entity.properties, properties)
  );
}

function findEntity(list: readonly Entity[], { type, id }: Entity): Entity | undefined {
  return list.find((one) => one.type === type && one.id === id);
}

/** What the tenant knows of an entity, under what the caller sent where that is trusted. */
function merge(known: Entity, sent: Properties, isTrusted: boolean): Entity {
  return isTrusted ? { ...known, properties: { ...known.properties, ...sent } } : known;
}

const deny = (reason: ReasonCode): TenantDecision => ({ effect: "deny", reason, rule: null });

/** Decides by a tenant's rules. What the caller sent as properties counts only where the tenant trusts it. */
export function decideTenant(policy: TenantPolicy, asked: TenantQuestion, isTrusted: boolean): TenantDecision {
  const subject = findEntity(policy.subjects, asked.subject);
  if (subject === undefined) return deny("tenant_subject_unknown");
  const resource = findEntity(policy.resources, asked.resource);
  if (resource === undefined) return deny("tenant_resource_unknown");
  const who = merge(subject, asked.subject.properties, isTrusted);
  const what = merge(resource, asked.resource.properties, isTrusted);
  const how = isTrusted ? asked.action.properties : {};
  const rule = policy.rules.find(
    (one) =>
      one.action.name === asked.action.name &&
      hasAll(how, one.action.properties) &&
      fits(who, one.subject) &&
      fits(what, one.resource),
  );
  return rule === undefined ? deny("tenant_no_rule") : { effect: "allow", reason: "tenant_rule", rule: rule.name };
}

/** What is searched for, with the rest of the question. Of what is searched for only the type counts, and its properties. */
export type TenantSearch =
  | { kind: "subject"; subject: Omit<Entity, "id">; action: TenantAction; resource: Entity }
  | { kind: "resource"; subject: Entity; action: TenantAction; resource: Omit<Entity, "id"> }
  | { kind: "action"; subject: Entity; resource: Entity };

export type Found = { type: string; id: string } | { name: string };

/** Whatever `decideTenant` would allow, in the order of the policy. AuthZEN 1.0 §8. */
export function searchTenant(policy: TenantPolicy, search: TenantSearch, isTrusted: boolean): Found[] {
  const isAllowed = (question: TenantQuestion) => decideTenant(policy, question, isTrusted).effect === "allow";
  if (search.kind === "subject") {
    return policy.subjects
      .filter(({ type }) => type === search.subject.type)
      .filter(({ id }) => isAllowed({ ...search, subject: { ...search.subject, id } }))
      .map(({ type, id }) => ({ type, id }));
  }
  if (search.kind === "resource") {
    return policy.resources
      .filter(({ type }) => type === search.resource.type)
      .filter(({ id }) => isAllowed({ ...search, resource: { ...search.resource, id } }))
      .map(({ type, id }) => ({ type, id }));
  }
  return [...new Set(policy.rules.map(({ action }) => action.name))]
    .filter((name) => isAllowed({ ...search, action: { name, properties: {} } }))
    .map((name) => ({ name }));
}
