-- CreateEnum
CREATE TYPE "notice_mode" AS ENUM ('each', 'digest', 'off');

-- CreateEnum
CREATE TYPE "notice_topic" AS ENUM ('item_waiting', 'item_due_soon', 'item_escalated', 'item_expired', 'item_handed_over', 'item_asked', 'item_answered', 'release_not_executed', 'release_failed');

-- CreateEnum
CREATE TYPE "mail_state" AS ENUM ('none', 'waiting', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "webhook_topic" AS ENUM ('hold_decided', 'hold_asked', 'hold_expired', 'hold_withdrawn', 'release_issued', 'release_expired', 'item_waiting', 'item_due_soon', 'item_escalated', 'alert_raised');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('waiting', 'delivered', 'failed');

-- CreateEnum
CREATE TYPE "hold_kind" AS ENUM ('legal_issue', 'payment_dispute', 'complaint', 'unusual_request');

-- CreateEnum
CREATE TYPE "hold_state" AS ENUM ('open', 'claimed', 'decided', 'released', 'executed', 'expired', 'withdrawn');

-- CreateEnum
CREATE TYPE "hold_origin" AS ENUM ('triage', 'agent');

-- CreateEnum
CREATE TYPE "hold_risk" AS ENUM ('low', 'medium', 'high');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('email', 'chat', 'phone', 'form', 'letter', 'social', 'other');

-- CreateEnum
CREATE TYPE "review_verdict" AS ENUM ('approved', 'edited', 'rejected', 'taken_over');

-- CreateEnum
CREATE TYPE "release_state" AS ENUM ('issued', 'redeemed', 'executed', 'failed', 'expired', 'revoked');

-- AlterTable
ALTER TABLE "agent" ADD COLUMN     "topics" TEXT[];

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "notice_mode" "notice_mode" NOT NULL DEFAULT 'each',
ADD COLUMN     "review_kinds" "hold_kind"[];

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "topic" "notice_topic" NOT NULL,
    "item_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3),
    "mail_state" "mail_state" NOT NULL,
    "mail_attempts" INTEGER NOT NULL DEFAULT 0,
    "mail_due_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_endpoint" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secret_sealed" TEXT NOT NULL,
    "topics" "webhook_topic"[],
    "agent_id" UUID,
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "endpoint_id" UUID NOT NULL,
    "topic" "webhook_topic" NOT NULL,
    "body" TEXT NOT NULL,
    "state" "delivery_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "last_status" INTEGER,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "agent_id" UUID,
    "item_id" UUID,
    "raised_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "note" TEXT,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "idempotency_key_hash" TEXT,
    "request_digest" TEXT NOT NULL,
    "is_held" BOOLEAN NOT NULL,
    "origin" "hold_origin" NOT NULL,
    "channel" "channel" NOT NULL,
    "language" TEXT,
    "findings" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "held_item" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "origin" "hold_origin" NOT NULL,
    "kind" "hold_kind" NOT NULL,
    "kinds" "hold_kind"[],
    "risk" "hold_risk" NOT NULL,
    "findings" JSONB NOT NULL,
    "channel" "channel" NOT NULL,
    "language" TEXT,
    "action_kind" TEXT,
    "amount" DECIMAL(18,4),
    "currency" CHAR(3),
    "queue_id" UUID NOT NULL,
    "subject_ref" TEXT,
    "case_ref" TEXT,
    "decision_ids" UUID[],
    "content_sealed" TEXT NOT NULL,
    "similarity" INTEGER[],
    "state" "hold_state" NOT NULL DEFAULT 'open',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "claimed_by_id" UUID,
    "claim_expires_at" TIMESTAMPTZ(3),
    "approvals_needed" INTEGER NOT NULL,
    "draft_author_id" UUID,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "remind_at" TIMESTAMPTZ(3),
    "escalate_at" TIMESTAMPTZ(3),
    "escalations" INTEGER NOT NULL DEFAULT 0,
    "verdict" "review_verdict",
    "reject_preset" TEXT,
    "verdict_note_sealed" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "corrected_kinds" "hold_kind"[],
    "is_corrected" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "held_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "author_id" UUID,
    "payload_sealed" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_note" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "author_id" UUID,
    "to_person_id" UUID,
    "is_to_agent" BOOLEAN NOT NULL DEFAULT false,
    "body_sealed" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "state" "release_state" NOT NULL DEFAULT 'issued',
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "redeemed_at" TIMESTAMPTZ(3),
    "outcome_due_at" TIMESTAMPTZ(3),
    "outcome_at" TIMESTAMPTZ(3),
    "outcome_note_sealed" TEXT,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_queue" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kinds" "hold_kind"[],
    "languages" TEXT[],
    "amount_min" DECIMAL(18,4),
    "currency" CHAR(3),
    "escalation_ids" UUID[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_queue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "kind_rule" (
    "kind" "hold_kind" NOT NULL,
    "minutes_to_decide" INTEGER NOT NULL,
    "remind_minutes_before" INTEGER NOT NULL,
    "escalate_minutes_before" INTEGER NOT NULL,
    "is_working_time" BOOLEAN NOT NULL,
    "approvals_needed" INTEGER NOT NULL,
    "threshold" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "kind_rule_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "review_setting" (
    "id" INTEGER NOT NULL,
    "time_zone" TEXT NOT NULL,
    "work_days" INTEGER[],
    "work_start_minute" INTEGER NOT NULL,
    "work_end_minute" INTEGER NOT NULL,
    "claim_minutes" INTEGER NOT NULL,
    "release_minutes" INTEGER NOT NULL,
    "outcome_minutes" INTEGER NOT NULL,
    "two_person_amount" DECIMAL(18,4) NOT NULL,
    "two_person_currency" CHAR(3) NOT NULL,
    "sample_share" DOUBLE PRECISION NOT NULL,
    "ordinary_min" DOUBLE PRECISION NOT NULL,
    "classifier_url" TEXT,
    "classifier_secret_sealed" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "triage_rule" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "hold_kind" NOT NULL,
    "agent_id" UUID,
    "phrases" TEXT[],
    "amount_min" DECIMAL(18,4),
    "currency" CHAR(3),
    "customer_flags" TEXT[],
    "languages" TEXT[],
    "action_kinds" TEXT[],
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "triage_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent_review_policy" (
    "agent_id" UUID NOT NULL,
    "is_all_held" BOOLEAN NOT NULL,
    "held_action_kinds" TEXT[],
    "thresholds" JSONB NOT NULL,
    "ordinary_min" DOUBLE PRECISION,
    "approvals_needed" INTEGER NOT NULL,

    CONSTRAINT "agent_review_policy_pkey" PRIMARY KEY ("agent_id")
);

-- CreateTable
CREATE TABLE "second_look" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "content_sealed" TEXT NOT NULL,
    "kinds" "hold_kind"[],
    "looked_by_id" UUID,
    "looked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "second_look_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "labelled_example" (
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kinds" "hold_kind"[],
    "text_sealed" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "labelled_example_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "notice_person_id_seen_at_id_idx" ON "notice"("person_id", "seen_at", "id");

-- CreateIndex
CREATE INDEX "notice_mail_state_mail_due_at_idx" ON "notice"("mail_state", "mail_due_at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_endpoint_name_key" ON "webhook_endpoint"("name");

-- CreateIndex
CREATE INDEX "webhook_delivery_state_due_at_idx" ON "webhook_delivery"("state", "due_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_endpoint_id_id_idx" ON "webhook_delivery"("endpoint_id", "id");

-- CreateIndex
CREATE INDEX "alert_closed_at_id_idx" ON "alert"("closed_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "alert_topic_item_id_key" ON "alert"("topic", "item_id");

-- CreateIndex
CREATE INDEX "submission_agent_id_created_at_idx" ON "submission"("agent_id", "created_at");

-- CreateIndex
CREATE INDEX "submission_created_at_idx" ON "submission"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "submission_agent_id_idempotency_key_hash_key" ON "submission"("agent_id", "idempotency_key_hash");

-- CreateIndex
CREATE UNIQUE INDEX "held_item_submission_id_key" ON "held_item"("submission_id");

-- CreateIndex
CREATE INDEX "held_item_state_due_at_id_idx" ON "held_item"("state", "due_at", "id");

-- CreateIndex
CREATE INDEX "held_item_state_kind_due_at_id_idx" ON "held_item"("state", "kind", "due_at", "id");

-- CreateIndex
CREATE INDEX "held_item_decided_at_idx" ON "held_item"("decided_at");

-- CreateIndex
CREATE INDEX "held_item_language_id_idx" ON "held_item"("language", "id");

-- CreateIndex
CREATE INDEX "held_item_channel_id_idx" ON "held_item"("channel", "id");

-- CreateIndex
CREATE INDEX "held_item_queue_id_state_due_at_id_idx" ON "held_item"("queue_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "held_item_agent_id_id_idx" ON "held_item"("agent_id", "id");

-- CreateIndex
CREATE INDEX "held_item_claimed_by_id_state_idx" ON "held_item"("claimed_by_id", "state");

-- CreateIndex
CREATE INDEX "held_item_decided_by_id_decided_at_idx" ON "held_item"("decided_by_id", "decided_at");

-- CreateIndex
CREATE INDEX "held_item_subject_ref_id_idx" ON "held_item"("subject_ref", "id");

-- CreateIndex
CREATE INDEX "held_item_remind_at_idx" ON "held_item"("remind_at");

-- CreateIndex
CREATE INDEX "held_item_escalate_at_idx" ON "held_item"("escalate_at");

-- CreateIndex
CREATE INDEX "held_item_similarity_idx" ON "held_item" USING GIN ("similarity");

-- CreateIndex
CREATE UNIQUE INDEX "proposal_item_id_number_key" ON "proposal"("item_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "approval_item_id_digest_person_id_key" ON "approval"("item_id", "digest", "person_id");

-- CreateIndex
CREATE INDEX "review_note_item_id_id_idx" ON "review_note"("item_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "release_item_id_key" ON "release"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_proposal_id_key" ON "release"("proposal_id");

-- CreateIndex
CREATE INDEX "release_state_expires_at_idx" ON "release"("state", "expires_at");

-- CreateIndex
CREATE INDEX "release_state_outcome_due_at_idx" ON "release"("state", "outcome_due_at");

-- CreateIndex
CREATE UNIQUE INDEX "review_queue_name_key" ON "review_queue"("name");

-- CreateIndex
CREATE UNIQUE INDEX "triage_rule_name_key" ON "triage_rule"("name");

-- CreateIndex
CREATE UNIQUE INDEX "second_look_submission_id_key" ON "second_look"("submission_id");

-- CreateIndex
CREATE INDEX "second_look_looked_at_id_idx" ON "second_look"("looked_at", "id");

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert" ADD CONSTRAINT "alert_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_item" ADD CONSTRAINT "held_item_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_item" ADD CONSTRAINT "held_item_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_item" ADD CONSTRAINT "held_item_queue_id_fkey" FOREIGN KEY ("queue_id") REFERENCES "review_queue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_item" ADD CONSTRAINT "held_item_claimed_by_id_fkey" FOREIGN KEY ("claimed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_item" ADD CONSTRAINT "held_item_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_item" ADD CONSTRAINT "held_item_draft_author_id_fkey" FOREIGN KEY ("draft_author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "held_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal" ADD CONSTRAINT "proposal_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "held_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_note" ADD CONSTRAINT "review_note_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "held_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_note" ADD CONSTRAINT "review_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_note" ADD CONSTRAINT "review_note_to_person_id_fkey" FOREIGN KEY ("to_person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "held_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "triage_rule" ADD CONSTRAINT "triage_rule_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_review_policy" ADD CONSTRAINT "agent_review_policy_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_look" ADD CONSTRAINT "second_look_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "second_look" ADD CONSTRAINT "second_look_looked_by_id_fkey" FOREIGN KEY ("looked_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What an agent is for, and its review policy, decide about its messages: a change ticks the clock.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['agent_review_policy', 'triage_rule', 'kind_rule', 'review_setting', 'review_queue'] LOOP
    EXECUTE format(
      'CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tick_policy_clock()',
      name || '_ticks_policy_clock', name);
  END LOOP;
END $$;

-- Whoever watches an item learns of each change when it is committed: agents that wait, and inboxes that are open.
CREATE FUNCTION announce_review_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'held_item' THEN
    PERFORM pg_notify('review_changed', NEW.id::text);
  ELSE
    PERFORM pg_notify('review_changed', NEW.item_id::text);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER held_item_is_announced AFTER INSERT OR UPDATE ON "held_item" FOR EACH ROW EXECUTE FUNCTION announce_review_change();
CREATE TRIGGER release_is_announced AFTER INSERT OR UPDATE ON "release" FOR EACH ROW EXECUTE FUNCTION announce_review_change();
CREATE TRIGGER review_note_is_announced AFTER INSERT OR UPDATE ON "review_note" FOR EACH ROW EXECUTE FUNCTION announce_review_change();

-- What was proposed and what was approved is history: it is added, never changed.
CREATE FUNCTION refuse_review_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a proposal and an approval are never changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER proposal_is_history BEFORE UPDATE ON "proposal" FOR EACH ROW EXECUTE FUNCTION refuse_review_history_change();
CREATE TRIGGER approval_is_history BEFORE UPDATE ON "approval" FOR EACH ROW EXECUTE FUNCTION refuse_review_history_change();

-- The inbox reads its lists in order from an index that holds every column it filters by: a filter that fits few items skips the others
-- without opening their rows, which are wide. Prisma's schema has no word for either.
CREATE INDEX "held_item_waiting_idx" ON "held_item" ("due_at", "id")
  INCLUDE ("kind", "risk", "channel", "language", "queue_id", "agent_id", "claimed_by_id", "claim_expires_at")
  WHERE "state" IN ('open', 'claimed');
CREATE INDEX "held_item_listed_idx" ON "held_item" ("id")
  INCLUDE ("state", "kind", "risk", "channel", "language", "queue_id", "agent_id", "claimed_by_id", "claim_expires_at", "due_at");

ALTER TABLE "review_setting" ADD CONSTRAINT "review_setting_has_one_row" CHECK ("id" = 1);
INSERT INTO "review_setting" ("id", "time_zone", "work_days", "work_start_minute", "work_end_minute", "claim_minutes", "release_minutes",
  "outcome_minutes", "two_person_amount", "two_person_currency", "sample_share", "ordinary_min")
VALUES (1, 'UTC', ARRAY[1, 2, 3, 4, 5], 480, 1080, 10, 60, 240, 500, 'EUR', 0.02, 0.5);
INSERT INTO "kind_rule" ("kind", "minutes_to_decide", "remind_minutes_before", "escalate_minutes_before", "is_working_time", "approvals_needed", "threshold") VALUES
  ('legal_issue', 1440, 480, 240, true, 2, 0.5),
  ('payment_dispute', 480, 120, 60, true, 1, 0.5),
  ('complaint', 480, 120, 60, true, 1, 0.5),
  ('unusual_request', 240, 60, 30, true, 1, 0.5);
INSERT INTO "review_queue" ("id", "name", "position", "kinds", "languages", "escalation_ids") VALUES
  (gen_random_uuid(), 'Legal', 1, ARRAY['legal_issue']::hold_kind[], '{}', '{}'),
  (gen_random_uuid(), 'Payments', 2, ARRAY['payment_dispute']::hold_kind[], '{}', '{}'),
  (gen_random_uuid(), 'Complaints', 3, ARRAY['complaint']::hold_kind[], '{}', '{}'),
  (gen_random_uuid(), 'Everything else', 1000, '{}', '{}', '{}');

-- Until somebody narrows it, a reviewer reviews every kind.
UPDATE "person" SET "review_kinds" = ARRAY['legal_issue', 'payment_dispute', 'complaint', 'unusual_request']::hold_kind[]
WHERE 'reviewer' = ANY("roles");

-- The policy's version, kept as it is until the caller's transaction ends. The application's role may read the clock and not lock it.
CREATE FUNCTION hold_policy_clock() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  SELECT version FROM policy_clock WHERE id = 1 FOR SHARE
$$;
