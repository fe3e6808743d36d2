-- CreateEnum
CREATE TYPE "widening_kind" AS ENUM ('grant', 'change', 'revoke', 'rule_off');

-- CreateEnum
CREATE TYPE "widening_state" AS ENUM ('waiting', 'approved', 'rejected', 'withdrawn');

-- CreateTable
CREATE TABLE "widening" (
    "id" UUID NOT NULL,
    "kind" "widening_kind" NOT NULL,
    "state" "widening_state" NOT NULL DEFAULT 'waiting',
    "agent_id" UUID,
    "dataset_id" UUID,
    "scope_id" UUID,
    "base_version" INTEGER,
    "proposed" JSONB,
    "note" TEXT NOT NULL,
    "proposed_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT,

    CONSTRAINT "widening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_settings" (
    "id" INTEGER NOT NULL,
    "is_two_person_rule_on" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "access_settings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "widening_state_id_idx" ON "widening"("state", "id");

-- CreateIndex
CREATE INDEX "widening_scope_id_idx" ON "widening"("scope_id");

-- AddForeignKey
ALTER TABLE "widening" ADD CONSTRAINT "widening_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "widening" ADD CONSTRAINT "widening_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "widening" ADD CONSTRAINT "widening_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "widening" ADD CONSTRAINT "widening_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Off until an admin switches it on.
INSERT INTO "access_settings" ("id", "is_two_person_rule_on") VALUES (1, false);
ALTER TABLE "access_settings" ADD CONSTRAINT "access_settings_has_one_row" CHECK ("id" = 1);
-- What was proposed is never changed, and it is decided once.
CREATE FUNCTION refuse_widening_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state <> 'waiting'
     OR (NEW.kind, NEW.agent_id, NEW.dataset_id, NEW.base_version, NEW.proposed, NEW.note, NEW.proposed_by_id)
        IS DISTINCT FROM (OLD.kind, OLD.agent_id, OLD.dataset_id, OLD.base_version, OLD.proposed, OLD.note, OLD.proposed_by_id)
  THEN RAISE EXCEPTION 'a widening is decided once and never changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER widening_is_history BEFORE UPDATE OR DELETE ON "widening" FOR EACH ROW EXECUTE FUNCTION refuse_widening_change();
ALTER TABLE "widening" ADD CONSTRAINT "widening_is_decided_by_another"
  CHECK (state IN ('waiting', 'withdrawn') OR decided_by_id <> proposed_by_id);
