import { z } from "zod";
import { REGION_SHAPE } from "@/lib/kernel/regions";
import { CRITICALITIES, LAPSE_EFFECTS, SUBPROCESSOR_REACHES } from "@/lib/kernel/vendor-vocabulary";
import { CATEGORIES } from "@/lib/kernel/vocabulary";

export const VendorIdInput = z.uuid("names no vendor");
export const AssessmentIdInput = z.uuid("names no assessment");

export const text = (max: number) =>
  z.string().trim().min(1, "is required").max(max, `must be at most ${max} characters`);
const texts = (max: number) => z.array(text(max)).max(100, "name at most 100").default([]);

/** A day as `YYYY-MM-DD`; empty or absent is none. */
export const Day = z.iso.date("must be a day as YYYY-MM-DD").transform((day) => new Date(`${day}T00:00:00Z`));
export const MaybeDay = z
  .union([z.literal("").transform(() => null), Day])
  .nullish()
  .transform((day) => day ?? null);

export const Region = z.string().trim().toUpperCase().regex(REGION_SHAPE, "must be EU, EEA or a country's two letters");

/** An address that people open: never a script or a file of their own machine. */
export const WebAddress = z
  .url("must be a web address")
  .max(2_000, "must be at most 2000 characters")
  .refine((url) => /^https?:\/\//i.test(url), { error: "must begin with https:// or http://" });

/** What people say about a vendor. */
export const VendorInput = z.object({
  name: text(120),
  isOurselves: z.boolean().default(false),
  services: texts(120),
  models: texts(120),
  contacts: z
    .array(
      z.object({
        name: text(120),
        email: z.email("must be an e-mail address").max(254),
        role: z.string().trim().max(120).default(""),
      }),
    )
    .max(20, "name at most 20 people")
    .default([]),
  contractFrom: MaybeDay,
  contractUntil: MaybeDay,
  dpaFrom: MaybeDay,
  dpaUntil: MaybeDay,
  regions: z.array(Region).max(60, "name at most 60").default([]),
  ownerId: z.uuid("choose a person"),
  criticality: z.enum(CRITICALITIES, "choose how critical it is").default("medium"),
  notes: z.string().trim().max(5_000, "must be at most 5000 characters").default(""),
});
export type VendorInput = z.input<typeof VendorInput>;
export type ParsedVendor = z.output<typeof VendorInput>;

export const CertificationInput = z
  .object({
    name: text(120),
    scope: z.string().trim().max(1_000, "must be at most 1000 characters").default(""),
    validFrom: Day,
    validUntil: Day,
    onLapse: z.enum(LAPSE_EFFECTS, "choose what its end does").default("nothing"),
  })
  .refine(({ validFrom, validUntil }) => validFrom <= validUntil, {
    path: ["validUntil"],
    error: "must not be before the first day",
  });
export type CertificationInput = z.input<typeof CertificationInput>;

export const SubprocessorInput = z
  .object({
    vendorId: VendorIdInput,
    subprocessorId: z.uuid("choose a vendor"),
    service: text(200),
    reach: z.enum(SUBPROCESSOR_REACHES, "choose what it gets"),
    categories: z.array(z.enum(CATEGORIES)).default([]),
  })
  .refine(({ reach, categories }) => reach === "all_data" || categories.length > 0, {
    path: ["categories"],
    error: "name what it gets, at least one category",
  });
export type SubprocessorInput = z.input<typeof SubprocessorInput>;
