-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "agent_state" AS ENUM ('draft', 'active', 'suspended', 'retired');

-- CreateEnum
CREATE TYPE "tls_mode" AS ENUM ('disable', 'require', 'verify_full');

-- CreateEnum
CREATE TYPE "dataset_kind" AS ENUM ('table', 'view');

-- CreateEnum
CREATE TYPE "record_kind" AS ENUM ('customer_record', 'invoice', 'booking', 'support_ticket', 'sales_note', 'internal_document', 'other');

-- CreateEnum
CREATE TYPE "category" AS ENUM ('name', 'phone', 'email', 'address', 'purchase_history', 'support_issue', 'payment_context', 'business_sensitive', 'identifier', 'credential', 'special_category', 'none');

-- CreateEnum
CREATE TYPE "catalog_status" AS ENUM ('fresh', 'present', 'changed', 'vanished');

-- CreateEnum
CREATE TYPE "discovery_status" AS ENUM ('queued', 'running', 'done', 'cancelled', 'failed');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('admin', 'steward', 'reviewer', 'compliance');

-- CreateEnum
CREATE TYPE "person_status" AS ENUM ('invited', 'active', 'disabled');

-- CreateEnum
CREATE TYPE "one_time_link_purpose" AS ENUM ('first_admin', 'set_password');

-- CreateEnum
CREATE TYPE "treatment" AS ENUM ('clear', 'generalise', 'mask', 'tokenise', 'redact');

-- CreateTable
CREATE TABLE "agent" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "sponsor_id" UUID NOT NULL,
    "model" TEXT NOT NULL,
    "vendor_name" TEXT NOT NULL,
    "state" "agent_state" NOT NULL DEFAULT 'draft',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent_key" (
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "agent_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "action" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "agent_id" UUID,
    "key_id" UUID,
    "source_id" UUID,
    "dataset_id" UUID,
    "decision" TEXT,
    "reason" TEXT,
    "purpose" TEXT,
    "request_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "database" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "password_sealed" TEXT NOT NULL,
    "tls_mode" "tls_mode" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tested_at" TIMESTAMPTZ(3),
    "test_error" TEXT,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dataset" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "schema_name" TEXT NOT NULL,
    "table_name" TEXT NOT NULL,
    "kind" "dataset_kind" NOT NULL,
    "record_kind" "record_kind" NOT NULL,
    "record_kind_confirmed" BOOLEAN NOT NULL DEFAULT false,
    "subject_key" TEXT,
    "row_estimate" BIGINT NOT NULL,
    "status" "catalog_status" NOT NULL DEFAULT 'fresh',
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_run_id" UUID,

    CONSTRAINT "dataset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "field" (
    "id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "data_type" TEXT NOT NULL,
    "is_nullable" BOOLEAN NOT NULL,
    "key_position" INTEGER,
    "references_dataset_id" UUID,
    "references_field" TEXT,
    "category" "category" NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "reason" TEXT NOT NULL,
    "is_confirmed" BOOLEAN NOT NULL DEFAULT false,
    "status" "catalog_status" NOT NULL DEFAULT 'fresh',

    CONSTRAINT "field_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discovery_run" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "status" "discovery_status" NOT NULL DEFAULT 'queued',
    "cancel_requested" BOOLEAN NOT NULL DEFAULT false,
    "datasets_total" INTEGER NOT NULL DEFAULT 0,
    "datasets_done" INTEGER NOT NULL DEFAULT 0,
    "fields_new" INTEGER NOT NULL DEFAULT 0,
    "fields_changed" INTEGER NOT NULL DEFAULT 0,
    "fields_vanished" INTEGER NOT NULL DEFAULT 0,
    "datasets_skipped" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "heartbeat_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "discovery_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "status" "person_status" NOT NULL DEFAULT 'invited',
    "roles" "role"[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "address" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_link" (
    "id" UUID NOT NULL,
    "purpose" "one_time_link_purpose" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "purpose" (
    "code" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "purpose_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "scope" (
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scope_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scope_version" (
    "id" UUID NOT NULL,
    "scope_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "purposes" TEXT[],
    "row_bound" JSONB NOT NULL,
    "requires_case" BOOLEAN NOT NULL,
    "rows_per_request_max" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "scope_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scope_field" (
    "scope_version_id" UUID NOT NULL,
    "field_name" TEXT NOT NULL,
    "treatment" "treatment" NOT NULL,

    CONSTRAINT "scope_field_pkey" PRIMARY KEY ("scope_version_id","field_name")
);

-- CreateTable
CREATE TABLE "policy_clock" (
    "id" INTEGER NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "policy_clock_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "agent_name_key" ON "agent"("name");

-- CreateIndex
CREATE UNIQUE INDEX "agent_key_key_hash_key" ON "agent_key"("key_hash");

-- CreateIndex
CREATE INDEX "agent_key_agent_id_idx" ON "agent_key"("agent_id");

-- CreateIndex
CREATE INDEX "audit_event_action_id_idx" ON "audit_event"("action", "id");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_id_idx" ON "audit_event"("actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_agent_id_id_idx" ON "audit_event"("agent_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_dataset_id_id_idx" ON "audit_event"("dataset_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_decision_id_idx" ON "audit_event"("decision", "id");

-- CreateIndex
CREATE INDEX "audit_event_key_id_id_idx" ON "audit_event"("key_id", "id");

-- CreateIndex
CREATE INDEX "audit_event_request_id_idx" ON "audit_event"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_name_key" ON "source"("name");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_name_key" ON "dataset"("name");

-- CreateIndex
CREATE UNIQUE INDEX "dataset_source_id_schema_name_table_name_key" ON "dataset"("source_id", "schema_name", "table_name");

-- CreateIndex
CREATE UNIQUE INDEX "field_dataset_id_name_key" ON "field"("dataset_id", "name");

-- CreateIndex
CREATE INDEX "discovery_run_source_id_created_at_idx" ON "discovery_run"("source_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_hash_key" ON "one_time_link"("token_hash");

-- CreateIndex
CREATE INDEX "scope_agent_id_idx" ON "scope"("agent_id");

-- CreateIndex
CREATE INDEX "scope_dataset_id_idx" ON "scope"("dataset_id");

-- CreateIndex
CREATE UNIQUE INDEX "scope_version_scope_id_number_key" ON "scope_version"("scope_id", "number");

-- AddForeignKey
ALTER TABLE "agent" ADD CONSTRAINT "agent_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent" ADD CONSTRAINT "agent_sponsor_id_fkey" FOREIGN KEY ("sponsor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_key" ADD CONSTRAINT "agent_key_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dataset" ADD CONSTRAINT "dataset_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field" ADD CONSTRAINT "field_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "discovery_run" ADD CONSTRAINT "discovery_run_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_link" ADD CONSTRAINT "one_time_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scope" ADD CONSTRAINT "scope_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scope" ADD CONSTRAINT "scope_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scope_version" ADD CONSTRAINT "scope_version_scope_id_fkey" FOREIGN KEY ("scope_id") REFERENCES "scope"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scope_field" ADD CONSTRAINT "scope_field_scope_version_id_fkey" FOREIGN KEY ("scope_version_id") REFERENCES "scope_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The audit log is append-only for everyone who goes through SQL, the owner included.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit events are never changed or removed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_event_is_not_truncated BEFORE TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
-- Text is written once and never updated: plain storage keeps it readable without a detour for most rows.
ALTER TABLE "audit_event" SET (fillfactor = 100);

-- The policy clock: one tick for each transaction that can alter a decision, visible with its changes.
-- Deferred to the end of the transaction, so that the clock's row is always locked last.
INSERT INTO "policy_clock" ("id", "version") VALUES (1, 1);
ALTER TABLE "policy_clock" ADD CONSTRAINT "policy_clock_has_one_row" CHECK ("id" = 1);
CREATE FUNCTION tick_policy_clock() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  ticked text := current_setting('gatehouse.policy_ticked', true);
  now_at bigint;
BEGIN
  IF ticked IS DISTINCT FROM pg_current_xact_id()::text THEN
    PERFORM set_config('gatehouse.policy_ticked', pg_current_xact_id()::text, true);
    UPDATE policy_clock SET version = version + 1 WHERE id = 1 RETURNING version INTO now_at;
    PERFORM pg_notify('policy_changed', now_at::text);
  END IF;
  RETURN NULL;
END $$;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['agent', 'agent_key', 'scope', 'scope_version', 'scope_field', 'dataset', 'field', 'source', 'person', 'purpose'] LOOP
    EXECUTE format(
      'CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tick_policy_clock()',
      name || '_ticks_policy_clock', name);
  END LOOP;
END $$;

-- Versions of a scope are history: they are added, never changed.
CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of a scope is never changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER scope_version_is_history BEFORE UPDATE OR DELETE ON "scope_version"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER scope_field_is_history BEFORE UPDATE OR DELETE ON "scope_field"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change();

INSERT INTO "purpose" ("code", "sentence") VALUES
  ('customer_support', 'Answering a customer''s question or request'),
  ('billing', 'Explaining or checking invoices and payments'),
  ('order_handling', 'Taking, changing or following an order'),
  ('service_scheduling', 'Planning and confirming service visits'),
  ('sales', 'Preparing or following up an offer'),
  ('quality_control', 'Finding and explaining defects and complaints'),
  ('reporting', 'Counting and summarising without looking at single customers');
