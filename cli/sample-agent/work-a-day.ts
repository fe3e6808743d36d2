import { AgentError } from "./agent-error";
import type { Gate } from "./connect-to-gate";
import type { FieldGrant, Grant, Me } from "./gate-answers";
import { type Print, printAnswer, printGrants } from "./print";

/** Where this agent looks for customers first. */
const FAVOURITES = ["customers", "support_tickets", "invoices"];
/** Names of the demo company's datasets, to try one that is not granted. */
const DATASETS = ["sales_notes", "internal_documents", "payments", "employees", "invoices", "customers"];
const NAMING = /(number|name|email|sku|reference|title|subject)$/;

function toGrants({ datasets }: Me): Grant[] {
  const rank = ({ dataset }: Grant): number =>
    (FAVOURITES.indexOf(dataset) + FAVOURITES.length + 1) % (FAVOURITES.length + 1);
  return datasets
    .flatMap(({ dataset, purposes }) => purposes.map((purpose) => ({ dataset, ...purpose })))
    .filter(({ isCaseRequired }) => !isCaseRequired)
    .sort((a, b) => rank(a) - rank(b));
}

const isShown = ({ treatment }: FieldGrant): boolean => treatment !== "withheld";
const isTreated = (field: FieldGrant): boolean => isShown(field) && field.treatment !== "clear";

/** Looks something up as a person would: by a name or number it has seen before. Returns the row. */
async function lookUp(gate: Gate, grant: Grant, print: Print): Promise<Record<string, unknown> | null> {
  const { dataset, purpose, fields } = grant;
  const clear = fields.filter(({ operators }) => operators.includes("eq"));
  const by = clear.find(({ field }) => NAMING.test(field)) ?? clear[0];
  const first = await gate.read({ dataset, purpose, limit: 1 });
  const value = by === undefined ? undefined : first.page?.rows[0]?.[by.field];
  if (by === undefined || typeof value !== "string") {
    print(`Reading one row of ${dataset} for ${purpose}:`);
    printAnswer(first, print);
    return first.page?.rows[0] ?? null;
  }
  print(`Looking up ${dataset} by ${by.field} = ${value}, for ${purpose}:`);
  const found = await gate.read({ dataset, purpose, where: [{ field: by.field, op: "eq", value }], limit: 1 });
  printAnswer(found, print);
  return found.page?.rows[0] ?? null;
}

/** The customer's invoices where both sides name the customer in clear; else the latest ones. */
async function readInvoices(
  gate: Gate,
  grants: readonly Grant[],
  customer: Record<string, unknown> | null,
  print: Print,
): Promise<void> {
  const grant = grants.find(({ dataset }) => dataset === "invoices");
  if (grant === undefined) return print("Invoices are not granted to this agent, so it reads none.");
  const { dataset, purpose, fields } = grant;
  const canFilter = fields.some(({ field, operators }) => field === "customer_id" && operators.includes("eq"));
  const id = customer?.["id"];
  const isTheirs = canFilter && typeof id === "string" && !id.startsWith("tok_");
  const byDate = fields.find(({ field, treatment }) => field === "issued_on" && treatment === "clear");
  print(
    isTheirs ? `Reading that customer's invoices, for ${purpose}:` : `Reading the latest invoices, for ${purpose}:`,
  );
  const where = isTheirs ? [{ field: "customer_id", op: "eq", value: id }] : [];
  const orderBy = byDate === undefined ? [] : [{ field: "issued_on", direction: "desc" }];
  printAnswer(
    await gate.read({ dataset, purpose, where, orderBy, limit: Math.min(3, grant.rowsPerRequestMax) }),
    print,
  );
}

async function tryRefused(gate: Gate, what: string, query: Record<string, unknown>, print: Print): Promise<void> {
  print(what);
  const answer = await gate.read(query);
  printAnswer(answer, print);
  const decisionId = answer.refusal?.decisionId;
  if (decisionId !== undefined) print(`    explain_refusal: ${await gate.explain(decisionId)}`);
}

/** Three things that it may not do. */
async function tryWhatIsNotGranted(gate: Gate, grants: readonly Grant[], print: Print): Promise<void> {
  const withWithheld = grants.find(({ fields }) => !fields.every(isShown));
  const withheld = withWithheld?.fields.find((field) => !isShown(field));
  if (withWithheld === undefined || withheld === undefined)
    print("1. Nothing is withheld in what is granted, so there is no such field to try.");
  else {
    const { dataset, purpose } = withWithheld;
    await tryRefused(
      gate,
      `1. A withheld field: ${dataset}.${withheld.field}`,
      { dataset, purpose, fields: [withheld.field], limit: 1 },
      print,
    );
  }
  const withTreated = grants.find(({ fields }) => fields.some(isTreated));
  const treated = withTreated?.fields.find(isTreated);
  if (withTreated === undefined || treated === undefined)
    print("2. Nothing is masked in what is granted, so there is no masked field to filter on.");
  else {
    const { dataset, purpose } = withTreated;
    const where = [{ field: treated.field, op: "eq", value: "guess" }];
    await tryRefused(
      gate,
      `2. A filter on a field that is not in clear: ${dataset}.${treated.field} = "guess"`,
      { dataset, purpose, where, limit: 1 },
      print,
    );
  }
  const other = DATASETS.find((dataset) => !grants.some((grant) => grant.dataset === dataset)) ?? "board_minutes";
  const purpose = grants[0]?.purpose ?? "customer_support";
  await tryRefused(gate, `3. A dataset that is not granted: ${other}`, { dataset: other, purpose, limit: 1 }, print);
}

/** A small day's work, whatever is granted. */
export async function workADay(gate: Gate, print: Print): Promise<void> {
  const me = await gate.whatMayISee();
  print(`I am ${me.agent.name} (${me.agent.state}). My tools: ${gate.tools.join(", ")}.`);
  if (me.obstacle !== null)
    throw new AgentError(`I may read nothing at the moment: ${me.obstacle.sentence} ${me.obstacle.fix}`);
  const grants = toGrants(me);
  print();
  print("== What may I see?");
  printGrants(me, print);
  const [favourite] = grants;
  if (favourite !== undefined) {
    print();
    print("== A small day's work");
    const customer = await lookUp(gate, favourite, print);
    await readInvoices(gate, grants, customer, print);
  }
  print();
  print("== Three things I may not do");
  await tryWhatIsNotGranted(gate, grants, print);
  print();
  print("Every line above is in the audit log: open Audit in the console and filter by this agent.");
}
