-- AlterTable
ALTER TABLE "answer" ADD COLUMN     "said_sealed" TEXT;

-- AlterTable
ALTER TABLE "offered_answer" ADD COLUMN     "said_sealed" TEXT,
ALTER COLUMN "note" SET DEFAULT '';

-- CreateEnum
CREATE TYPE "vendor_proposal_kind" AS ENUM ('agreements', 'certification', 'subprocessor_removal');

-- CreateEnum
CREATE TYPE "vendor_proposal_state" AS ENUM ('waiting', 'confirmed', 'turned_down', 'replaced');

-- AlterTable
ALTER TABLE "vendor" ADD COLUMN     "changed_by_id" UUID,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "vendor_proposal" (
    "id" UUID NOT NULL,
    "vendor_id" UUID NOT NULL,
    "kind" "vendor_proposal_kind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "state" "vendor_proposal_state" NOT NULL DEFAULT 'waiting',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "vendor_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vendor_fact_change" (
    "vendor_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "vendor_fact_change_pkey" PRIMARY KEY ("vendor_id")
);

-- CreateIndex
CREATE INDEX "vendor_proposal_vendor_id_state_idx" ON "vendor_proposal"("vendor_id", "state");

-- CreateIndex
CREATE INDEX "vendor_fact_change_version_idx" ON "vendor_fact_change"("version");

-- AddForeignKey
ALTER TABLE "vendor" ADD CONSTRAINT "vendor_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_proposal" ADD CONSTRAINT "vendor_proposal_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_proposal" ADD CONSTRAINT "vendor_proposal_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vendor_proposal" ADD CONSTRAINT "vendor_proposal_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One change of the same thing waits at a time; whoever proposed it does not confirm it; a decided one is history.
CREATE UNIQUE INDEX "vendor_proposal_one_waiting" ON "vendor_proposal" ("vendor_id", "kind", "subject_id") WHERE "state" = 'waiting';
ALTER TABLE "vendor_proposal" ADD CONSTRAINT "vendor_proposal_confirmed_by_another" CHECK (
  "state" <> 'confirmed' OR ("decided_by_id" IS NOT NULL AND "decided_by_id" <> "proposed_by_id"));
CREATE FUNCTION refuse_vendor_proposal_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'waiting'
    AND to_jsonb(NEW) - ARRAY['state', 'decided_by_id', 'decided_at'] = to_jsonb(OLD) - ARRAY['state', 'decided_by_id', 'decided_at'] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what was proposed is never changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER vendor_proposal_is_history BEFORE UPDATE OR DELETE ON "vendor_proposal" FOR EACH ROW EXECUTE FUNCTION refuse_vendor_proposal_change();

-- Which vendor's facts changed at which version of the policy clock, so that a process reads again only what is new. Whoever writes here holds
-- the clock's row until the transaction ends: versions become visible in their order. Triggers of one event fire by name, so the tick
-- ("…_ticks_…") comes before this ("…_touches_…").
CREATE FUNCTION note_vendor_fact_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  row_is jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
  changed uuid;
BEGIN
  changed := CASE TG_TABLE_NAME
    WHEN 'vendor' THEN (row_is ->> 'id')::uuid
    WHEN 'answer_verdict_record' THEN (SELECT vendor_id FROM assessment WHERE id = (row_is ->> 'assessment_id')::uuid)
    ELSE (row_is ->> 'vendor_id')::uuid END;
  INSERT INTO vendor_fact_change (vendor_id, version) SELECT changed, version FROM policy_clock WHERE id = 1
  ON CONFLICT (vendor_id) DO UPDATE SET version = EXCLUDED.version;
  RETURN NULL;
END $$;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['vendor', 'vendor_subprocessor', 'certification', 'vendor_exception'] LOOP
    EXECUTE format(
      'CREATE CONSTRAINT TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION note_vendor_fact_change()',
      name || '_touches_vendor_facts', name);
  END LOOP;
END $$;
CREATE CONSTRAINT TRIGGER "assessment_touches_vendor_facts" AFTER INSERT OR UPDATE ON "assessment" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.state IN ('decided', 'superseded')) EXECUTE FUNCTION note_vendor_fact_change();
CREATE CONSTRAINT TRIGGER "answer_verdict_record_touches_vendor_facts" AFTER INSERT ON "answer_verdict_record" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.is_after_decision) EXECUTE FUNCTION note_vendor_fact_change();
