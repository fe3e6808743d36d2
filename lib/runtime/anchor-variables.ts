import { z } from "zod";

/** Settings of what is kept of the log outside the database. They are no rows of it: who can change the database cannot change them. */
function optional(name: string, meaning: string, schema: z.ZodType<string | undefined, string | undefined>) {
  return { name, defaultText: "none", meaning, isSecret: false, isSuppliedByStart: false, schema } as const;
}

function optionalSecret(name: string, meaning: string) {
  const schema = z.string().optional();
  return { name, defaultText: "none", meaning, isSecret: true, isSuppliedByStart: false, schema } as const;
}

function address(example: string) {
  return z
    .string()
    .refine((text) => /^https?:\/\/[^\s?#]+$/.test(text) && URL.canParse(text), {
      error: `must be an address like ${example}`,
    })
    .optional();
}

function wholeNumber(name: string, meaning: string, min: number, max: number, fallback: number) {
  const schema = z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: `must be a whole number from ${min} to ${max}`,
    })
    .transform(Number);
  return { name, defaultText: String(fallback), meaning, isSecret: false, isSuppliedByStart: false, schema } as const;
}

const hostList = z
  .string()
  .default("")
  .transform((text) =>
    text
      .split(",")
      .map((host) => host.trim().toLowerCase())
      .filter((host) => host !== ""),
  );

export const anchorVariables = {
  anchorFolder: {
    name: "GATEHOUSE_ANCHOR_DIR",
    defaultText: "the data folder's name with -anchors behind it",
    meaning:
      "The folder that the log's checkpoints are added to, outside the data folder; best on another disk, or made append-only.",
    isSecret: false,
    isSuppliedByStart: false,
    schema: z.string().min(1, { error: "must name a folder" }).optional(),
  },
  checkpointSeconds: wholeNumber(
    "GATEHOUSE_CHECKPOINT_SECONDS",
    "How often a checkpoint of a log that has grown is given to the anchors.",
    1,
    86_400,
    10,
  ),
  anchorPrivateHosts: {
    name: "GATEHOUSE_ANCHOR_PRIVATE_HOSTS",
    defaultText: "none",
    meaning: "Hosts of a private network, by comma, that anchors and streams of the log may be sent to.",
    isSecret: false,
    isSuppliedByStart: false,
    schema: hostList,
  },
  anchorWebhookUrl: optional(
    "GATEHOUSE_ANCHOR_WEBHOOK_URL",
    "Where each checkpoint is posted.",
    address("https://example.com/checkpoints"),
  ),
  anchorWebhookSecret: optionalSecret(
    "GATEHOUSE_ANCHOR_WEBHOOK_SECRET",
    "Signs those posts (Standard Webhooks): whsec_ and base64.",
  ),
  anchorS3Url: optional(
    "GATEHOUSE_ANCHOR_S3_URL",
    "An S3-compatible bucket, with a path in it, that each checkpoint is put into under object lock.",
    address("https://s3.example.com/bucket/gatehouse"),
  ),
  anchorS3Region: {
    name: "GATEHOUSE_ANCHOR_S3_REGION",
    defaultText: "us-east-1",
    meaning: "The bucket's region.",
    isSecret: false,
    isSuppliedByStart: false,
    schema: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, { error: "must be a region like eu-central-1" })
      .default("us-east-1"),
  },
  anchorS3AccessKey: optionalSecret("GATEHOUSE_ANCHOR_S3_ACCESS_KEY", "The access key's id for that bucket."),
  anchorS3SecretKey: optionalSecret("GATEHOUSE_ANCHOR_S3_SECRET_KEY", "The access key's secret."),
  anchorS3LockDays: wholeNumber(
    "GATEHOUSE_ANCHOR_S3_LOCK_DAYS",
    "How long a checkpoint in the bucket cannot be removed; 0 for a bucket without object lock.",
    0,
    36_500,
    365,
  ),
  anchorWitnessUrl: optional(
    "GATEHOUSE_ANCHOR_WITNESS_URL",
    "A C2SP witness that is asked to cosign checkpoints.",
    address("https://witness.example.com"),
  ),
  anchorWitnessKey: optional(
    "GATEHOUSE_ANCHOR_WITNESS_KEY",
    "That witness's key, as name+id+key.",
    z
      .string()
      .regex(/^[^\s+]+\+[0-9a-f]{8}\+\S+$/, { error: "must be a key like witness.example.com+1a2b3c4d+BA…" })
      .optional(),
  ),
} as const;
