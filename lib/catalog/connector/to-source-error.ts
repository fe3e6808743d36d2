import pg from "pg";
import { DomainError } from "@/lib/kernel/domain-error";

type SourceErrorCode = "source_unreachable" | "source_slow" | "source_changed" | "source_refused" | "invalid_input";
type Answer = readonly [SourceErrorCode, string];

const UNREACHABLE: Answer = [
  "source_unreachable",
  "The source does not answer: check its host and port, and that it is running.",
];
const SLOW: Answer = ["source_slow", "The source took too long to answer: ask for less, or try again."];
const CHANGED: Answer = ["source_changed", "The source's tables or columns have changed: run its discovery again."];
const MISFIT: Answer = ["invalid_input", "A value or a comparison does not fit the type of its field."];

/** By SQLSTATE, or by its first two characters (PostgreSQL, appendix A). */
const BY_SQLSTATE: Readonly<Record<string, Answer>> = {
  "57014": SLOW,
  "55P03": SLOW,
  "25P03": SLOW,
  "42703": CHANGED,
  "42P01": CHANGED,
  "3F000": CHANGED,
  "42883": MISFIT,
  "42725": MISFIT,
  "42804": MISFIT,
  "42846": MISFIT,
  "22": MISFIT,
  "28": ["source_refused", "The source refused the sign-in: check its user name and password."],
  "3D000": ["source_refused", "The source has no database of that name."],
  "42501": ["source_refused", "The source does not let its user read this: grant it SELECT there."],
  "53300": ["source_unreachable", "The source has no free connection: try again in a moment."],
  "08": UNREACHABLE,
  "57P": UNREACHABLE,
};

const REFUSED: Answer = ["source_refused", "The source refused the query."];

/** By Node's and the driver's own codes and messages: none of these comes from the server. */
const BY_NODE_CODE: Readonly<Record<string, Answer>> = {
  ENOTFOUND: ["source_unreachable", "The source's host name is not known."],
  EAI_AGAIN: ["source_unreachable", "The source's host name cannot be looked up."],
  ECONNREFUSED: ["source_unreachable", "Nothing listens on the source's host and port."],
  ECONNRESET: UNREACHABLE,
  EPIPE: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  EADDRNOTAVAIL: UNREACHABLE,
};

const BY_DRIVER_MESSAGE: readonly (readonly [RegExp, Answer])[] = [
  [/^Query read timeout/, SLOW],
  [
    /^timeout exceeded when trying to connect/,
    ["source_slow", "All connections to the source are busy: try again in a moment."],
  ],
  [/^(timeout expired|Connection terminated|Client has encountered a connection error|Client was closed)/, UNREACHABLE],
  [
    /does not support SSL/,
    ["source_unreachable", "The source does not offer TLS: choose the TLS mode disable, or turn TLS on there."],
  ],
  [/^(SASL|SCRAM)/, ["source_refused", "The source refused the sign-in: check its user name and password."]],
];

const TLS: Answer = [
  "source_unreachable",
  "The source's certificate cannot be trusted for its host: see the TLS mode verify_full.",
];
const TLS_CODE = /^(ERR_TLS_|ERR_SSL_|CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|HOSTNAME_MISMATCH)/;

function findAnswer(error: Error): Answer | null {
  const code: unknown = Reflect.get(error, "code");
  if (error instanceof pg.DatabaseError) {
    const state = error.code ?? "";
    return BY_SQLSTATE[state] ?? BY_SQLSTATE[state.slice(0, 3)] ?? BY_SQLSTATE[state.slice(0, 2)] ?? REFUSED;
  }
  if (typeof code === "string" && BY_NODE_CODE[code]) return BY_NODE_CODE[code];
  if (typeof code === "string" && TLS_CODE.test(code)) return TLS;
  return BY_DRIVER_MESSAGE.find(([pattern]) => pattern.test(error.message))?.[1] ?? null;
}

/** The answer to a driver's error, or null when it is none of the source's doing (a bug, or an error of ours). */
export function findSourceError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  if (error instanceof AggregateError) return findSourceError(error.errors[0]);
  const answer = error instanceof Error ? findAnswer(error) : null;
  return answer && new DomainError(answer[0], answer[1]);
}

/** What a caller is told: a stable code and a sentence of ours. Nothing of the server's message, a value, the host or the password. */
export function toSourceError(error: unknown): DomainError {
  return findSourceError(error) ?? new DomainError("source_refused", "Reading the source failed.");
}
