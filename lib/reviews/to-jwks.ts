import { getReleaseKeys, type ReleaseJwk } from "./internal/sign-release";

/** The public keys that releases are checked with (RFC 7517): the current one and those whose signatures still count. */
export function toJwks(): { keys: ReleaseJwk[] } {
  return { keys: [...getReleaseKeys().values()].map(({ jwk }) => jwk) };
}
