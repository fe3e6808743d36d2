import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { getEnv } from "@/lib/runtime/env";
import type { Keyring } from "@/lib/runtime/env-variables";

/** RFC 8410 §7: what comes before the 32 bytes of an Ed25519 seed in PKCS #8. */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

/** Ed25519 as RFC 8037 writes it, with the thumbprint of RFC 7638 as its id. */
export type ReleaseJwk = { kty: "OKP"; crv: "Ed25519"; x: string; kid: string; alg: "EdDSA"; use: "sig" };
export type ReleaseSigningKey = { privateKey: KeyObject; jwk: ReleaseJwk };

export type ReleaseClaims = {
  iss: string;
  /** The agent. */
  sub: string;
  /** The release. */
  jti: string;
  hold: string;
  /** SHA-256 of what was approved, hex. */
  digest: string;
  /** Seconds since 1970. */
  iat: number;
  exp: number;
};

function toSigningKey(seed: Buffer): ReleaseSigningKey {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
  const { x = "" } = createPublicKey(privateKey).export({ format: "jwk" });
  const kid = createHash("sha256")
    .update(canonicalJson({ crv: "Ed25519", kty: "OKP", x }))
    .digest("base64url");
  return { privateKey, jwk: { kty: "OKP", crv: "Ed25519", x, kid, alg: "EdDSA", use: "sig" } };
}

const read = new WeakMap<Keyring, ReadonlyMap<string, ReleaseSigningKey>>();

/** Every key of the ring by its id there. */
export function getReleaseKeys(): ReadonlyMap<string, ReleaseSigningKey> {
  const { releaseKeys } = getEnv();
  const known = read.get(releaseKeys);
  if (known !== undefined) return known;
  const keys = new Map(Object.entries(releaseKeys.keys).map(([id, seed]) => [id, toSigningKey(seed)]));
  read.set(releaseKeys, keys);
  return keys;
}

/** A compact JWS (RFC 7515) that anybody can check with the keys at /.well-known/jwks.json, without asking us. */
export function signRelease(claims: ReleaseClaims): string {
  const key = getReleaseKeys().get(getEnv().releaseKeys.currentKeyId);
  if (key === undefined) throw new Error("the ring of release keys has no current key");
  const header = { alg: "EdDSA", kid: key.jwk.kid, typ: "gatehouse-release+jwt" };
  const toPart = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
  const signed = `${toPart(header)}.${toPart(claims)}`;
  return `${signed}.${sign(null, Buffer.from(signed), key.privateKey).toString("base64url")}`;
}
