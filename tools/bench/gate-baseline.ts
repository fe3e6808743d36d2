// The least that a server with a durable event can do: read the request's JSON, share an insert with its neighbours, answer.
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import pg from "pg";
import { v7 } from "uuid";

const TEXT = JSON.stringify({ padding: "x".repeat(900) });
const INSERT = `
  INSERT INTO audit_event (id, at, action, actor_kind, actor_id, decision, reason, request_id, text)
  SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::text[])`;

const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 1 });
let waiting: (() => void)[] = [];
let isWriting = false;

async function write(): Promise<void> {
  isWriting = true;
  while (waiting.length > 0) {
    const batch = waiting;
    waiting = [];
    const ids = batch.map(() => v7());
    const fill = (text: string): string[] => batch.map(() => text);
    const now = batch.map(() => new Date());
    const values = [
      ids,
      now,
      fill("bench"),
      fill("agent"),
      fill("somebody"),
      fill("allow"),
      fill("granted"),
      ids,
      fill(TEXT),
    ];
    await pool.query({ name: "insert", text: INSERT, values });
    for (const resolve of batch) resolve();
  }
  isWriting = false;
}

const app = new Hono();
app.get("/healthz", (c) => c.json({ status: "ok" }));
app.post("/evaluation", async (c) => {
  await c.req.json();
  await new Promise<void>((resolve) => {
    waiting.push(resolve);
    if (!isWriting) void write();
  });
  return c.json({ decision: true });
});
serve({ fetch: app.fetch, hostname: "127.0.0.1", port: Number(process.argv[2]) });
process.on("SIGTERM", () => process.exit(0));
