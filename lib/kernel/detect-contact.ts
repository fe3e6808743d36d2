/** Recognisers of ways to reach a person or a device. Each takes one trimmed value of at most a few hundred characters. */

const EMAIL = /^[^\s@<>()[\],;:"]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}$/u;

export function isEmail(value: string): boolean {
  return value.length <= 254 && EMAIL.test(value.replace(/^mailto:/i, ""));
}

const PHONE_CHARACTERS = /^\+?[\d\s().\-/–]{7,24}(?:\s?(?:x|ext\.?|#|-)\s?\d{1,6})?$/i;

/** "international" starts with + or 00; "national" is grouped as people write numbers; null is no phone number at all. */
export function toPhoneForm(value: string): "international" | "national" | null {
  if (!PHONE_CHARACTERS.test(value)) return null;
  const digits = value.replace(/\D/g, "");
  if (digits.length < 7 || digits.length > 18) return null;
  if (/^\+|^00[1-9]/.test(value) && digits.length >= 8 && !/\.\d+$/.test(value)) return "international";
  if (/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(value)) return null;
  if (/^\d{3}-\d{2}-\d{4}$|^\d+\.\d+$|^\d+$|^\d{1,3}(\.\d{1,3}){3}$|^\d{5}-\d{3,4}$/.test(value)) return null;
  return /^(?:\(\d{1,5}\)|\d{2,5})[\s\-./]/.test(value) && /\d{2,}/.test(value) ? "national" : null;
}

export function isUrl(value: string): boolean {
  return /^(?:https?|ftp|s3|ssh):\/\/\S+$/i.test(value) || /^www\.[^\s.]+\.\S+$/i.test(value);
}

export function isIpAddress(value: string): boolean {
  const octets = value.replace(/\/\d{1,3}$/, "").split(".");
  if (octets.length === 4) return octets.every((octet) => /^\d{1,3}$/.test(octet) && Number(octet) <= 255);
  return (
    value.includes(":") &&
    value.length <= 45 &&
    /^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\/\d{1,3})?$/i.test(value) &&
    !/^\d{1,2}:\d{2}:\d{2}$/.test(value)
  );
}

export function isMacAddress(value: string): boolean {
  return /^[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}$/i.test(value);
}

/** "52.5200, 13.4050", "POINT(13.4 52.5)". A lone number is never called a coordinate. */
export function isCoordinatePair(value: string): boolean {
  if (/^(?:SRID=\d+;)?POINT\s?\(/i.test(value)) return true;
  const match = /^\(?(-?\d{1,3}\.\d{3,})\s?[,; ]\s?(-?\d{1,3}\.\d{3,})\)?$/.exec(value);
  return match !== null && Math.abs(Number(match[1])) <= 180 && Math.abs(Number(match[2])) <= 180;
}
