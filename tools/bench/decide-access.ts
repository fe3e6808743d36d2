import { AbilityBuilder, createMongoAbility, type MongoAbility, subject } from "@casl/ability";
import type { AccessRequest, AgentSnapshot, ScopePolicy, VendorPolicy } from "@/lib/kernel/access";
import { compileDataset } from "@/lib/kernel/compile-dataset";
import { compileVendorConditions } from "@/lib/kernel/compile-vendor-conditions";
import { decideAccess } from "@/lib/kernel/decide-access";
import { NO_LIMITS } from "@/lib/kernel/vendor-conditions";
import { type FieldTreatment, TREATMENTS } from "@/lib/kernel/vocabulary";
import type { BenchTable } from "./classification";

const AGENTS = 100;
const SCOPES = 10;
const TABLES = 50;
const FIELDS = 12;
const ASKED = 5;
const NONE_USED: ReadonlyMap<string, number> = new Map();
const QUESTIONS = 4_096;
const PURPOSES = ["support", "billing", "sales", "service"];
const NOW = 1_000_000;
const ROUNDS = 7;
const ROUND_SECONDS = 0.3;

/** A small generator with a fixed seed (mulberry32): the same policies and questions in every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Grant = { table: string; scope: ScopePolicy };
type Question = { agent: number; request: AccessRequest; asked: readonly string[] };

/** As policies and requests come to the gate: texts as a parser of JSON makes them. */
function throughJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

const NAMES = throughJson(
  Array.from({ length: Math.max(TABLES, FIELDS) }, (_, index) => [`table_${index}`, `field_${index}`]),
);
const tableName = (index: number): string => NAMES[index]?.[0] ?? "";
const fieldName = (index: number): string => NAMES[index]?.[1] ?? "";
const columns = new Map(
  Array.from({ length: FIELDS }, (_, index) => [
    fieldName(index),
    { isUsable: true, tokenDomain: "none", category: "none" as const },
  ]),
);

/** Cleared with an end ahead, as an approved vendor is. */
const VENDOR: VendorPolicy = {
  vendorId: "vendor",
  phases: [
    { until: NOW + 1_000, obstacle: null, view: 0 },
    { until: Number.POSITIVE_INFINITY, obstacle: "vendor_expired" as const, view: -1 },
  ].map((phase) => ({
    ...phase,
    it: null,
    isInGrace: false,
    assessment: { vendorId: "vendor", assessmentId: "one", number: 1 },
  })),
  views: [compileVendorConditions(NO_LIMITS, null)],
};

function makeGrants(random: (below: number) => number, agent: number): Grant[] {
  const start = random(TABLES);
  return Array.from({ length: SCOPES }, (_, index) => {
    const fields = Array.from({ length: FIELDS }, (__, field) => field).filter(() => random(10) < 7);
    return {
      table: tableName((start + index * 3) % TABLES),
      scope: {
        scopeId: `scope-${agent}-${index}`,
        version: 1,
        purposes: new Set(PURPOSES.filter(() => random(2) === 0).concat(PURPOSES[random(PURPOSES.length)] ?? [])),
        fields: new Map(fields.map((field) => [fieldName(field), TREATMENTS[random(TREATMENTS.length)] ?? "clear"])),
        rowBound: [],
        requiresCase: false,
        rowsPerDayMax: null,
        subjectsPerDayMax: null,
        rowsPerRequestMax: 100,
        expiresAt: random(20) === 0 ? NOW : NOW + 1_000,
      },
    };
  });
}

function toSnapshot(grants: readonly Grant[], agent: number): AgentSnapshot {
  return {
    agentId: `agent-${agent}`,
    policyVersion: "1",
    state: "active",
    freezes: { agent: null, sources: new Set() },
    vendor: VENDOR,
    isSponsorPresent: true,
    keys: new Map([["key", { expiresAt: NOW + 1_000, isRevoked: false }]]),
    purposes: new Set(PURPOSES),
    datasets: new Map(
      grants.map(({ table, scope }) => [
        table,
        compileDataset(
          {
            datasetId: table,
            sourceId: "source",
            subjectKey: null,
            cap: { id: `agent-${agent}`, rowsMax: null, subjectsMax: null },
            columns,
            scopes: [scope],
          },
          VENDOR.views,
        ),
      ]),
    ),
  };
}

/** The same grants as CASL rules: for each treatment, the fields that may be read so, for a purpose and until a time. */
function toAbility(grants: readonly Grant[]): MongoAbility {
  const { can, build } = new AbilityBuilder<MongoAbility>(createMongoAbility);
  for (const { table, scope } of grants) {
    for (const treatment of TREATMENTS) {
      const fields = [...scope.fields].flatMap(([field, own]) => (own === treatment ? [field] : []));
      const conditions = { purpose: { $in: [...scope.purposes] }, now: { $lt: scope.expiresAt } };
      if (fields.length > 0) can(treatment, table, fields, conditions);
    }
  }
  return build();
}

function makeQuestions(random: (below: number) => number, all: readonly (readonly Grant[])[]): Question[] {
  const questions = Array.from({ length: QUESTIONS }, () => {
    const agent = random(AGENTS);
    const granted = all[agent]?.[random(SCOPES)]?.table;
    const dataset = random(5) === 0 || granted === undefined ? tableName(random(TABLES)) : granted;
    const first = random(FIELDS);
    const asked = Array.from({ length: ASKED }, (_, index) => fieldName((first + index * 5) % FIELDS));
    const purpose = PURPOSES[random(PURPOSES.length)] ?? "";
    return {
      agent,
      asked,
      request: {
        keyId: "key",
        dataset,
        purpose,
        fields: asked,
        filterFields: [],
        orderFields: [],
        limit: null,
        case: null,
        rowsUsed: NONE_USED,
      },
    };
  });
  const read = throughJson(questions);
  // A map is nothing that JSON carries.
  for (const { request } of read) Object.assign(request, { rowsUsed: NONE_USED });
  return read;
}

type Run = (index: number) => unknown;

/** Decisions in a second of this process's own time: what else runs on the machine counts little. */
function measureRate(run: Run, seconds: number): number {
  let done = 0;
  const before = process.cpuUsage();
  const spent = (): number => process.cpuUsage(before).user / 1e6;
  while (spent() < seconds) {
    for (let index = 0; index < QUESTIONS; index += 1) run(index);
    done += QUESTIONS;
  }
  return done / spent();
}

function measureTimes(run: Run): { p50: number; p99: number } {
  const times: number[] = [];
  for (let index = 0; index < QUESTIONS * 8; index += 1) {
    const from = process.hrtime.bigint();
    run(index % QUESTIONS);
    times.push(Number(process.hrtime.bigint() - from));
  }
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(times.length * 0.5)] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

type Measured = { perSecond: number; p50: number; p99: number };

/** The median of rounds that take turns, so that a busy moment of the machine does not fall on one alone. */
function measureInTurns(runs: readonly Run[]): Measured[] {
  for (const run of runs) measureRate(run, 0.2);
  const rates = runs.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, run] of runs.entries()) rates[index]?.push(measureRate(run, ROUND_SECONDS));
  }
  return runs.map((run, index) => {
    const sorted = rates[index]?.toSorted((a, b) => a - b) ?? [];
    return { perSecond: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0), ...measureTimes(run) };
  });
}

/** `decideAccess` beside @casl/ability on the same questions. Throws when one answer differs. */
export function benchDecideAccess(): BenchTable {
  const random = createRandom(7);
  const all = Array.from({ length: AGENTS }, (_, agent) => makeGrants(random, agent));
  const snapshots = all.map(toSnapshot);
  const abilities = all.map(toAbility);
  const questions = makeQuestions(random, all);

  const decide = (index: number) => {
    const question = questions[index];
    const snapshot = snapshots[question?.agent ?? -1];
    if (question === undefined || snapshot === undefined) throw new Error("no such question");
    return decideAccess(question.request, snapshot, NOW);
  };
  const ask = (index: number): FieldTreatment[] => {
    const question = questions[index];
    const ability = abilities[question?.agent ?? -1];
    if (question === undefined || ability === undefined) throw new Error("no such question");
    const { dataset, purpose } = question.request;
    const about = subject(dataset, { purpose, now: NOW });
    return question.asked.map(
      (field) => TREATMENTS.find((treatment) => ability.can(treatment, about, field)) ?? "withheld",
    );
  };
  let allowed = 0;
  for (const [index, { asked }] of questions.entries()) {
    const decision = decide(index);
    const ours = asked.map(
      (field) =>
        (decision.effect === "allow" ? decision.fields.find((one) => one.field === field)?.treatment : undefined) ??
        "withheld",
    );
    if (JSON.stringify(ours) !== JSON.stringify(ask(index)))
      throw new Error(`question ${index} is answered differently`);
    if (decision.effect === "allow") allowed += 1;
  }
  const [ours, casl] = measureInTurns([decide, ask]);
  if (ours === undefined || casl === undefined) throw new Error("nothing was measured");
  const ratio = ours.perSecond / casl.perSecond;
  const toRow = (name: string, { perSecond, p50, p99 }: Measured, times: string) => [
    name,
    perSecond,
    `${p50} ns`,
    `${p99} ns`,
    times,
  ];
  return {
    title: "decideAccess: decisions on a compiled snapshot",
    columns: ["by", "decisions/s", "p50", "p99", "ratio"],
    rows: [toRow("decideAccess", ours, `${ratio.toFixed(1)}×`), toRow("@casl/ability", casl, "1×")],
    notes: [
      `${AGENTS} agents × ${SCOPES} scopes, ${TABLES} tables × ${FIELDS} fields, ${ASKED} fields a question; ${QUESTIONS} questions, ${allowed} allowed, every answer the same.`,
      `Aim: at least 10×. ${ratio >= 10 ? "Reached." : "NOT reached."} Single times include about 50 ns for reading the clock.`,
    ],
  };
}
