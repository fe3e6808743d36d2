import { z } from "zod";
import { getReaderPool } from "@/lib/db/pool";
import type { HeldItemId } from "@/lib/kernel/ids";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { REVIEW_VERDICTS } from "@/lib/kernel/vocabulary";
import type { HeldItemDetail } from "@/lib/reviews/get-held-item";
import { compareSimilarity } from "@/lib/reviews/to-similarity";
import type { HeldFacts } from "./load-held-facts";

type Similar = HeldItemDetail["similar"][number];

const SHOWN_MAX = 5;
/** Of those that share a value; a common word is shared by many. */
const CANDIDATES_MAX = 1_000;
/** Less than a quarter of the words in common is chance. */
const LIKENESS_MIN = 0.25;

const SQL = `
  SELECT i.id, i.kind::text, i.verdict::text, i.reject_preset AS "rejectPreset", p.name AS "decidedBy", i.decided_at AS "decidedAt", i.similarity
  FROM (SELECT id, kind, verdict, reject_preset, decided_by_id, decided_at, similarity FROM held_item
        WHERE similarity && $1::int[] AND kind = $2::hold_kind AND verdict IS NOT NULL AND id <> $3::uuid
        ORDER BY id DESC LIMIT ${CANDIDATES_MAX}) AS i
  JOIN person p ON p.id = i.decided_by_id`;

const Row = z.object({
  id: z.string().transform((value) => value as HeldItemId),
  kind: z.enum(TRIAGE_KINDS),
  verdict: z.enum(REVIEW_VERDICTS),
  rejectPreset: z.string().nullable(),
  decidedBy: z.string(),
  decidedAt: z.date(),
  similarity: z.array(z.number()),
});

/** Earlier decisions of the same kind about messages with the most words in common. */
export async function listSimilar({ id, kind, similarity }: HeldFacts): Promise<Similar[]> {
  if (similarity.length === 0) return [];
  const { rows } = await getReaderPool().query(SQL, [similarity, kind, id]);
  return z
    .array(Row)
    .parse(rows)
    .map(({ similarity: other, ...row }) => ({ ...row, likeness: compareSimilarity(similarity, other) }))
    .filter(({ likeness }) => likeness >= LIKENESS_MIN)
    .sort((left, right) => right.likeness - left.likeness || right.decidedAt.getTime() - left.decidedAt.getTime())
    .slice(0, SHOWN_MAX);
}
