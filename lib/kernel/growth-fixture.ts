const TRIES = 3;

/** Milliseconds of processor time, the least of some tries: what other programs do to the machine is not in it. */
function leastCpuMs(work: () => void): number {
  const tries = Array.from({ length: TRIES }, () => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user / 1_000;
  });
  return Math.max(Math.min(...tries), 1);
}

/** How many times more processor time `work` takes for eight times as much: about 8 where it is linear, 64 where it is quadratic. */
export function growthOfEightfold(work: (size: number) => void, size: number): number {
  work(size);
  const small = leastCpuMs(() => work(size));
  return leastCpuMs(() => work(size * 8)) / small;
}

/** Between linear and quadratic, in the middle of what the two would give on a machine that measures badly. */
export const LINEAR_GROWTH_MAX = 32;
