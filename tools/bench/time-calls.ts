import { Agent, request } from "node:http";
import type { Load, Measured } from "./gate-load";

function call({ url, key, body }: Load, agent: Agent): Promise<void> {
  const headers = {
    "content-type": "application/json",
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", headers, agent }, (response) => {
      response.resume();
      response.on("end", () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${url} answered ${response.statusCode}`)),
      );
    });
    sent.on("error", reject);
    sent.end(JSON.stringify(body));
  });
}

/** Times of single calls in milliseconds, so many under way at a time. */
async function timeRound(load: Load, agent: Agent, connections: number, calls: number): Promise<number[]> {
  const times: number[] = [];
  let left = calls;
  const work = async (): Promise<void> => {
    while (left-- > 0) {
      const from = performance.now();
      await call(load, agent);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return times;
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Servers take turns, each call timed to the microsecond: where calls take less than a millisecond a load generator's own clock is too coarse. */
export async function timeInTurns(
  loads: readonly Load[],
  connections: number,
  rounds = 5,
  calls = 800,
): Promise<Measured[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times = loads.map((): number[] => []);
  const spent = loads.map(() => 0);
  for (const load of loads) await timeRound(load, agent, connections, calls);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, load] of loads.entries()) {
      const from = performance.now();
      times[index]?.push(...(await timeRound(load, agent, connections, calls)));
      spent[index] = (spent[index] ?? 0) + performance.now() - from;
    }
  }
  agent.destroy();
  return times.map((all, index) => {
    const sorted = all.toSorted((a, b) => a - b);
    const perSecond = Math.round((all.length * 1_000) / (spent[index] ?? 1));
    return { perSecond, p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99) };
  });
}
