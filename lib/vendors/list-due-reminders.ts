import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { VendorId } from "@/lib/kernel/ids";
import { loadAllVendorFacts } from "./internal/all-vendor-facts";
import { listVendorEnds, type VendorEnd } from "./internal/vendor-ends";

export const REMINDER_DAYS = [30, 14, 7, 3, 1] as const;
const DAY_MS = 86_400_000;

export type DueReminder = {
  vendorId: VendorId;
  subject: VendorEnd["subject"];
  subjectId: string;
  endsAt: Date;
  daysBefore: number;
};

/** The nearest of the days on which one is reminded that has come; null: none has, or it is over. */
function toDaysBefore(endsAt: number, now: number): number | null {
  if (endsAt <= now) return null;
  return REMINDER_DAYS.findLast((days) => endsAt - days * DAY_MS <= now) ?? null;
}

const keyOf = (one: Omit<DueReminder, "endsAt"> & { endsAt: Date }): string =>
  [one.vendorId, one.subject, one.subjectId, one.endsAt.getTime(), one.daysBefore].join(" ");

/** Of what people have to be told now: each end 30, 14, 7, 3 and 1 days before, once each; of days that were missed only the nearest. */
export async function listDueReminders(ctx: RequestContext): Promise<DueReminder[]> {
  authorize(ctx, "vendor:clock");
  const known = await loadAllVendorFacts();
  const now = ctx.now.getTime();
  const due = [...known.values()].flatMap((vendor) =>
    listVendorEnds(vendor).flatMap(({ subject, subjectId, endsAt }): DueReminder[] => {
      const daysBefore = toDaysBefore(endsAt, now);
      if (daysBefore === null) return [];
      return [{ vendorId: vendor.id as VendorId, subject, subjectId, endsAt: new Date(endsAt), daysBefore }];
    }),
  );
  const told = await reader().vendorReminder.findMany({
    where: { endsAt: { gt: ctx.now } },
    select: { vendorId: true, subject: true, subjectId: true, endsAt: true, daysBefore: true },
  });
  const keys = new Set(
    told.map((one) =>
      keyOf({ ...one, vendorId: one.vendorId as VendorId, subject: one.subject as VendorEnd["subject"] }),
    ),
  );
  return due.filter((one) => !keys.has(keyOf(one)));
}
