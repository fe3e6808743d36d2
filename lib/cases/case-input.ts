import { z } from "zod";

const name = z.string("must be a name").min(1, "must not be empty").max(128, "must be at most 128 characters");
const MINUTES_MAX = 24 * 60;

export const OpenCaseInput = z.strictObject(
  {
    agent: name.meta({ description: "The agent's id or name." }),
    dataset: name.meta({ description: "The dataset by whose subject key the customer is named." }),
    subject: z
      .union([z.string().min(1, "must not be empty").max(200, "must be at most 200 characters"), z.number()], {
        error: "must be a string or a number",
      })
      .meta({ description: "The customer: the value of the dataset's subject key." }),
    minutes: z
      .number("must be a number of minutes")
      .int("must be whole minutes")
      .min(1, "must be at least 1")
      .max(MINUTES_MAX, `must be at most ${MINUTES_MAX}, which is a day`)
      .meta({ description: "How long the case stays open." }),
  },
  "must be a JSON object with agent, dataset, subject and minutes alone",
);
export type OpenCaseInput = z.input<typeof OpenCaseInput>;

export const CloseCaseInput = z.strictObject({ caseId: z.uuid("names no case") }, "must be empty");
export type CloseCaseInput = z.input<typeof CloseCaseInput>;
