import { z } from "zod";
import type { CapHolder } from "@/lib/kernel/access";

/** What a release takes of its holders' day. The agent is the first holder, so that claims never wait for each other in a circle. */
export type CapClaim = {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  holders: readonly CapHolder[];
  rows: number;
  subjects: readonly string[];
};

const Counted = z.object({ id: z.string(), rows: z.number(), subjects: z.number(), freshSubjects: z.number() });
const Refused = z.object({ cap: z.enum(["rows", "subjects"]), left: z.number() });

/** What `count_release` answers: each holder's day after the release, or the cap that it would have passed. */
export const CapAnswer = z.union([z.object({ counted: z.array(Counted) }), z.object({ refused: Refused })]);
export type CapAnswer = z.output<typeof CapAnswer>;
export type CountedHolder = z.output<typeof Counted>;
