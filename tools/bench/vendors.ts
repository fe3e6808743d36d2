import { addTestPerson } from "@/lib/agents/agents-fixture";
import { commit } from "@/lib/audit/commit";
import { reader } from "@/lib/db/reader";
import { newSystemContext } from "@/lib/identity/new-context";
import { testPerson } from "@/lib/identity/test-contexts";
import { addClearedVendor } from "@/lib/vendors/vendors-fixture";
import { listVendors } from "@/lib/vendors/list-vendors";
import type { BenchTable } from "./classification";

type Transaction = Parameters<Parameters<typeof commit>[1]>[0];

const VENDORS = 2_000;
const ASSESSMENTS_EACH = 10;
const ROUNDS = 120;
const AIM_MS = 100;

/** Vendors with certificates, contracts, chains and histories, as years of use would leave them. */
async function fill(tx: Transaction, ownerId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO vendor (id, name, owner_id, contract_until, services, criticality)
    SELECT gen_random_uuid(), 'Vendor ' || lpad(i::text, 5, '0'), ${ownerId}::uuid, current_date + (i % 400) - 40, ARRAY['Service ' || i % 50],
      (ARRAY['low', 'medium', 'high'])[1 + i % 3]::criticality FROM generate_series(1, ${VENDORS}) i`;
  await tx.$executeRaw`
    INSERT INTO certification (id, vendor_id, name, scope, valid_from, valid_until, on_lapse)
    SELECT gen_random_uuid(), v.id, 'SOC 2', '', current_date - 300, current_date + (row_number() OVER (ORDER BY v.name) % 300)::int - 20,
      (ARRAY['nothing', 'narrow', 'close'])[1 + row_number() OVER (ORDER BY v.name) % 3]::lapse_effect FROM vendor v WHERE v.name LIKE 'Vendor %'`;
  await tx.$executeRaw`
    INSERT INTO vendor_subprocessor (vendor_id, subprocessor_id, service, reach, categories)
    SELECT a.id, b.id, 'Hosting', CASE WHEN a.place % 2 = 0 THEN 'all_data' ELSE 'some_categories' END::subprocessor_reach,
      CASE WHEN a.place % 2 = 0 THEN '{}' ELSE '{email,phone}' END::category[]
    FROM (SELECT id, row_number() OVER (ORDER BY name) AS place FROM vendor WHERE name LIKE 'Vendor %') a
    JOIN (SELECT id, row_number() OVER (ORDER BY name) AS place FROM vendor WHERE name LIKE 'Vendor %') b ON b.place = a.place + 7
    WHERE a.place % 3 = 0`;
  await tx.$executeRaw`
    INSERT INTO assessment (id, vendor_id, number, version_id, state, outcome, started_by_id, started_at, decided_by_id, decided_at, valid_until,
      musts, score_total, open_musts)
    SELECT gen_random_uuid(), v.id, n, (SELECT id FROM checklist_version LIMIT 1),
      CASE WHEN n = ${ASSESSMENTS_EACH} THEN 'decided' ELSE 'superseded' END::assessment_state, 'approved', ${ownerId}::uuid,
      now() - (${ASSESSMENTS_EACH} - n) * interval '300 days', ${ownerId}::uuid, now() - (${ASSESSMENTS_EACH} - n) * interval '300 days',
      now() + ((row_number() OVER (ORDER BY v.name, n)) % 500) * interval '1 day',
      (SELECT jsonb_agg(jsonb_build_object('key', 'must_' || m, 'isMet', true, 'validUntil', NULL)) FROM generate_series(1, 10) m), 80, n % 2
    FROM vendor v CROSS JOIN generate_series(1, ${ASSESSMENTS_EACH}) n WHERE v.name LIKE 'Vendor %'`;
}

/** The nearest that a query alone comes to the page: names and stored columns, without how a vendor stands. */
function plainPage(after: string): Promise<unknown> {
  return reader().$queryRaw`
    SELECT v.id, v.name, v.criticality::text, p.name AS owner, a.score_total, a.open_musts, a.valid_until,
      (SELECT count(*)::int FROM agent g WHERE g.vendor_id = v.id) AS agents
    FROM vendor v JOIN person p ON p.id = v.owner_id LEFT JOIN assessment a ON a.vendor_id = v.id AND a.state = 'decided'
    WHERE v.name > ${after} ORDER BY v.name, v.id LIMIT 51`;
}

type Measured = { p50: number; p95: number };

/** A change of policy that is about no vendor: every process sees that the policy is another. */
function tick(): Promise<void> {
  return commit(newSystemContext("cli"), async (tx) => {
    await tx.purpose.updateMany({
      where: { code: "billing" },
      data: { sentence: "Explaining or checking invoices and payments" },
    });
    return { result: undefined, events: [{ action: "vendors.exported", count: 0 }] };
  });
}

/** A change of some vendor's contract. */
function changeOne(round: number): Promise<void> {
  return commit(newSystemContext("cli"), async (tx) => {
    const name = `Vendor ${String(1 + ((round * 211) % (VENDORS - 1))).padStart(5, "0")}`;
    const { count } = await tx.vendor.updateMany({ where: { name }, data: { notes: `Round ${round}` } });
    if (count !== 1) throw new Error("the bench changed no vendor");
    return { result: undefined, events: [{ action: "vendors.exported", count: 1 }] };
  });
}

type Case = { name: string; run: (round: number) => Promise<unknown>; before?: (round: number) => Promise<void> };

/** Turn by turn; what comes before a run is not measured. */
async function measure(cases: readonly Case[]): Promise<Measured[]> {
  const times = cases.map((): number[] => []);
  for (let round = -10; round < ROUNDS; round += 1) {
    for (const [index, { run, before }] of cases.entries()) {
      await before?.(Math.abs(round));
      const from = performance.now();
      await run(Math.abs(round));
      if (round >= 0) times[index]?.push(performance.now() - from);
    }
  }
  return times.map((all) => {
    const sorted = all.toSorted((a, b) => a - b);
    const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
    return { p50: at(0.5), p95: at(0.95) };
  });
}

/** A page of the vendor table, decided by the clock as the gate decides, beside a plain query of the stored columns. */
export async function benchVendors(): Promise<BenchTable> {
  await addClearedVendor();
  const ownerId = await addTestPerson();
  await commit(newSystemContext("cli"), async (tx) => {
    await fill(tx, ownerId);
    return { result: undefined, events: [{ action: "vendors.exported", count: VENDORS }] };
  });
  const counts = await Promise.all([reader().vendor.count(), reader().assessment.count()]);
  if (counts[0] < VENDORS || counts[1] < VENDORS * ASSESSMENTS_EACH)
    throw new Error("the bench's vendors are not there");
  const ctx = () => testPerson(["steward"], ownerId);
  const placeOf = (round: number): string => `Vendor ${String((round * 137) % (VENDORS - 100)).padStart(5, "0")}`;
  const nowhere = "00000000-0000-0000-0000-000000000000";
  const grace = () => listVendors(ctx(), { status: "grace" });
  const cases: Case[] = [
    { name: "plain query of a page", run: (round) => plainPage(placeOf(round)) },
    {
      name: "listVendors: a page",
      run: (round) => listVendors(ctx(), { after: `${nowhere}:${placeOf(round)}` }),
    },
    {
      name: "listVendors: status ending",
      run: (round) => listVendors(ctx(), { status: "ending", after: `${nowhere}:${placeOf(round)}` }),
    },
    { name: "listVendors: a rare status (grace)", run: grace },
    {
      name: "listVendors: text, criticality, open musts",
      run: (round) => listVendors(ctx(), { text: `service ${round % 50}`, criticality: "high", hasOpenMusts: true }),
    },
    { name: "listVendors: grace, just after a policy changed", run: grace, before: tick },
    { name: "listVendors: grace, just after a vendor changed", run: grace, before: changeOne },
  ];
  const firstFrom = performance.now();
  await grace();
  const firstMs = performance.now() - firstFrom;
  const measured = await measure(cases);
  const base = measured[0]?.p95 ?? 1;
  const worst = Math.max(...measured.map(({ p95 }) => p95));
  return {
    title: "Vendor table: 2,000 vendors, 20,000 assessments",
    columns: ["what", "p50", "p95", "ratio"],
    rows: cases.map(({ name }, index) => {
      const { p50, p95 } = measured[index] ?? { p50: 0, p95: 0 };
      return [name, `${p50.toFixed(1)} ms`, `${p95.toFixed(1)} ms`, `${(p95 / base).toFixed(1)}×`];
    }),
    notes: [
      `${ROUNDS} rounds that take turns, one call at a time. A rare status looks through all names. The first list of a process reads everything: ${firstMs.toFixed(0)} ms.`,
      `Aim: p95 under ${AIM_MS} ms. ${worst < AIM_MS ? "Reached." : "NOT reached."}`,
    ],
  };
}
