import { z } from "zod";

/** What `npm start` asks of the process that sets the database up. */
export const SetUpOrder = z.object({
  ownerUrl: z.string(),
  /** Null when the demo company is not wanted, or there already. */
  demo: z.object({ sourceHost: z.string(), sourcePort: z.number(), superuserUrl: z.string() }).nullable(),
});
export type SetUpOrder = z.output<typeof SetUpOrder>;

const SignIn = z.object({ role: z.string(), email: z.string(), password: z.string() });
export type SignIn = z.output<typeof SignIn>;

export const SetUpResult = z.object({
  applied: z.array(z.string()),
  signIns: z.array(SignIn),
  /** Null once there is an admin. */
  firstAdminLink: z.string().nullable(),
});
export type SetUpResult = z.output<typeof SetUpResult>;
