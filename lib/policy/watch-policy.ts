import pg from "pg";
import { getEnv } from "@/lib/runtime/env";
import { dropPolicies } from "./policy-cache";

const RECONNECT_MS = 1_000;

/**
 * Drops cached policies as soon as one changes. This only saves a stale decision from being recorded and taken again: that no stale
 * decision is used is confirmed by `evaluateAccess`, so losing this connection is safe. `onDrill`
 * hears of freeze drills. Returns a function that stops watching.
 */
export function watchPolicy(onDrill: () => void = () => undefined): () => Promise<void> {
  let isStopped = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;

  const connect = async (): Promise<void> => {
    if (isStopped) return;
    const next = new pg.Client({
      connectionString: getEnv().databaseUrl,
      keepAlive: true,
      application_name: "gatehouse-watch",
    });
    client = next;
    const again = (): void => {
      if (client !== next || isStopped) return;
      client = null;
      dropPolicies();
      timer = setTimeout(() => void connect(), RECONNECT_MS);
    };
    next.on("notification", ({ channel }) => (channel === "freeze_drill" ? onDrill() : dropPolicies()));
    next.on("error", again);
    next.on("end", again);
    try {
      await next.connect();
      await next.query("LISTEN policy_changed; LISTEN freeze_drill");
      dropPolicies();
    } catch {
      again(); // The server is away; every decision fails closed meanwhile because its event cannot be stored.
    }
  };

  void connect();
  return async () => {
    isStopped = true;
    if (timer !== null) clearTimeout(timer);
    await client?.end();
  };
}
