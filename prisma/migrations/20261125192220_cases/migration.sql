-- CreateTable
CREATE TABLE "dispatcher_key" (
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "dispatcher_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subject_case" (
    "id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "dataset_id" UUID NOT NULL,
    "subject_sealed" TEXT NOT NULL,
    "subject_ref" TEXT NOT NULL,
    "token_domain" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "subject_case_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "dispatcher_key_key_hash_key" ON "dispatcher_key"("key_hash");

-- CreateIndex
CREATE UNIQUE INDEX "subject_case_token_hash_key" ON "subject_case"("token_hash");

-- CreateIndex
CREATE INDEX "subject_case_agent_id_id_idx" ON "subject_case"("agent_id", "id");

-- CreateIndex
CREATE INDEX "subject_case_expires_at_idx" ON "subject_case"("expires_at");

-- AddForeignKey
ALTER TABLE "subject_case" ADD CONSTRAINT "subject_case_agent_id_fkey" FOREIGN KEY ("agent_id") REFERENCES "agent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_case" ADD CONSTRAINT "subject_case_dataset_id_fkey" FOREIGN KEY ("dataset_id") REFERENCES "dataset"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subject_case" ADD CONSTRAINT "subject_case_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "dispatcher_key"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
