import pg from "pg";
import { z } from "zod";
import { getEnv } from "@/lib/runtime/env";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";

/** `caught_up`: the connection is there again; anything may have changed meanwhile. */
export type ReviewNews =
  | { kind: "changed"; itemId: string }
  | { kind: "presence"; itemId: string; personId: string; name: string; at: string }
  | { kind: "caught_up" };

export type ReviewWatch = {
  /** True when the item may have changed, false when the time is over, `signal` aborts or the watch is closed. */
  waitForChange: (itemId: string, ms: number, signal?: AbortSignal) => Promise<boolean>;
  /** Returns a function that ends it. */
  subscribe: (listener: (news: ReviewNews) => void) => () => void;
  /** Tells every process that a person looks at an item. Nobody is told when the database is away. */
  announcePresence: (itemId: string, person: { personId: string; name: string }) => Promise<void>;
  close: () => Promise<void>;
};

const RECONNECT_MS = 1_000;
const CHANGED = "review_changed";
const PRESENCE = "review_presence";

const Presence = z.object({ itemId: z.string(), personId: z.string(), name: z.string(), at: z.string() });

function toNews({ channel, payload = "" }: pg.Notification): ReviewNews | null {
  if (channel === CHANGED) return { kind: "changed", itemId: payload };
  if (channel !== PRESENCE) return null;
  try {
    return { kind: "presence", ...Presence.parse(JSON.parse(payload)) };
  } catch {
    return null; // Whoever else uses the channel says nothing that is meant for us.
  }
}

class Listening implements ReviewWatch {
  private readonly listeners = new Set<(news: ReviewNews) => void>();
  private readonly endings = new Set<() => void>();
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor() {
    void this.connect();
  }

  private tell(news: ReviewNews): void {
    for (const listener of this.listeners) listener(news);
  }

  private async connect(): Promise<void> {
    if (this.isClosed) return;
    const client = new pg.Client({
      connectionString: getEnv().databaseUrl,
      keepAlive: true,
      application_name: "gatehouse-reviews",
    });
    this.client = client;
    const again = (): void => {
      if (this.client !== client || this.isClosed) return;
      this.client = null;
      this.timer = setTimeout(() => void this.connect(), RECONNECT_MS);
    };
    client.on("notification", (message) => {
      const news = toNews(message);
      if (news !== null) this.tell(news);
    });
    client.on("error", again);
    client.on("end", again);
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANGED}; LISTEN ${PRESENCE}`);
      this.tell({ kind: "caught_up" });
    } catch (error) {
      log("warn", "reviews_not_watched", toErrorFacts(error));
      again();
    }
  }

  subscribe = (listener: (news: ReviewNews) => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  waitForChange = (itemId: string, ms: number, signal?: AbortSignal): Promise<boolean> =>
    new Promise((resolve) => {
      const finish = (isChanged: boolean): void => {
        clearTimeout(timer);
        unsubscribe();
        this.endings.delete(end);
        signal?.removeEventListener("abort", end);
        resolve(isChanged);
      };
      const end = (): void => finish(false);
      const timer = setTimeout(end, ms);
      const unsubscribe = this.subscribe((news) => {
        if (news.kind === "caught_up" || (news.kind === "changed" && news.itemId === itemId)) finish(true);
      });
      this.endings.add(end);
      signal?.addEventListener("abort", end);
      if (this.isClosed || signal?.aborted === true) end();
    });

  announcePresence = async (itemId: string, { personId, name }: { personId: string; name: string }): Promise<void> => {
    const presence = JSON.stringify({ itemId, personId, name, at: new Date().toISOString() });
    await this.client
      ?.query("SELECT pg_notify($1, $2)", [PRESENCE, presence])
      .catch((error: unknown) => log("warn", "presence_not_announced", toErrorFacts(error)));
  };

  close = async (): Promise<void> => {
    this.isClosed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    for (const end of this.endings) end();
    if (watch === this) watch = null;
    await this.client?.end().catch(() => undefined);
  };
}

let watch: Listening | null = null;

/** This process's one connection that hears of changes of held items; opened when it is first asked for, and again when it breaks. */
export function watchReviews(): ReviewWatch {
  watch ??= new Listening();
  return watch;
}

/** Ends every wait of this process, for a graceful stop. */
export async function stopWatchingReviews(): Promise<void> {
  await watch?.close();
}
