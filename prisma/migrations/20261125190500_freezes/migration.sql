-- CreateEnum
CREATE TYPE "freeze_target" AS ENUM ('everything', 'vendor', 'source', 'agent');

-- CreateTable
CREATE TABLE "freeze" (
    "id" UUID NOT NULL,
    "target" "freeze_target" NOT NULL,
    "vendor_id" UUID,
    "source_id" UUID,
    "agent_id" UUID,
    "reason" TEXT NOT NULL,
    "frozen_by_id" UUID NOT NULL,
    "frozen_at" TIMESTAMPTZ(3) NOT NULL,
    "lift_reason" TEXT,
    "lift_proposed_by_id" UUID,
    "lift_proposed_at" TIMESTAMPTZ(3),
    "lifted_by_id" UUID,
    "lifted_at" TIMESTAMPTZ(3),
    "drill_id" UUID,

    CONSTRAINT "freeze_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "gate_process" (
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "gate_process_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "freeze_drill" (
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "started_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "frozen_at" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(3),
    "has_passed" BOOLEAN,

    CONSTRAINT "freeze_drill_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "drill_answer" (
    "drill_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "allowed_at" TIMESTAMPTZ(6),
    "last_allowed_at" TIMESTAMPTZ(6),
    "refused_at" TIMESTAMPTZ(6),
    "decision_id" UUID,

    CONSTRAINT "drill_answer_pkey" PRIMARY KEY ("drill_id","process_id")
);

-- CreateIndex
CREATE INDEX "freeze_lifted_at_idx" ON "freeze"("lifted_at");

-- CreateIndex
CREATE INDEX "gate_process_seen_at_idx" ON "gate_process"("seen_at");

-- AddForeignKey
ALTER TABLE "freeze" ADD CONSTRAINT "freeze_vendor_id_fkey" FOREIGN KEY ("vendor_id") REFERENCES "vendor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "freeze" ADD CONSTRAINT "freeze_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "freeze" ADD CONSTRAINT "freeze_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "freeze" ADD CONSTRAINT "freeze_drill_id_fkey" FOREIGN KEY ("drill_id") REFERENCES "freeze_drill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "freeze_drill" ADD CONSTRAINT "freeze_drill_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drill_answer" ADD CONSTRAINT "drill_answer_drill_id_fkey" FOREIGN KEY ("drill_id") REFERENCES "freeze_drill"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drill_answer" ADD CONSTRAINT "drill_answer_process_id_fkey" FOREIGN KEY ("process_id") REFERENCES "gate_process"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A freeze counts from the commit that sets it: it ticks the policy clock like everything else that can alter a decision.
CREATE CONSTRAINT TRIGGER freeze_ticks_policy_clock AFTER INSERT OR UPDATE OR DELETE ON "freeze"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tick_policy_clock();

ALTER TABLE "freeze" ADD CONSTRAINT "freeze_names_its_target" CHECK (
  num_nonnulls("vendor_id", "source_id", "agent_id") = CASE WHEN "target" = 'everything' THEN 0 ELSE 1 END
  AND ("target" <> 'vendor' OR "vendor_id" IS NOT NULL)
  AND ("target" <> 'source' OR "source_id" IS NOT NULL)
  AND ("target" <> 'agent' OR "agent_id" IS NOT NULL));
-- Two people, whatever the application does: who approves a lift is not who proposed it. A drill lifts its own freeze.
ALTER TABLE "freeze" ADD CONSTRAINT "freeze_is_lifted_by_two" CHECK (
  "lifted_at" IS NULL OR "drill_id" IS NOT NULL
  OR ("lift_proposed_by_id" IS NOT NULL AND "lifted_by_id" IS NOT NULL AND "lift_proposed_by_id" <> "lifted_by_id" AND "lift_reason" IS NOT NULL));
-- One freeze in force for each thing; a drill's beside it.
CREATE UNIQUE INDEX "freeze_one_in_force" ON "freeze" ("target", (coalesce("vendor_id", "source_id", "agent_id", '00000000-0000-0000-0000-000000000000'::uuid)))
  WHERE "lifted_at" IS NULL AND "drill_id" IS NULL;
CREATE UNIQUE INDEX "freeze_drill_one_at_a_time" ON "freeze_drill" ((true)) WHERE "ended_at" IS NULL;

CREATE FUNCTION refuse_freeze_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."lifted_at" IS NOT NULL
     OR (NEW."id", NEW."target", NEW."vendor_id", NEW."source_id", NEW."agent_id", NEW."reason", NEW."frozen_by_id", NEW."frozen_at", NEW."drill_id")
        IS DISTINCT FROM
        (OLD."id", OLD."target", OLD."vendor_id", OLD."source_id", OLD."agent_id", OLD."reason", OLD."frozen_by_id", OLD."frozen_at", OLD."drill_id") THEN
    RAISE EXCEPTION 'a freeze is lifted, never changed or removed' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER freeze_is_history BEFORE UPDATE OR DELETE ON "freeze" FOR EACH ROW EXECUTE FUNCTION refuse_freeze_change();

-- Gate processes answer a drill as soon as they hear of it.
CREATE FUNCTION announce_freeze_drill() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('freeze_drill', NEW."id"::text);
  RETURN NULL;
END $$;
CREATE TRIGGER freeze_drill_is_announced AFTER INSERT ON "freeze_drill" FOR EACH ROW EXECUTE FUNCTION announce_freeze_drill();
