import { z } from "zod";
import { hostList, mailSender, smtpUrl } from "./mail-settings";
import { anchorVariables } from "@/lib/runtime/anchor-variables";

/** One setting: the only place that knows its name, default, meaning and how it is read. */
export interface EnvVariable<Value = unknown, IsSupplied extends boolean = boolean> {
  readonly name: string;
  /** Shown by `npm start -- --help`; null when there is none. */
  readonly defaultText: string | null;
  readonly meaning: string;
  /** A secret's value is in no message, log line or listing. */
  readonly isSecret: boolean;
  /** True when a running process cannot do without it and `npm start` supplies it. */
  readonly isSuppliedByStart: IsSupplied;
  readonly schema: z.ZodType<Value, string | undefined>;
}

function wholeNumber(min: number, max: number, fallback: number) {
  return z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d{1,12}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: `must be a whole number from ${min} to ${max}`,
    })
    .transform(Number);
}

function webAddress() {
  return z
    .string()
    .refine((text) => /^https?:\/\/[^/\s]+$/.test(text) && URL.canParse(text), {
      error: "must be an address without a path, for example https://gatehouse.example.com",
    })
    .optional();
}

function postgresUrl() {
  return z
    .string()
    .refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text), {
      error: "must look like postgresql://user:password@host:5432/database",
    })
    .optional();
}

const keyBytes = 32;
const keyFix = `must be ${keyBytes} random bytes in base64url (43 characters)`;

export function isKeyText(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text) && Buffer.from(text, "base64url").length === keyBytes;
}

function keyText() {
  return z.string().refine(isKeyText, { error: keyFix }).optional();
}

function key() {
  return keyText().transform((text) => (text === undefined ? undefined : Buffer.from(text, "base64url")));
}

/** Keys of one use: new values are made with `currentKeyId`; the others only serve what they made before. */
export interface Keyring {
  readonly currentKeyId: string;
  readonly keys: Readonly<Record<string, Buffer>>;
}

const keyringFix = `must be JSON like {"currentKeyId":"k1","keys":{"k1":"<${keyBytes} bytes in base64url>"}}`;
const KeyringJson = z
  .strictObject({
    currentKeyId: z.string(),
    keys: z.record(z.string().regex(/^[a-z0-9-]{1,32}$/), z.string().refine(isKeyText)),
  })
  .refine((ring) => ring.keys[ring.currentKeyId] !== undefined);

function readKeyring(text: string | undefined, refinement: z.RefinementCtx): Keyring | undefined {
  if (text === undefined) return undefined;
  const parsed = z
    .string()
    .transform((json) => JSON.parse(json) as unknown)
    .pipe(KeyringJson);
  try {
    const ring = parsed.parse(text);
    const keys = Object.entries(ring.keys).map(([id, value]) => [id, Buffer.from(value, "base64url")] as const);
    return { currentKeyId: ring.currentKeyId, keys: Object.fromEntries(keys) };
  } catch {
    // The reason would quote key material.
    refinement.addIssue({ code: "custom", message: keyringFix });
    return z.NEVER;
  }
}

function setting<Value>(
  name: string,
  defaultText: string | null,
  meaning: string,
  schema: z.ZodType<Value, string | undefined>,
): EnvVariable<Value, false> {
  return { name, defaultText, meaning, isSecret: false, isSuppliedByStart: false, schema };
}

function secret<Value>(
  name: string,
  meaning: string,
  schema: z.ZodType<Value, string | undefined>,
): EnvVariable<Value, true> {
  const defaultText = "generated at the first start";
  return { name, defaultText, meaning, isSecret: true, isSuppliedByStart: true, schema };
}

export const envVariables = {
  databaseUrl: {
    name: "DATABASE_URL",
    defaultText: "the embedded Postgres",
    meaning: "The Postgres (15 or newer) that Gatehouse keeps its own data in, as the application's role.",
    isSecret: true,
    isSuppliedByStart: true,
    schema: postgresUrl(),
  },
  ownerDatabaseUrl: {
    name: "GATEHOUSE_OWNER_DATABASE_URL",
    defaultText: "the same as DATABASE_URL",
    meaning: "The same database as the role that owns the tables; used for migrations only.",
    isSecret: true,
    isSuppliedByStart: false,
    schema: postgresUrl(),
  },
  dataFolder: setting(
    "GATEHOUSE_DATA_DIR",
    ".gatehouse",
    "The folder for generated secrets, first sign-ins and the embedded Postgres.",
    z.string().min(1, { error: "must name a folder" }).default(".gatehouse"),
  ),
  host: setting(
    "GATEHOUSE_HOST",
    "127.0.0.1",
    "The address the console and the gate listen on; 0.0.0.0 lets other machines reach them.",
    z
      .string()
      .regex(/^[0-9A-Za-z.:-]{1,255}$/, { error: "must be an IP address or a host name" })
      .default("127.0.0.1"),
  ),
  consolePort: setting("GATEHOUSE_CONSOLE_PORT", "3000", "The console's port.", wholeNumber(1, 65535, 3000)),
  gatePort: setting("GATEHOUSE_GATE_PORT", "4000", "The gate's port.", wholeNumber(1, 65535, 4000)),
  postgresPort: setting(
    "GATEHOUSE_POSTGRES_PORT",
    "a free one, then remembered",
    "The embedded Postgres' port; it listens on 127.0.0.1 only.",
    z
      .string()
      .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535, {
        error: "must be a whole number from 1 to 65535",
      })
      .transform(Number)
      .optional(),
  ),
  consoleUrl: setting(
    "GATEHOUSE_CONSOLE_URL",
    "http://localhost and the console's port",
    "The console's address as people type it; links and cookies follow it.",
    webAddress(),
  ),
  gateUrl: setting(
    "GATEHOUSE_GATE_URL",
    "http://localhost and the gate's port",
    "The gate's address as agents call it.",
    webAddress(),
  ),
  demo: setting(
    "GATEHOUSE_DEMO",
    "on",
    "on: the first start with the embedded Postgres loads the demo company. off: it does not.",
    z.enum(["on", "off"], { error: "must be on or off" }).default("on"),
  ),
  demoScale: setting(
    "GATEHOUSE_DEMO_SCALE",
    "1",
    "The demo company's size, from 0.01 to 1 (about 150,000 rows).",
    z
      .string()
      .default("1")
      .refine((text) => /^\d(\.\d{1,4})?$/.test(text) && Number(text) >= 0.01 && Number(text) <= 1, {
        error: "must be a number from 0.01 to 1",
      })
      .transform(Number),
  ),
  logLevel: setting(
    "GATEHOUSE_LOG_LEVEL",
    "info",
    "The least important log line that is written: debug, info, warn or error.",
    z.enum(["debug", "info", "warn", "error"], { error: "must be debug, info, warn or error" }).default("info"),
  ),
  gateBodyLimitBytes: setting(
    "GATEHOUSE_GATE_BODY_LIMIT_BYTES",
    "1048576",
    "The largest request body the gate reads.",
    wholeNumber(1024, 104_857_600, 1_048_576),
  ),
  sourceTimeoutMs: setting(
    "GATEHOUSE_SOURCE_TIMEOUT_MS",
    "5000",
    "How long one query to a connected source may take.",
    wholeNumber(100, 300_000, 5000),
  ),
  trustProxy: setting(
    "GATEHOUSE_TRUST_PROXY",
    "0",
    "How many reverse proxies in front add to X-Forwarded-For; with 0 that header is ignored.",
    wholeNumber(0, 10, 0),
  ),
  dbPoolMax: setting(
    "GATEHOUSE_DB_POOL_MAX",
    "10",
    "The most database connections that one process opens.",
    wholeNumber(1, 500, 10),
  ),
  smtpUrl: {
    name: "GATEHOUSE_SMTP_URL",
    defaultText: "none: no mail is sent",
    meaning:
      "The mail server, smtp:// or smtps://. With an account, smtp:// asks for TLS unless the server is this machine.",
    isSecret: true,
    isSuppliedByStart: false,
    schema: smtpUrl(),
  },
  mailFrom: setting("GATEHOUSE_MAIL_FROM", "gatehouse@ and the console's host", "Whom mail comes from.", mailSender()),
  webhookPrivateHosts: setting(
    "GATEHOUSE_WEBHOOK_PRIVATE_HOSTS",
    "none",
    "Hosts inside your network that webhooks and the classifier may go to, by commas, each alone or with a port; also without https.",
    hostList(),
  ),
  sessionSecret: secret("GATEHOUSE_SESSION_SECRET", "Signs the sign-in's own cookies.", keyText()),
  keyring: secret(
    "GATEHOUSE_KEYRING",
    "Encrypts source credentials and message bodies; JSON with the current key's id and all keys.",
    z.string().optional().transform(readKeyring),
  ),
  keyPepper: secret("GATEHOUSE_KEY_PEPPER", "Makes the stored form of agents' keys useless without it.", key()),
  pseudonymKey: secret("GATEHOUSE_PSEUDONYM_KEY", "Turns data subjects into pseudonyms in the log.", key()),
  cursorKey: secret("GATEHOUSE_CURSOR_KEY", "Seals the cursors that agents page with.", key()),
  tokenKey: secret("GATEHOUSE_TOKEN_KEY", "Makes the tokens that stand for values shown tokenised.", key()),
  releaseKeys: secret(
    "GATEHOUSE_RELEASE_KEYS",
    "Signs releases (Ed25519 seeds); JSON with the current key's id and all keys whose signatures still count.",
    z.string().optional().transform(readKeyring),
  ),
  logKeys: secret(
    "GATEHOUSE_LOG_KEYS",
    "Sign the log's checkpoints; JSON as of the keyring, each key the seed of an Ed25519 key. Old ones stay, so that what they signed can be checked.",
    z.string().optional().transform(readKeyring),
  ),
  ...anchorVariables,
} as const satisfies Record<string, EnvVariable>;

/** Not settings of Gatehouse: an agent reads them, and they may stand in the same shell. */
export const namesOfAgents = ["GATEHOUSE_AGENT_KEY"] as const;

export type EnvKey = keyof typeof envVariables;
