import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { PrismaClient } from "@/lib/db/generated/client";
import { getReaderPool } from "./pool";

type ReadMethod =
  | "findUnique"
  | "findUniqueOrThrow"
  | "findFirst"
  | "findFirstOrThrow"
  | "findMany"
  | "count"
  | "aggregate"
  | "groupBy";
type ModelName = Exclude<keyof PrismaClient, `$${string}` | symbol>;
type ReadModel<M> = { readonly [K in Extract<keyof M, ReadMethod>]: M[K] };

/** The client without its writes. Its connections are read-only as well, so raw SQL cannot write either. */
export type Reader = { readonly [M in ModelName]: ReadModel<PrismaClient[M]> } & Pick<PrismaClient, "$queryRaw">;

let opened: { pool: pg.Pool; client: Reader } | undefined;

export function reader(): Reader {
  const pool = getReaderPool();
  if (opened?.pool !== pool) {
    opened = { pool, client: new PrismaClient({ adapter: new PrismaPg(pool) }) };
  }
  return opened.client;
}
