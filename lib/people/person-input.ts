import { z } from "zod";
import { ROLES } from "@/lib/kernel/vocabulary";

export const PersonIdInput = z.object({ personId: z.uuid({ error: "is not a person's id" }) });

/** One form for one person, however it is typed. */
export const Email = z
  .string({ error: "enter an e-mail address" })
  .trim()
  .toLowerCase()
  .max(254, { error: "is too long for an e-mail address" })
  .pipe(z.email({ error: "enter an e-mail address, like name@example.com" }));

export const PersonName = z
  .string({ error: "enter a name" })
  .trim()
  .min(1, { error: "enter a name" })
  .max(120, { error: "use at most 120 characters" })
  .refine((name) => !/\p{Cc}/u.test(name), { error: "use letters, not control characters" });

export const NewPassword = z
  .string({ error: "choose a password" })
  .min(12, { error: "use at least 12 characters" })
  .max(200, { error: "use at most 200 characters" })
  .refine((password) => new Set(password).size >= 5, { error: "use at least five different characters" });

/** At least one, without repeats, in the order of the vocabulary. To take all access away, disable the person. */
export const Roles = z
  .array(z.enum(ROLES, { error: "is not a role" }), { error: "choose at least one role" })
  .min(1, { error: "choose at least one role" })
  .transform((roles) => ROLES.filter((role) => roles.includes(role)));
