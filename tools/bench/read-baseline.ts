// The same SELECT by pg in an otherwise empty Hono handler.
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.env["BENCH_SOURCE_URL"], max: 10 });
const SELECT = `
  SELECT t."id", t."customer_number", t."company_name", t."first_name", t."last_name", t."email", t."city", t."credit_limit"
  FROM "public"."customers" AS t ORDER BY t."id" LIMIT $1`;

const app = new Hono();
app.get("/healthz", (c) => c.json({ status: "ok" }));
app.post("/read", async (c) => {
  const { limit } = await c.req.json<{ limit: number }>();
  const { rows } = await pool.query(SELECT, [limit]);
  return c.json({ rows });
});
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(process.argv[2]) });
process.on("SIGTERM", () => process.exit(0));
