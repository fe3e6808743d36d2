import { DomainError } from "@/lib/kernel/domain-error";

export type SourceUrlParts = {
  host: string | null;
  port: number | null;
  database: string | null;
  username: string | null;
  password: string | null;
  tlsMode: "disable" | "require" | "verify_full" | null;
};

/** libpq's sslmode; those that would fall back to plain text are taken as `require`. */
const TLS_BY_SSLMODE: Readonly<Record<string, SourceUrlParts["tlsMode"]>> = {
  disable: "disable",
  allow: "require",
  prefer: "require",
  require: "require",
  "verify-ca": "verify_full",
  "verify-full": "verify_full",
};

function wrong(): DomainError {
  return new DomainError("invalid_input", "url: must look like postgresql://user:password@host:5432/database.", "url");
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text) || null;
  } catch {
    throw wrong();
  }
}

/** Reads a connection URL. Parts that it does not hold are null; what else it asks of a driver is left out. Never quotes it back. */
export function parseSourceUrl(text: string): SourceUrlParts {
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) throw wrong();
  const url = new URL(text);
  const sslmode = url.searchParams.get("sslmode");
  const tlsMode = sslmode === null ? null : TLS_BY_SSLMODE[sslmode];
  if (tlsMode === undefined) {
    throw new DomainError(
      "invalid_input",
      `url: sslmode must be one of ${Object.keys(TLS_BY_SSLMODE).join(", ")}.`,
      "url",
    );
  }
  return {
    host: decode(url.hostname.replace(/^\[(.*)\]$/, "$1")),
    port: url.port === "" ? null : Number(url.port),
    database: decode(url.pathname.slice(1)),
    username: decode(url.username),
    password: decode(url.password),
    tlsMode,
  };
}
