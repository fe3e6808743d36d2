-- CreateEnum
CREATE TYPE "access_item_kind" AS ENUM ('agent', 'scope', 'roles');

-- CreateEnum
CREATE TYPE "access_item_outcome" AS ENUM ('keep', 'narrow', 'revoke', 'suspended', 'not_possible');

-- CreateTable
CREATE TABLE "access_review" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "started_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_review_item" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "kind" "access_item_kind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "flags" TEXT[],
    "asked_id" UUID,
    "outcome" "access_item_outcome",
    "note" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_review_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "access_review_item_review_id_idx" ON "access_review_item"("review_id");

-- AddForeignKey
ALTER TABLE "access_review" ADD CONSTRAINT "access_review_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_review_item" ADD CONSTRAINT "access_review_item_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "access_review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_review_item" ADD CONSTRAINT "access_review_item_asked_id_fkey" FOREIGN KEY ("asked_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_review_item" ADD CONSTRAINT "access_review_item_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
