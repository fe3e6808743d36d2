-- CreateTable
CREATE TABLE "scope_use" (
    "scope_id" UUID NOT NULL,
    "field_name" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "uses" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scope_use_pkey" PRIMARY KEY ("scope_id","field_name","day")
);
