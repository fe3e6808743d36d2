import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { type Prisma, PrismaClient } from "@/lib/db/generated/client";
import { getWriterPool } from "./pool";

export type Transaction = Prisma.TransactionClient;

let opened: { pool: pg.Pool; client: PrismaClient } | undefined;

/** The writable client. Only `lib/audit` may ask for it: every other write goes through `commit` (a lint rule says so). */
export function getWriter(): PrismaClient {
  const pool = getWriterPool();
  if (opened?.pool !== pool) {
    opened = { pool, client: new PrismaClient({ adapter: new PrismaPg(pool) }) };
  }
  return opened.client;
}
