import { z } from "zod";
import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { PersonId } from "@/lib/kernel/ids";
import { getEnv } from "@/lib/runtime/env";

const PEOPLE_MAX = 1000;

const Rows = z.array(z.object({ personId: z.string().transform((id) => id as PersonId) }));

/** The people whose digest is due: where they work it has been 08:00 since something happened. */
export async function listDueDigests(ctx: RequestContext): Promise<PersonId[]> {
  authorize(ctx, "notice:send");
  if (getEnv().smtpUrl === undefined) return [];
  const rows = await reader().$queryRaw`
    SELECT DISTINCT n.person_id AS "personId" FROM notice n JOIN person p ON p.id = n.person_id
    WHERE n.mail_state = 'waiting' AND n.mail_due_at <= ${ctx.now} AND p.notice_mode = 'digest'
    ORDER BY 1 LIMIT ${PEOPLE_MAX}`;
  return Rows.parse(rows).map(({ personId }) => personId);
}
