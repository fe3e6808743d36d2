import type pg from "pg";
import { getRecordPool } from "@/lib/db/pool";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";

type Part = "ok" | "failed";
/** `entries` is in alarm when the log was found shortened or changed, until a person has acknowledged it. */
export type Readiness = { database: Part; log: Part; policy: Part; entries: "ok" | "alarm" | "failed" };

/** An answer stands this long, so that asking often costs the database nothing. */
const FRESH_MS = 1_000;
const WAIT_MS = 3_000;

const QUESTION = `
  SELECT has_table_privilege('audit_event', 'INSERT') AND NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off' AS can_record,
         (SELECT version FROM policy_clock WHERE id = 1) IS NOT NULL AS knows_policy,
         EXISTS (SELECT 1 FROM log_alarm WHERE acknowledged_at IS NULL) AS is_in_alarm`;

type Row = { can_record: boolean; knows_policy: boolean; is_in_alarm: boolean };

async function ask(): Promise<Readiness> {
  try {
    const query: pg.QueryConfig & { query_timeout: number } = { text: QUESTION, query_timeout: WAIT_MS };
    const { rows } = await getRecordPool().query<Row>(query);
    const toPart = (isOk: boolean | undefined): Part => (isOk === true ? "ok" : "failed");
    const [row] = rows;
    return {
      database: "ok",
      log: toPart(row?.can_record),
      policy: toPart(row?.knows_policy),
      entries: row?.is_in_alarm === false ? "ok" : "alarm",
    };
  } catch (error) {
    log("warn", "not_ready", toErrorFacts(error));
    return { database: "failed", log: "failed", policy: "failed", entries: "failed" };
  }
}

let last: { at: number; answer: Promise<Readiness> } | undefined;

/** Whether the database answers, events could be stored, the policy is known and the log is what it was. */
export function checkReadiness(): Promise<Readiness> {
  const now = performance.now();
  if (last === undefined || now - last.at > FRESH_MS) last = { at: now, answer: ask() };
  return last.answer;
}
