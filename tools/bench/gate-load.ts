import autocannon from "autocannon";

export type Load = { url: string; key?: string; body: unknown };
export type Measured = { perSecond: number; p50: number; p99: number };

async function fire({ url, key, body }: Load, connections: number, seconds: number): Promise<Measured> {
  const headers = {
    "content-type": "application/json",
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  };
  const result = await autocannon({
    url,
    method: "POST",
    headers,
    body: JSON.stringify(body),
    connections,
    duration: seconds,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${result.non2xx} answers and ${result.errors} calls to ${url} failed`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Servers take turns for several rounds, so that a busy moment of the machine does not fall on one alone; medians of the rounds. */
export async function fireInTurns(
  loads: readonly Load[],
  connections: number,
  rounds = 3,
  seconds = 3,
): Promise<Measured[]> {
  for (const load of loads) await fire(load, connections, 1);
  const measured = loads.map((): Measured[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, load] of loads.entries()) measured[index]?.push(await fire(load, connections, seconds));
  }
  return measured.map((all) => ({
    perSecond: Math.round(median(all.map(({ perSecond }) => perSecond))),
    p50: median(all.map(({ p50 }) => p50)),
    p99: median(all.map(({ p99 }) => p99)),
  }));
}
