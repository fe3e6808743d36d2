import { createHash, createHmac } from "node:crypto";

export type S3Access = { region: string; accessKey: string; secretKey: string };
type S3Request = { method: "GET" | "PUT"; url: URL; headers: Record<string, string>; body: string; at: Date };

const hex = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text, "utf8").digest();

/** RFC 3986, as AWS wants it: everything but letters, digits and -._~ is escaped. */
export function escapeS3(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function toQuery(url: URL): string {
  return [...url.searchParams]
    .map(([name, value]) => `${escapeS3(name)}=${escapeS3(value)}`)
    .sort()
    .join("&");
}

/** AWS Signature Version 4: the headers that a request is sent with, its signature among them. */
export function signS3Request({ method, url, headers, body, at }: S3Request, access: S3Access): Record<string, string> {
  const time = at.toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
  const day = time.slice(0, 8);
  const all: Record<string, string> = {
    ...headers,
    host: url.host,
    "x-amz-content-sha256": hex(body),
    "x-amz-date": time,
  };
  const names = Object.keys(all).sort();
  const signedHeaders = names.join(";");
  const canonical = [
    method,
    url.pathname,
    toQuery(url),
    ...names.map((name) => `${name}:${(all[name] ?? "").trim()}`),
    "",
    signedHeaders,
    hex(body),
  ].join("\n");
  const place = `${day}/${access.region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", time, place, hex(canonical)].join("\n");
  const key = [day, access.region, "s3", "aws4_request"].reduce<string | Buffer>(hmac, `AWS4${access.secretKey}`);
  const signature = createHmac("sha256", key).update(toSign).digest("hex");
  const credential = `Credential=${access.accessKey}/${place}`;
  return {
    ...all,
    authorization: `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${signedHeaders}, Signature=${signature}`,
  };
}
