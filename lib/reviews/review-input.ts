import { z } from "zod";

const WORDS_MAX = 4_000;
const NOTE_MAX = 300;

export const ItemIdInput = z.object({ itemId: z.uuid("names no held item") });

/** The item, and the change of it that the reviewer saw. */
export const SeenItemInput = ItemIdInput.extend({
  revision: z.int("must be the revision that was shown").min(1, "must be the revision that was shown"),
});

/** What a person writes to the agent or a colleague: kept sealed. */
export const Words = z
  .string("write something")
  .trim()
  .min(1, "write something")
  .max(WORDS_MAX, `use at most ${WORDS_MAX} characters`);

/** The same where nothing need be said. */
export const OptionalWords = z.string().trim().max(WORDS_MAX, `use at most ${WORDS_MAX} characters`).default("");

/** Why something is done, for the log. */
export const LogNote = z
  .string("say why")
  .trim()
  .min(5, "say why, in at least 5 characters")
  .max(NOTE_MAX, `use at most ${NOTE_MAX} characters`);
