import pg from "pg";
import { runMigrations } from "graphile-worker";
import { applyMigrations } from "./schema-engine";

/** What the application does with its tables; its role can do nothing else. */
const GRANTS = `
  GRANT USAGE ON SCHEMA public TO gatehouse_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO gatehouse_app;
  REVOKE ALL ON "_prisma_migrations" FROM gatehouse_app;
  REVOKE UPDATE, DELETE, TRUNCATE ON "audit_event", "scope_version", "scope_field", "proposal", "approval" FROM gatehouse_app;
  REVOKE UPDATE, DELETE, TRUNCATE ON "checklist_version", "answer", "answer_verdict_record", "evidence_file", "vendor_exception", "vendor_reminder" FROM gatehouse_app;
  REVOKE DELETE, TRUNCATE ON "assessment", "policy_text" FROM gatehouse_app;
  REVOKE DELETE, TRUNCATE ON "widening", "tenant", "access_review", "access_review_item" FROM gatehouse_app;
  REVOKE INSERT, DELETE, TRUNCATE ON "access_settings" FROM gatehouse_app;
  REVOKE INSERT, UPDATE, DELETE ON "policy_clock", "vendor_fact_change" FROM gatehouse_app;
  REVOKE DELETE, TRUNCATE ON "vendor_proposal" FROM gatehouse_app;
  REVOKE UPDATE, DELETE, TRUNCATE ON "log_entry", "log_tile", "log_checkpoint", "log_cosignature", "audit_facet" FROM gatehouse_app;
  REVOKE UPDATE, TRUNCATE ON "log_queue" FROM gatehouse_app;
  REVOKE DELETE, TRUNCATE ON "log_head", "log_alarm", "log_anchoring", "log_cursor" FROM gatehouse_app;
  REVOKE DELETE, TRUNCATE ON "freeze", "freeze_drill" FROM gatehouse_app;
  GRANT EXECUTE ON FUNCTION ensure_audit_months(int) TO gatehouse_app;
  DO $$
  DECLARE
    name regclass;
  BEGIN
    -- Partitions are reached through their parents only.
    FOR name IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent IN ('audit_event'::regclass, 'audit_facet'::regclass) LOOP
      EXECUTE format('REVOKE ALL ON %s FROM gatehouse_app', name);
    END LOOP;
  END $$;
  GRANT USAGE ON SCHEMA graphile_worker TO gatehouse_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA graphile_worker TO gatehouse_app;
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA graphile_worker TO gatehouse_app;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA graphile_worker TO gatehouse_app;
  DO $$
  DECLARE
    name text;
  BEGIN
    -- graphile-worker closes its tables by row-level security without a policy: grants alone would show and accept no row.
    FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'graphile_worker'::regnamespace AND relkind = 'r' AND relrowsecurity LOOP
      EXECUTE format('DROP POLICY IF EXISTS gatehouse_app ON graphile_worker.%I', name);
      EXECUTE format('CREATE POLICY gatehouse_app ON graphile_worker.%I TO gatehouse_app USING (true) WITH CHECK (true)', name);
    END LOOP;
  END $$;
`;

/**
 * Brings the database to the newest schema and gives the role `gatehouse_app`, where there is one, the rights of the application.
 * Run as the owner; running it again changes nothing. Throws when the server is older than Postgres 15.
 */
export async function migrateDatabase({
  ownerUrl,
}: {
  ownerUrl: string;
}): Promise<{ applied: string[]; isApplicationRoleSeparate: boolean }> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows: versions } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    );
    const version = versions[0]?.version ?? 0;
    if (version < 150_000)
      throw new Error(`Gatehouse needs Postgres 15 or newer; this server is ${Math.floor(version / 10_000)}.`);
    // One process migrates at a time; the others wait here and then find nothing to do.
    await client.query("SELECT pg_advisory_lock(4702111234)");
    const applied = await applyMigrations(ownerUrl, "prisma/migrations");
    await runMigrations({ connectionString: ownerUrl, schema: "graphile_worker" });
    const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'gatehouse_app'");
    const isApplicationRoleSeparate = rowCount === 1;
    if (isApplicationRoleSeparate) await client.query(GRANTS);
    return { applied, isApplicationRoleSeparate };
  } finally {
    await client.end();
  }
}
