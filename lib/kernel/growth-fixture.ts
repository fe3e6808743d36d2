const TRIES = 2;
const TIMES = 8;
/** Processor time is counted in ticks of some milliseconds; below this it says nothing. */
const FLOOR_MS = 8;

/** Milliseconds of processor time, the least of some tries: what other programs do to the machine is not in it. */
function leastCpuMs(work: () => void): number {
  const tries = Array.from({ length: TRIES }, () => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user / 1_000;
  });
  return Math.max(Math.min(...tries), FLOOR_MS);
}

/** The processor time of one piece of eight times the size against that of eight pieces: about 1 where it is linear, 8 where quadratic. */
export function growthOfEightfold(work: (size: number) => void, size: number): number {
  work(size);
  const pieces = leastCpuMs(() => {
    for (let piece = 0; piece < TIMES; piece += 1) work(size);
  });
  return leastCpuMs(() => work(size * TIMES)) / pieces;
}

/** Between the two, as far from either. */
export const LINEAR_GROWTH_MAX = 4;
