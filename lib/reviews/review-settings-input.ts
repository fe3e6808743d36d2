import { z } from "zod";
import { explainClassifierUrlFault } from "./internal/ask-classifier";
import { Amount, Currency, Share } from "./settings-input";

const DAY_MINUTES = 1_440;

const minutes = (min: number, max: number) =>
  z.int("must be whole minutes").min(min, `must be at least ${min} minutes`).max(max, `must be at most ${max} minutes`);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    // A RangeError is how Intl says that it does not know the zone.
    return false;
  }
}

/** No name, password or query: a key in an address would stand in logs on the way. */
export const ReviewSettingsInput = z
  .object({
    /** As it was shown; another one now is a conflict. */
    version: z.int("must be the version that was shown"),
    timeZone: z
      .string("choose a time zone")
      .trim()
      .max(60, "choose a time zone")
      .refine(isTimeZone, "must be a time zone, like Europe/Berlin"),
    workDays: z
      .array(z.int().min(1).max(7), "choose working days")
      .min(1, "choose at least one working day")
      .transform((days) => [...new Set(days)].sort((left, right) => left - right)),
    workStartMinute: minutes(0, DAY_MINUTES - 1),
    workEndMinute: minutes(1, DAY_MINUTES),
    claimMinutes: minutes(1, 240),
    releaseMinutes: minutes(1, 7 * DAY_MINUTES),
    outcomeMinutes: minutes(1, 30 * DAY_MINUTES),
    twoPersonAmount: Amount,
    twoPersonCurrency: Currency,
    sampleShare: Share,
    ordinaryMin: Share,
    classifierUrl: z
      .string()
      .trim()
      .max(500, "use at most 500 characters")
      .superRefine((url, context) => {
        const message = explainClassifierUrlFault(url);
        if (message !== null) context.addIssue({ code: "custom", message });
      })
      .nullable(),
    /** Left out: the one that is there stays. Null: none. */
    classifierSecret: z.string().min(16, "use at least 16 characters").max(500, "use at most 500 characters").nullish(),
  })
  .superRefine(({ workStartMinute, workEndMinute }, context) => {
    if (workEndMinute <= workStartMinute)
      context.addIssue({ code: "custom", path: ["workEndMinute"], message: "must be after the start of the day" });
  });
export type ReviewSettingsInput = z.input<typeof ReviewSettingsInput>;
