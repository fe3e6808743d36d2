import { z } from "zod";
import { CRITICALITIES } from "@/lib/kernel/vendor-vocabulary";
import { VENDOR_STATUSES } from "@/lib/vendors/vendor-status";

/** The filters of the vendor table in its address. */
export const FILTER_SHAPE = {
  q: z.string().max(100, "must be at most 100 characters"),
  status: z.enum(VENDOR_STATUSES, `must be one of ${VENDOR_STATUSES.join(", ")}`),
  criticality: z.enum(CRITICALITIES, `must be one of ${CRITICALITIES.join(", ")}`),
  musts: z.literal("open", "must be open"),
};

type Filters = { [K in keyof typeof FILTER_SHAPE]?: z.output<(typeof FILTER_SHAPE)[K]> };

/** The same as the verbs take them. */
export function toVendorFilter({ q, status, criticality, musts }: Filters) {
  return { text: q, status, criticality, hasOpenMusts: musts === undefined ? undefined : true };
}
