/** Recognisers of values that open doors, and of opaque identifiers that do not. */

/** bcrypt, argon2, scrypt, PBKDF2, crypt(3), phpass, LDAP and Django forms. */
export function isPasswordHash(value: string): boolean {
  return (
    /^\$(?:2[abxy]?|argon2(?:id|i|d)|scrypt|s0|pbkdf2[-\w]*|1|5|6|7|y|P|H|apr1)\$\S+/.test(value) ||
    /^\{(?:SSHA|SHA|SMD5|MD5|CRYPT|PBKDF2|BCRYPT)\d{0,3}\}\S+/i.test(value) ||
    /^(?:pbkdf2_sha(?:1|256|512)|argon2|bcrypt(?:_sha256)?|scrypt|scrypt:\d+:\d+:\d+|sha1|md5|pbkdf2:sha(?:1|256|512)(?::\d+)?)\$\S+/.test(
      value,
    ) ||
    /^SCRAM-SHA-256\$\d+:/.test(value)
  );
}

const TOKEN_PREFIX =
  /^(?:sk|pk|rk|whsec|ghp|gho|ghu|ghs|ghr|ghk|github_pat|glpat|xox[abprs]|npm|pypi|dop_v1|shpat|shpss|hf|sq0[a-z]{3}|SG|AC|key|AIza|ya29|EAAC|AKIA|ASIA|eyJ|Bearer|Basic|token)[-_. ]?[\w\-./+=]{14,}$/;

/** API keys by their makers' prefixes, JSON web tokens, PEM blocks, and URLs that carry a password. */
export function isSecret(value: string): boolean {
  if (value.includes("-----BEGIN ") && value.includes("KEY")) return true;
  if (/^[a-z][a-z0-9+]{1,20}:\/\/[^\s:@/]{1,80}:[^\s@/]{1,120}@\S+/i.test(value)) return true;
  if (/^eyJ[\w-]{6,}\.[\w-]{6,}\.[\w-]*$/.test(value)) return true;
  return TOKEN_PREFIX.test(value) && /\d/.test(value) && /[A-Za-z]{4}/.test(value);
}

export function isUuid(value: string): boolean {
  return /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i.test(value);
}

/** A digest in hex: md5, sha-1, sha-256, sha-512. */
export function isHexDigest(value: string): boolean {
  return (
    /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i.test(value) &&
    /\d/.test(value) &&
    /[a-f]/i.test(value)
  );
}

/** Opaque: one run of 20 or more letters and digits that mixes both, as generated keys and ids do. */
export function isOpaque(value: string): boolean {
  return /^[\w\-+/=.]{20,}$/.test(value) && /\d/.test(value) && /[a-z]/i.test(value) && !/[a-z]{12}/i.test(value);
}
