-- CreateEnum
CREATE TYPE "criticality" AS ENUM ('low', 'medium', 'high');

-- CreateEnum
CREATE TYPE "subprocessor_reach" AS ENUM ('all_data', 'some_categories');

-- CreateEnum
CREATE TYPE "lapse_effect" AS ENUM ('nothing', 'narrow', 'close');

-- CreateEnum
CREATE TYPE "assessment_state" AS ENUM ('draft', 'submitted', 'decided', 'superseded', 'withdrawn');

-- CreateEnum
CREATE TYPE "assessment_outcome" AS ENUM ('approved', 'approved_with_conditions', 'rejected');

-- CreateEnum
CREATE TYPE "answer_strength" AS ENUM ('contract', 'certified', 'documented', 'claimed', 'not_stated', 'refuted');

-- CreateEnum
CREATE TYPE "answer_verdict" AS ENUM ('accepted', 'rejected');

-- CreateEnum
CREATE TYPE "offer_state" AS ENUM ('draft', 'offered', 'taken', 'dismissed');

-- CreateEnum
CREATE TYPE "policy_kind" AS ENUM ('policy', 'subprocessor_list', 'terms');

-- AlterTable
ALTER TABLE "agent" ADD COLUMN     "region" TEXT,
ADD COLUMN     "vendor_id" UUID;

-- CreateTable
CREATE TABLE "vendor" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_ourselves" BOOLEAN NOT NULL DEFAULT false,
    "services" TEXT[],
    "models" TEXT[],
    "contacts" JSONB NOT NULL DEFAULT '[]',
    "contract_from" DATE,
    "contract_until" DATE,
    "dpa_from" DATE,
    "dpa_until" DATE,
    "regions" TEXT[],
    "owner_id" UUID NOT NULL,
    "criticality" "criticality" NOT NULL DEFAULT 'medium',
    "notes" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vendor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vendor_subprocessor" (
    "vendor_id" UUID NOT NULL,
    "subprocessor_id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "reach" "subprocessor_reach" NOT NULL,
    "categories" "category"[],

    CONSTRAINT "vendor_subprocessor_pkey" PRIMARY KEY ("vendor_id","subprocessor_id")
);

-- CreateTable
CREATE TABLE "certification" (
    "id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "on_lapse" "lapse_effect" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "certification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_template" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_shipped" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checklist_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_version" (
    "id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checklist_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version_id" UUID NOT NULL,
    "state" "assessment_state" NOT NULL DEFAULT 'draft',
    "based_on_id" UUID,
    "started_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(3),
    "outcome" "assessment_outcome",
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT NOT NULL DEFAULT '',
    "valid_until" TIMESTAMPTZ(3),
    "grace_days" INTEGER NOT NULL DEFAULT 0,
    "conditions" JSONB,
    "musts" JSONB NOT NULL DEFAULT '[]',
    "score" JSONB,
    "score_total" DOUBLE PRECISION,
    "open_musts" INTEGER,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "value" JSONB,
    "strength" "answer_strength" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "links" TEXT[],
    "file_ids" UUID[],
    "valid_until" DATE,
    "answered_by_id" UUID NOT NULL,
    "offer_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer_verdict_record" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "answer_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "verdict" "answer_verdict" NOT NULL,
    "note" TEXT NOT NULL,
    "is_after_decision" BOOLEAN NOT NULL DEFAULT false,
    "given_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "answer_verdict_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_file" (
    "id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "content_sealed" TEXT NOT NULL,
    "uploaded_by_id" UUID,
    "link_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vendor_link" (
    "id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "vendor_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vendor_link_throttle" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vendor_link_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "offered_answer" (
    "id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "value" JSONB,
    "note" TEXT NOT NULL,
    "links" TEXT[],
    "file_ids" UUID[],
    "state" "offer_state" NOT NULL DEFAULT 'draft',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "judged_by_id" UUID,
    "judged_at" TIMESTAMPTZ(3),

    CONSTRAINT "offered_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vendor_exception" (
    "id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "assessment_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "compensating_control" TEXT NOT NULL,
    "approver_id" UUID NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vendor_exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_watch" (
    "id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "kind" "policy_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_watch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_text" (
    "id" UUID NOT NULL,
    "watch_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "dated_on" DATE NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "lines_added" INTEGER NOT NULL,
    "lines_removed" INTEGER NOT NULL,
    "answers_hold" BOOLEAN,
    "judged_by_id" UUID,
    "judged_at" TIMESTAMPTZ(3),
    "judged_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "policy_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vendor_reminder" (
    "id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "days_before" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vendor_reminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "vendor_name_key" ON "vendor"("name");

-- CreateIndex
CREATE INDEX "vendor_owner_id_idx" ON "vendor"("owner_id");

-- CreateIndex
CREATE INDEX "vendor_subprocessor_subprocessor_id_idx" ON "vendor_subprocessor"("subprocessor_id");

-- CreateIndex
CREATE INDEX "certification_vendor_id_idx" ON "certification"("vendor_id");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_template_name_key" ON "checklist_template"("name");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_version_template_id_number_key" ON "checklist_version"("template_id", "number");

-- CreateIndex
CREATE INDEX "assessment_version_id_idx" ON "assessment"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "assessment_vendor_id_number_key" ON "assessment"("vendor_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "answer_assessment_id_question_key_revision_key" ON "answer"("assessment_id", "question_key", "revision");

-- CreateIndex
CREATE INDEX "answer_verdict_record_assessment_id_question_key_id_idx" ON "answer_verdict_record"("assessment_id", "question_key", "id");

-- CreateIndex
CREATE INDEX "answer_verdict_record_answer_id_idx" ON "answer_verdict_record"("answer_id");

-- CreateIndex
CREATE INDEX "evidence_file_vendor_id_id_idx" ON "evidence_file"("vendor_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "vendor_link_token_hash_key" ON "vendor_link"("token_hash");

-- CreateIndex
CREATE INDEX "vendor_link_assessment_id_idx" ON "vendor_link"("assessment_id");

-- CreateIndex
CREATE INDEX "offered_answer_assessment_id_state_idx" ON "offered_answer"("assessment_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "offered_answer_link_id_question_key_key" ON "offered_answer"("link_id", "question_key");

-- CreateIndex
CREATE INDEX "vendor_exception_assessment_id_question_key_id_idx" ON "vendor_exception"("assessment_id", "question_key", "id");

-- CreateIndex
CREATE INDEX "vendor_exception_vendor_id_id_idx" ON "vendor_exception"("vendor_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "policy_watch_vendor_id_title_key" ON "policy_watch"("vendor_id", "title");

-- CreateIndex
CREATE UNIQUE INDEX "policy_text_watch_id_number_key" ON "policy_text"("watch_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "vendor_reminder_vendor_id_subject_subject_id_ends_at_days_b_key" ON "vendor_reminder"("vendor_id", "subject", "subject_id", "ends_at", "days_before");

-- CreateIndex
CREATE INDEX "agent_vendor_id_idx" ON "agent"("vendor_id");

-- AddForeignKey
ALTER TABLE "agent" ADD CONSTRAINT "agent_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor" ADD CONSTRAINT "vendor_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_subprocessor" ADD CONSTRAINT "vendor_subprocessor_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_subprocessor" ADD CONSTRAINT "vendor_subprocessor_subprocessor_id_fkey" FOREIGN KEY ("subprocessor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certification" ADD CONSTRAINT "certification_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_version" ADD CONSTRAINT "checklist_version_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "checklist_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "checklist_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_verdict_record" ADD CONSTRAINT "answer_verdict_record_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_verdict_record" ADD CONSTRAINT "answer_verdict_record_answer_id_fkey" FOREIGN KEY ("answer_id") REFERENCES "answer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_verdict_record" ADD CONSTRAINT "answer_verdict_record_given_by_id_fkey" FOREIGN KEY ("given_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_file" ADD CONSTRAINT "evidence_file_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "vendor_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_link" ADD CONSTRAINT "vendor_link_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_link" ADD CONSTRAINT "vendor_link_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offered_answer" ADD CONSTRAINT "offered_answer_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offered_answer" ADD CONSTRAINT "offered_answer_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "vendor_link"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offered_answer" ADD CONSTRAINT "offered_answer_judged_by_id_fkey" FOREIGN KEY ("judged_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_exception" ADD CONSTRAINT "vendor_exception_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_exception" ADD CONSTRAINT "vendor_exception_assessment_id_fkey" FOREIGN KEY ("assessment_id") REFERENCES "assessment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_exception" ADD CONSTRAINT "vendor_exception_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_watch" ADD CONSTRAINT "policy_watch_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_text" ADD CONSTRAINT "policy_text_watch_id_fkey" FOREIGN KEY ("watch_id") REFERENCES "policy_watch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_text" ADD CONSTRAINT "policy_text_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_text" ADD CONSTRAINT "policy_text_judged_by_id_fkey" FOREIGN KEY ("judged_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_reminder" ADD CONSTRAINT "vendor_reminder_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One vendor for each name that agents had, owned by the owner of its first agent. Nothing was asked of it yet, so it is not cleared.
INSERT INTO "vendor" ("id", "name", "owner_id")
SELECT gen_random_uuid(), named.vendor_name, named.owner_id
FROM (SELECT DISTINCT ON (vendor_name) vendor_name, owner_id FROM "agent" ORDER BY vendor_name, id) AS named;
UPDATE "agent" SET "vendor_id" = vendor.id FROM "vendor" WHERE vendor.name = agent.vendor_name;
ALTER TABLE "agent" DROP COLUMN "vendor_name";

-- One assessment is worked on and one is in force at a time; one vendor is ourselves.
CREATE UNIQUE INDEX "assessment_one_open" ON "assessment" ("vendor_id") WHERE "state" IN ('draft', 'submitted');
CREATE UNIQUE INDEX "assessment_one_in_force" ON "assessment" ("vendor_id") WHERE "state" = 'decided';
CREATE UNIQUE INDEX "vendor_one_ourselves" ON "vendor" ("is_ourselves") WHERE "is_ourselves";
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_decided_by_somebody" CHECK (
  "state" NOT IN ('decided', 'superseded')
  OR ("outcome" IS NOT NULL AND "decided_by_id" IS NOT NULL AND "decided_at" IS NOT NULL AND ("outcome" = 'rejected' OR "valid_until" IS NOT NULL)));

-- What altered, or can alter, a decision ticks the clock. Drafts and their answers do not.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['vendor', 'vendor_subprocessor', 'certification', 'vendor_exception'] LOOP
    EXECUTE format(
      'CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tick_policy_clock()',
      name || '_ticks_policy_clock', name);
  END LOOP;
END $$;
CREATE CONSTRAINT TRIGGER "assessment_ticks_policy_clock" AFTER INSERT OR UPDATE ON "assessment" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.state IN ('decided', 'superseded')) EXECUTE FUNCTION tick_policy_clock();
CREATE CONSTRAINT TRIGGER "answer_verdict_record_ticks_policy_clock" AFTER INSERT ON "answer_verdict_record" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.is_after_decision) EXECUTE FUNCTION tick_policy_clock();

-- What was asked, answered, shown, judged and borne is history: it is added, never changed.
CREATE FUNCTION refuse_vendor_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never changed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['checklist_version', 'answer', 'answer_verdict_record', 'evidence_file', 'vendor_exception', 'vendor_reminder'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_vendor_history_change()', name || '_is_history', name);
  END LOOP;
END $$;

-- A decided assessment is immutable; the one thing that happens to it is that a newer one takes its place.
CREATE FUNCTION refuse_assessment_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state IN ('draft', 'submitted') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'decided' AND NEW.state = 'superseded' AND to_jsonb(NEW) - 'state' = to_jsonb(OLD) - 'state' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a completed assessment is never changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER assessment_is_immutable BEFORE UPDATE OR DELETE ON "assessment" FOR EACH ROW EXECUTE FUNCTION refuse_assessment_change();

CREATE FUNCTION refuse_late_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT state FROM assessment WHERE id = NEW.assessment_id FOR SHARE) IS DISTINCT FROM 'draft' THEN
    RAISE EXCEPTION 'answers are given in a draft' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_is_given_in_a_draft BEFORE INSERT ON "answer" FOR EACH ROW EXECUTE FUNCTION refuse_late_answer();

-- After the decision an answer can only be rejected: nothing is opened again by itself.
CREATE FUNCTION mark_late_verdict() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.is_after_decision := (SELECT state FROM assessment WHERE id = NEW.assessment_id FOR SHARE) IN ('decided', 'superseded');
  IF NEW.is_after_decision AND NEW.verdict <> 'rejected' THEN
    RAISE EXCEPTION 'after the decision an answer can only be rejected' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER answer_verdict_record_is_marked BEFORE INSERT ON "answer_verdict_record" FOR EACH ROW EXECUTE FUNCTION mark_late_verdict();

-- Of a recorded text only the word whether the answers still hold is added, once.
CREATE FUNCTION refuse_policy_text_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.answers_hold IS NULL
    AND to_jsonb(NEW) - ARRAY['answers_hold', 'judged_by_id', 'judged_at', 'judged_note']
      = to_jsonb(OLD) - ARRAY['answers_hold', 'judged_by_id', 'judged_at', 'judged_note'] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a recorded policy text is never changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER policy_text_is_history BEFORE UPDATE OR DELETE ON "policy_text" FOR EACH ROW EXECUTE FUNCTION refuse_policy_text_change();

-- No chain of subprocessors leads back to where it began. One change of chains at a time, so that two halves of a circle cannot meet.
CREATE FUNCTION refuse_subprocessor_circle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(4702111301);
  IF EXISTS (
    WITH RECURSIVE behind AS (
      SELECT NEW.subprocessor_id AS id
      UNION
      SELECT s.subprocessor_id FROM vendor_subprocessor s JOIN behind ON s.vendor_id = behind.id
    )
    SELECT 1 FROM behind WHERE id = NEW.vendor_id
  ) THEN
    RAISE EXCEPTION 'a vendor cannot stand behind itself' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vendor_subprocessor_has_no_circle BEFORE INSERT OR UPDATE ON "vendor_subprocessor" FOR EACH ROW EXECUTE FUNCTION refuse_subprocessor_circle();

-- What decides about a vendor, as lib/kernel/vendor-state.ts reads it: one definition for the gate and for every list. Moments are milliseconds
-- since the epoch; a day that is the last one ends with its last moment in UTC.
CREATE FUNCTION to_ms(at timestamptz) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT floor(extract(epoch FROM at) * 1000) $$;
CREATE FUNCTION to_end_ms(last_day date) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT floor(extract(epoch FROM (last_day + 1)::timestamp AT TIME ZONE 'UTC') * 1000)
$$;
-- A vendor and all that stand behind it. Not in plain SQL, which would be expanded into whatever asks: the planner then takes the chain for
-- hundreds of thousands of rows and joins accordingly.
CREATE FUNCTION vendor_chain(first uuid[]) RETURNS SETOF uuid LANGUAGE plpgsql STABLE ROWS 50 AS $$
BEGIN
  RETURN QUERY
    WITH RECURSIVE chain AS (
      SELECT unnest(first) AS id
      UNION
      SELECT s.subprocessor_id FROM vendor_subprocessor s JOIN chain ON s.vendor_id = chain.id
    )
    SELECT chain.id FROM chain;
END $$;
-- These vendors and all that stand behind them. Set by set, so that thousands at once cost little more than one each.
CREATE FUNCTION vendor_facts(first uuid[]) RETURNS TABLE (vendor_id uuid, fact jsonb) LANGUAGE sql STABLE ROWS 50 AS $$
  WITH wanted AS MATERIALIZED (SELECT vendor_chain AS id FROM vendor_chain(first)),
  decided AS MATERIALIZED (
    SELECT a.id, a.vendor_id, a.number, a.outcome, a.valid_until, a.grace_days, a.conditions, a.musts
    FROM wanted JOIN assessment a ON a.vendor_id = wanted.id AND a.state = 'decided'),
  certified AS (
    SELECT c.vendor_id, jsonb_agg(jsonb_build_object(
      'id', c.id, 'name', c.name, 'validFrom', to_end_ms(c.valid_from - 1), 'validUntil', to_end_ms(c.valid_until), 'onLapse', c.on_lapse) ORDER BY c.id) AS list
    FROM certification c JOIN wanted ON wanted.id = c.vendor_id GROUP BY c.vendor_id),
  behind AS (
    SELECT s.vendor_id, jsonb_agg(jsonb_build_object(
      'id', s.subprocessor_id, 'reach', s.reach, 'categories', to_jsonb(s.categories)) ORDER BY s.subprocessor_id) AS list
    FROM vendor_subprocessor s JOIN wanted ON wanted.id = s.vendor_id GROUP BY s.vendor_id),
  rejected AS (
    SELECT r.assessment_id, jsonb_agg(DISTINCT r.question_key) AS list
    FROM answer_verdict_record r JOIN decided ON decided.id = r.assessment_id WHERE r.is_after_decision GROUP BY r.assessment_id),
  borne AS (
    SELECT e.assessment_id, jsonb_agg(jsonb_build_object('id', e.id, 'key', e.question_key, 'endsAt', to_ms(e.ends_at)) ORDER BY e.question_key) AS list
    FROM (SELECT DISTINCT ON (x.assessment_id, x.question_key) x.assessment_id, x.id, x.question_key, x.ends_at
          FROM vendor_exception x JOIN decided ON decided.id = x.assessment_id
          ORDER BY x.assessment_id, x.question_key, x.id DESC) e
    GROUP BY e.assessment_id)
  SELECT v.id, jsonb_build_object(
    'id', v.id, 'name', v.name, 'graceDays', coalesce(a.grace_days, 0),
    'contractUntil', to_end_ms(v.contract_until), 'dpaUntil', to_end_ms(v.dpa_until),
    'certifications', coalesce(certified.list, '[]'), 'subprocessors', coalesce(behind.list, '[]'),
    'assessment', CASE WHEN a.id IS NULL THEN NULL ELSE jsonb_build_object(
      'id', a.id, 'number', a.number, 'outcome', a.outcome, 'validUntil', to_ms(a.valid_until), 'conditions', a.conditions, 'musts', a.musts,
      'rejected', coalesce(rejected.list, '[]'), 'exceptions', coalesce(borne.list, '[]')) END)
  FROM wanted JOIN vendor v ON v.id = wanted.id
  LEFT JOIN decided a ON a.vendor_id = v.id
  LEFT JOIN certified ON certified.vendor_id = v.id
  LEFT JOIN behind ON behind.vendor_id = v.id
  LEFT JOIN rejected ON rejected.assessment_id = a.id
  LEFT JOIN borne ON borne.assessment_id = a.id
$$;
