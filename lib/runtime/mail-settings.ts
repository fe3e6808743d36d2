import { z } from "zod";

/** Where mail is handed over. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (`smtps://`). */
  readonly isImplicitTls: boolean;
  readonly account: { readonly user: string; readonly password: string } | null;
}

const fix = "must look like smtp://user:password@mail.example.com:587 or smtps://…:465";

function readSmtpUrl(text: string | undefined, refinement: z.RefinementCtx): SmtpServer | undefined {
  if (text === undefined) return undefined;
  const url = /^smtps?:\/\/[^\s/?#]+\/?$/.test(text) && URL.canParse(text) ? new URL(text) : null;
  try {
    if (url === null || url.hostname === "") throw new Error(fix);
    const isImplicitTls = url.protocol === "smtps:";
    const user = decodeURIComponent(url.username);
    return {
      host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
      port: url.port === "" ? (isImplicitTls ? 465 : 587) : Number(url.port),
      isImplicitTls,
      account: user === "" ? null : { user, password: decodeURIComponent(url.password) },
    };
  } catch {
    // The reason would quote a password.
    refinement.addIssue({ code: "custom", message: fix });
    return z.NEVER;
  }
}

/** Unset: no mail. */
export function smtpUrl() {
  return z.string().optional().transform(readSmtpUrl);
}

/** An address, alone or behind a name: what a message's From may hold. */
export function mailSender() {
  return z
    .string()
    .regex(/^(?:[^<>"\r\n,;]{1,100} <[^\s<>@",;]+@[^\s<>@",;]+>|[^\s<>@",;]+@[^\s<>@",;]+)$/, {
      error: "must look like gatehouse@example.com or Gatehouse <gatehouse@example.com>",
    })
    .optional();
}

/** Hosts, each alone or with a port, by commas; lower case as URLs write them. */
export function hostList() {
  return z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((host) => host.trim().toLowerCase())
        .filter((host) => host !== ""),
    )
    .refine((hosts) => hosts.every((host) => /^(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/.test(host)), {
      error: "must be hosts by commas, each alone or with a port, like hooks.internal,10.0.0.5:8080",
    });
}
