import { z } from "zod";
import { DomainError } from "@/lib/kernel/domain-error";
import { parseSourceUrl } from "./parse-source-url";

/** A length that no real name has: it keeps a mistaken paste out of the events. */
const NAME_MAX = 200;

const oneLine = (what: string, max: number) =>
  z
    .string({ error: `must be ${what}` })
    .trim()
    .min(1, { error: `must be ${what}` })
    .max(max, { error: `must have at most ${max} characters` })
    .regex(/^[^\u0000-\u001f\u007f]*$/, { error: "must be one line of text" });

export const TLS_MODES = ["disable", "require", "verify_full"] as const;

/** How a Postgres source is reached, as a person types it. Either `url` or the parts; parts win over the URL. */
export const SourceSettingsInput = z.object({
  name: oneLine("a name for people to know the source by", 80),
  url: z.string().trim().max(2_000, { error: "must have at most 2000 characters" }).optional(),
  host: oneLine("a host name or IP address", 253)
    .regex(/^[0-9A-Za-z_.:%-]+$/, { error: "must be a host name or IP address" })
    .optional(),
  port: z.coerce.number({ error: "must be a port from 1 to 65535" }).int().min(1).max(65_535).optional(),
  database: oneLine("the database's name", NAME_MAX).optional(),
  username: oneLine("the user's name", NAME_MAX).optional(),
  password: z.string().max(2_000, { error: "must have at most 2000 characters" }).optional(),
  tlsMode: z.enum(TLS_MODES, { error: `must be one of ${TLS_MODES.join(", ")}` }).optional(),
});
export type SourceSettingsInput = z.input<typeof SourceSettingsInput>;

export type SourceSettings = {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly username: string;
  /** Null when none was given. */
  readonly password: string | null;
  readonly tlsMode: (typeof TLS_MODES)[number];
};

const LOOPBACK = /^(localhost|127\.[0-9.]+|::1)$/;

function need(value: string | null | undefined, field: string): string {
  if (value === null || value === undefined || value === "")
    throw new DomainError("invalid_input", `${field}: must be given.`, field);
  return value;
}

/** Puts the URL and the parts together. Throws `invalid_input` naming the part that is missing. */
export function toSourceSettings(input: z.output<typeof SourceSettingsInput>): SourceSettings {
  const url = input.url ? parseSourceUrl(input.url) : null;
  const host = need(input.host ?? url?.host, "host");
  return {
    name: input.name,
    host,
    port: input.port ?? url?.port ?? 5432,
    database: need(input.database ?? url?.database, "database"),
    username: need(input.username ?? url?.username, "username"),
    password: input.password || url?.password || null,
    tlsMode: input.tlsMode ?? url?.tlsMode ?? (LOOPBACK.test(host) ? "disable" : "verify_full"),
  };
}
