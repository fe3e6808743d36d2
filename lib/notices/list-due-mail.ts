import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { getEnv } from "@/lib/runtime/env";

const DUE_MAX = 500;
/** By then the job that was put in line with the row has had its time. */
const OVERDUE_MS = 30_000;

/** Notices whose single mail is overdue: nobody was woken for it, or the process died. Up to 500, the longest waiting first. */
export async function listDueMail(ctx: RequestContext): Promise<string[]> {
  authorize(ctx, "notice:send");
  if (getEnv().smtpUrl === undefined) return [];
  const rows = await reader().notice.findMany({
    where: {
      mailState: "waiting",
      mailDueAt: { lte: new Date(ctx.now.getTime() - OVERDUE_MS) },
      person: { noticeMode: { not: "digest" } },
    },
    select: { id: true },
    orderBy: [{ mailDueAt: "asc" }, { id: "asc" }],
    take: DUE_MAX,
  });
  return rows.map(({ id }) => id);
}
