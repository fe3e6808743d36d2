import type { ScopePolicy } from "@/lib/kernel/access";
import { FIELDS } from "@/lib/kernel/policy-fixture";
import { refersToCase } from "@/lib/kernel/row-condition";
import { SENSITIVITIES, SENSITIVITY_OF } from "@/lib/kernel/vendor-vocabulary";
import { TREATMENTS } from "@/lib/kernel/vocabulary";
import type { World } from "./make-world";

/** Regions that hold an agent in Germany, as the random conditions name them. */
const AROUND_GERMANY = ["EU", "DE"];
const set = (names: readonly string[]): string => `[${names.map((name) => JSON.stringify(name)).join(", ")}]`;
const any = (clauses: readonly string[]): string =>
  clauses.length === 0 ? "false" : clauses.map((one) => `(${one})`).join(" || ");
const forbid = (when: string, action = ""): string => `forbid(principal, action${action}, resource) when { ${when} };`;
const SHOW = ' == Action::"show"';
const IS_CLAIM = 'context.case.kind == "claim"';

function writeAgent({ keys, state, freezes, isSponsorPresent, cap }: World): string[] {
  const good = [...keys].map(
    ([id, key]) => `context.key == "${id}" && ${!key.isRevoked} && context.now < ${key.expiresAt}`,
  );
  return [
    forbid(`!(${any(good)})`),
    ...(state === "active" ? [] : [forbid("true")]),
    ...(freezes.agent === null && !freezes.sources.has("s") ? [] : [forbid("true")]),
    ...(isSponsorPresent ? [] : [forbid("true")]),
    ...(cap.rowsMax === null ? [] : [forbid(`context.used["a"] >= ${cap.rowsMax}`)]),
  ];
}

function writeVendor({ phases, columns }: World): string[] {
  return phases.flatMap(({ until, conditions }, index) => {
    const from = phases[index - 1]?.until;
    const inPhase = [
      ...(from === undefined ? [] : [`context.now >= ${from}`]),
      ...(Number.isFinite(until) ? [`context.now < ${until}`] : []),
      "true",
    ].join(" && ");
    if (conditions === null) return [forbid(inPhase)];
    const { regions, purposes, categories, highestSensitivity } = conditions;
    const isHere = regions === null || regions.some((region) => AROUND_GERMANY.includes(region));
    const closed = [...columns].flatMap(([name, { category }]) => {
      const isNamed = categories === null || categories.includes(category);
      const rank = SENSITIVITIES.indexOf(SENSITIVITY_OF[category]);
      const isLow = highestSensitivity === null || rank <= SENSITIVITIES.indexOf(highestSensitivity);
      return isNamed && isLow ? [] : [name];
    });
    return [
      ...(isHere ? [] : [forbid(inPhase)]),
      ...(purposes === null ? [] : [forbid(`${inPhase} && !(${set(purposes)}.contains(context.purpose))`)]),
      forbid(`${inPhase} && ${set(closed)}.containsAny(context.steer)`),
      forbid(`${inPhase} && ${set(closed)}.contains(context.field)`, SHOW),
    ];
  });
}

const applies = ({ purposes, expiresAt }: ScopePolicy): string =>
  `context.dataset == "customers" && ${set([...purposes])}.contains(context.purpose) && context.now < ${expiresAt}`;

function writeCase(scope: ScopePolicy, { columns, scopes }: World): string[] {
  const refs = scope.rowBound.filter(refersToCase).map(({ field }) => field);
  const domainOf = (field: string): string => {
    const column = columns.get(field);
    return column?.isUsable ? column.tokenDomain : "none at all";
  };
  const others = scopes.filter(({ rowBound }) => rowBound.some(refersToCase)).map(applies);
  const isLinked = any([`context.case.domain == "${domainOf("id")}"`, ...others]);
  const wants = scope.requiresCase || refs.length > 0;
  return [
    ...(wants ? [forbid(`${applies(scope)} && !(${IS_CLAIM})`)] : []),
    ...(scope.requiresCase ? [forbid(`${applies(scope)} && ${IS_CLAIM} && !(${isLinked})`)] : []),
    ...refs.map((field) => forbid(`${applies(scope)} && ${IS_CLAIM} && context.case.domain != "${domainOf(field)}"`)),
  ];
}

function writeScope(scope: ScopePolicy, world: World): string[] {
  const { fields, rowsPerRequestMax, rowsPerDayMax, scopeId } = scope;
  const usable = (name: string): boolean => world.columns.get(name)?.isUsable === true;
  const clear = [...fields].flatMap(([name, treatment]) => (treatment === "clear" && usable(name) ? [name] : []));
  const when = applies(scope);
  const tooOpen = TREATMENTS.map((_, level) => {
    const allowed = [...fields].flatMap(([name, one]) =>
      TREATMENTS.indexOf(one) <= level && usable(name) ? [name] : [],
    );
    return forbid(`${when} && context.level == ${level} && !(${set(allowed)}.contains(context.field))`, SHOW);
  });
  return [
    `permit(principal, action, resource) when { ${when} };`,
    forbid(`${when} && !(${set(clear)}.containsAll(context.steer))`),
    forbid(`${when} && context.limit > ${rowsPerRequestMax}`),
    ...(rowsPerDayMax === null ? [] : [forbid(`${when} && context.used["${scopeId}"] >= ${rowsPerDayMax}`)]),
    ...tooOpen,
    ...writeCase(scope, world),
  ];
}

/** The same world as Cedar policies, written from what people say and not from what Gatehouse compiles of it. */
export function writePolicies(world: World): string {
  return [
    ...writeAgent(world),
    ...writeVendor(world),
    forbid('context.case.kind == "unknown"'),
    forbid(
      `${IS_CLAIM} && (context.case.agent != "a" || context.case.isClosed || context.now >= context.case.expiresAt)`,
    ),
    forbid(`!(${set(FIELDS)}.containsAll(context.asked))`),
    ...world.scopes.flatMap((scope) => writeScope(scope, world)),
  ].join("\n");
}
