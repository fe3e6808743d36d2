import { createHash } from "node:crypto";
import { type Anchor, AnchorFailed, type PublishedCheckpoint } from "@/lib/audit/log/anchor";
import { type Answer, sendRequest } from "@/lib/audit/log/outgoing";
import { escapeS3, type S3Access, signS3Request } from "./sign-s3-request";

export type S3Settings = S3Access & { url: string; lockDays: number };

const DAY_MS = 86_400_000;
const TIME_DIGITS = 15;

/** Newest first in the bucket's own order, so that one listed key is the newest. */
function toKey(origin: string, { at, size }: Pick<PublishedCheckpoint, "at" | "size">): string {
  const inverted = String(10 ** TIME_DIGITS - 1 - at.getTime()).padStart(TIME_DIGITS, "0");
  return `${toFolder(origin)}${inverted}-${size}.txt`;
}

function toFolder(origin: string): string {
  return `${origin.replaceAll(/[^a-z0-9]+/gi, "-")}/`;
}

type Bucket = {
  /** A key's address. */
  toUrl: (key: string) => URL;
  list: (folder: string) => URL;
  send: (method: "GET" | "PUT", url: URL, headers?: Record<string, string>, body?: string) => Promise<Answer>;
  /** What stands before every key. */
  prefix: string;
};

function openBucket(settings: S3Settings): Bucket {
  const base = new URL(settings.url.replace(/\/*$/, "/"));
  const [, bucket = "", ...rest] = base.pathname.split("/").map(decodeURIComponent);
  const prefix = rest.join("/");
  const list = (folder: string): URL => {
    const url = new URL(`/${escapeS3(bucket)}`, base);
    const query = { "list-type": "2", "max-keys": "1", prefix: `${prefix}${folder}` };
    url.search = Object.entries(query)
      .map(([name, value]) => `${name}=${escapeS3(value)}`)
      .join("&");
    return url;
  };
  return {
    prefix,
    list,
    toUrl: (key) => new URL(`/${[bucket, ...`${prefix}${key}`.split("/")].map(escapeS3).join("/")}`, base),
    send: (method, url, headers = {}, body = "") => {
      const signed = signS3Request({ method, url, headers, body, at: new Date() }, settings);
      return sendRequest({ method, url, headers: signed, body });
    },
  };
}

function toLock(at: Date, days: number): Record<string, string> {
  if (days === 0) return {};
  const until = new Date(at.getTime() + days * DAY_MS);
  return { "x-amz-object-lock-mode": "COMPLIANCE", "x-amz-object-lock-retain-until-date": until.toISOString() };
}

/** An S3-compatible bucket; with a lock, a checkpoint in it cannot be removed by anybody for so many days. */
export function createS3Anchor(settings: S3Settings): Anchor {
  const { toUrl, list, send, prefix } = openBucket(settings);
  return {
    name: "s3",
    wants: "newest",
    publish: async (checkpoint) => {
      const { origin, note, at } = checkpoint;
      const headers = {
        "content-type": "text/plain; charset=utf-8",
        "content-md5": createHash("md5").update(note).digest("base64"),
        ...toLock(at, settings.lockDays),
      };
      const { status } = await send("PUT", toUrl(toKey(origin, checkpoint)), headers, note);
      if (status !== 200) throw new AnchorFailed("refused");
      return null;
    },
    findNewest: async (origin) => {
      const { status, text } = await send("GET", list(toFolder(origin)));
      if (status !== 200) throw new AnchorFailed("refused");
      const key = /<Key>([^<]+)<\/Key>/.exec(text)?.[1];
      if (key === undefined) return null;
      const found = await send("GET", toUrl(key.slice(prefix.length)));
      if (found.status !== 200) throw new AnchorFailed("bad_answer");
      return found.text;
    },
  };
}
