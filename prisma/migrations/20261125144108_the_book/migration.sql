-- CreateEnum
CREATE TYPE "export_state" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled');

-- DropIndex
DROP INDEX "audit_event_action_id_idx";

-- DropIndex
DROP INDEX "audit_event_actor_id_id_idx";

-- DropIndex
DROP INDEX "audit_event_agent_id_id_idx";

-- DropIndex
DROP INDEX "audit_event_dataset_id_id_idx";

-- DropIndex
DROP INDEX "audit_event_decision_id_idx";

-- DropIndex
DROP INDEX "audit_event_key_id_id_idx";

-- CreateTable
CREATE TABLE "log_entry" (
    "seq" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "leaf_hash" BYTEA NOT NULL,

    CONSTRAINT "log_entry_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "log_tile" (
    "level" INTEGER NOT NULL,
    "index" BIGINT NOT NULL,
    "hashes" BYTEA NOT NULL,
    "root" BYTEA NOT NULL,

    CONSTRAINT "log_tile_pkey" PRIMARY KEY ("level","index")
);

-- CreateTable
CREATE TABLE "log_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "origin" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "root" BYTEA NOT NULL,
    "note" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_checkpoint" (
    "size" BIGINT NOT NULL,
    "root" BYTEA NOT NULL,
    "note" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_checkpoint_pkey" PRIMARY KEY ("size")
);

-- CreateTable
CREATE TABLE "log_cosignature" (
    "size" BIGINT NOT NULL,
    "witness" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_cosignature_pkey" PRIMARY KEY ("size","witness")
);

-- CreateTable
CREATE TABLE "log_anchoring" (
    "anchor" TEXT NOT NULL,
    "size" BIGINT,
    "at" TIMESTAMPTZ(3),
    "failed_since" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "log_anchoring_pkey" PRIMARY KEY ("anchor")
);

-- CreateTable
CREATE TABLE "log_alarm" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "anchor" TEXT,
    "expected_size" BIGINT,
    "expected_root" BYTEA,
    "found_size" BIGINT,
    "entry" BIGINT,
    "acknowledged_at" TIMESTAMPTZ(3),
    "acknowledged_by" UUID,
    "note" TEXT,
    "acknowledgement" TEXT,

    CONSTRAINT "log_alarm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_verification" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "size" BIGINT NOT NULL,
    "is_intact" BOOLEAN NOT NULL,
    "problem" TEXT,
    "entry" BIGINT,

    CONSTRAINT "log_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "log_cursor" (
    "reader" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "log_cursor_pkey" PRIMARY KEY ("reader")
);

-- CreateTable
CREATE TABLE "audit_view" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_export" (
    "id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "state" "export_state" NOT NULL DEFAULT 'queued',
    "requested_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "heartbeat_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "is_cancel_asked" BOOLEAN NOT NULL DEFAULT false,
    "rows_done" INTEGER NOT NULL DEFAULT 0,
    "rows_total" INTEGER,
    "bytes" BIGINT,
    "sha256" TEXT,
    "failure" TEXT,

    CONSTRAINT "audit_export_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_stream" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "target_sealed" TEXT NOT NULL,
    "secret_sealed" TEXT,
    "authorities" TEXT,
    "is_on" BOOLEAN NOT NULL DEFAULT true,
    "seq" BIGINT NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "failed_since" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "try_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_stream_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "log_entry_event_id_key" ON "log_entry"("event_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_view_owner_id_name_key" ON "audit_view"("owner_id", "name");

-- CreateIndex
CREATE INDEX "audit_export_state_idx" ON "audit_export"("state");

-- CreateIndex
CREATE INDEX "audit_export_requested_by_id_idx" ON "audit_export"("requested_by", "id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_stream_name_key" ON "audit_stream"("name");

-- AddForeignKey
ALTER TABLE "log_cosignature" ADD CONSTRAINT "log_cosignature_size_fkey" FOREIGN KEY ("size") REFERENCES "log_checkpoint"("size") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Rows of the log's own tables are written once, like events.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['log_entry', 'log_tile', 'log_checkpoint', 'log_cosignature'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()', name || '_is_append_only', name);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()', name || '_is_not_truncated', name);
  END LOOP;
END $$;
ALTER TABLE "log_head" ADD CONSTRAINT "log_head_has_one_row" CHECK ("id" = 1);
-- Hashes do not compress.
ALTER TABLE "log_tile" ALTER COLUMN "hashes" SET STORAGE EXTERNAL;
ALTER INDEX "log_entry_pkey" SET (fillfactor = 100);

-- What the sequencer has not taken up yet. Its rows appear when their transaction commits, however old the event's id is then.
CREATE TABLE "log_queue" ("event_id" uuid NOT NULL);
ALTER TABLE "log_queue" SET (autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 0);
CREATE FUNCTION queue_audit_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO log_queue (event_id) SELECT id FROM added;
  RETURN NULL;
END $$;

-- The least id (UUID v7) of a moment.
CREATE FUNCTION audit_first_id(moment timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (lpad(to_hex(floor(extract(epoch FROM moment) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
$$;

-- Events become a table partitioned by months of their id. What was there stays where it is, as the first partition.
DROP TRIGGER audit_event_is_append_only ON "audit_event";
DROP TRIGGER audit_event_is_not_truncated ON "audit_event";
ALTER TABLE "audit_event" RENAME TO "audit_event_first";
ALTER INDEX "audit_event_pkey" RENAME TO "audit_event_first_pkey";
ALTER INDEX "audit_event_request_id_idx" RENAME TO "audit_event_first_request_id_idx";
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
) PARTITION BY RANGE ("id");
CREATE INDEX "audit_event_request_id_idx" ON "audit_event"("request_id");
CREATE TRIGGER audit_event_is_append_only BEFORE UPDATE OR DELETE ON "audit_event"
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_event_is_not_truncated BEFORE TRUNCATE ON "audit_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- What events are searched by, as hashes of terms (lib/audit/to-search-terms.ts), filled by the jobs from the log's entries.
CREATE TABLE "audit_facet" ("id" uuid NOT NULL, "terms" int4[] NOT NULL) PARTITION BY RANGE ("id");
CREATE INDEX "audit_facet_terms_idx" ON "audit_facet" USING gin ("terms") WITH (gin_pending_list_limit = 512);
CREATE INDEX "audit_facet_id_idx" ON "audit_facet" USING brin ("id") WITH (pages_per_range = 16);

DO $$
DECLARE
  until uuid := audit_first_id(date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' + interval '1 month');
BEGIN
  -- Ids that lie later than that, from a clock that was wrong, would stop the migration: then the first partition reaches over them.
  SELECT greatest(until, audit_first_id(to_timestamp(('x' || substr(replace(max(id::text), '-', ''), 1, 12))::bit(48)::bigint / 1000.0) + interval '1 day'))
    INTO until FROM audit_event_first HAVING max(id::text) >= until::text;
  until := coalesce(until, audit_first_id(date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' + interval '1 month'));
  EXECUTE format('ALTER TABLE audit_event ATTACH PARTITION audit_event_first FOR VALUES FROM (MINVALUE) TO (%L)', until);
  EXECUTE format('CREATE TABLE audit_facet_first PARTITION OF audit_facet FOR VALUES FROM (MINVALUE) TO (%L)', until);
END $$;
CREATE TRIGGER audit_event_first_is_not_truncated BEFORE TRUNCATE ON "audit_event_first"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
-- No insert ever fails for want of a month.
CREATE TABLE "audit_event_rest" PARTITION OF "audit_event" DEFAULT;
CREATE TRIGGER audit_event_rest_is_not_truncated BEFORE TRUNCATE ON "audit_event_rest"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TABLE "audit_facet_rest" PARTITION OF "audit_facet" DEFAULT;

INSERT INTO log_queue (event_id) SELECT id FROM audit_event;
CREATE TRIGGER audit_event_is_queued AFTER INSERT ON "audit_event" REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION queue_audit_events();

-- Makes the partitions of the months from now on. The application's role may call it, and makes no table by itself. Answers how many it made.
CREATE FUNCTION ensure_audit_months(months int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  start timestamptz := date_trunc('month', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC';
  month timestamptz;
  made int := 0;
  suffix text;
BEGIN
  IF months NOT BETWEEN 1 AND 120 THEN
    RAISE EXCEPTION 'months must be from 1 to 120';
  END IF;
  PERFORM pg_advisory_xact_lock(4702111240);
  FOR ahead IN 0..months LOOP
    month := start + make_interval(months => ahead);
    suffix := to_char(month AT TIME ZONE 'UTC', '"y"YYYY"m"MM');
    CONTINUE WHEN to_regclass('audit_event_' || suffix) IS NOT NULL;
    BEGIN
      EXECUTE format('CREATE TABLE %I (LIKE audit_event INCLUDING ALL)', 'audit_event_' || suffix);
      EXECUTE format('CREATE TABLE %I (LIKE audit_facet INCLUDING ALL)', 'audit_facet_' || suffix);
      EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()',
        'audit_event_' || suffix || '_is_not_truncated', 'audit_event_' || suffix);
      EXECUTE format('ALTER TABLE audit_event ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
        'audit_event_' || suffix, audit_first_id(month), audit_first_id(month + interval '1 month'));
      EXECUTE format('ALTER TABLE audit_facet ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
        'audit_facet_' || suffix, audit_first_id(month), audit_first_id(month + interval '1 month'));
      made := made + 1;
    EXCEPTION
      -- The month is part of the first partition, or the rest holds events of it already: they stay where they are.
      WHEN invalid_object_definition OR check_violation THEN NULL;
    END;
  END LOOP;
  RETURN made;
END $$;
REVOKE ALL ON FUNCTION ensure_audit_months(int) FROM PUBLIC;
SELECT ensure_audit_months(6);
