import type { DigitGroup } from "./personal-data-digits";
import { findPhoneRegion } from "./personal-data-phone-regions";

/** How people write phone numbers without a country code. */

const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/.test(digits);

/** "sure": a shape that little else has. "likely": a phone number only where the words say so. */
export function isNationalPhoneShape(
  window: readonly DigitGroup[],
  written: string,
  isBracketed: boolean,
): "sure" | "likely" | "none" {
  const parts = window.map(({ digits }) => digits);
  const digits = parts.join("");
  if (digits.length > 13 || isDateOrAmount(parts, written)) return "none";
  if (window.length === 1) return isLoneRun(digits) ? "sure" : digits.length >= 5 ? "likely" : "none";
  if (digits.length < 6 || parts.some((part) => part.length > 8)) return "none";
  if (isBracketed && /^\(\d{1,5}\)/.test(written)) return digits.length >= 7 ? "sure" : "likely";
  if (parts[0]?.startsWith("0") === true && (parts[0]?.length ?? 0) >= 2 && digits.length >= 8) return "sure";
  return isKnownGrouping(parts, digits) ? "sure" : "likely";
}

/** 3-3-4, 3-4, 4-4, pairs, 3-3-3 and longer ones in short groups. */
function isKnownGrouping(parts: readonly string[], digits: string): boolean {
  const sizes = parts.map((part) => part.length).join("-");
  if (/^(?:1-)?3-3-4$/.test(sizes)) return true;
  if (sizes === "3-4") return !isYear(parts[1] ?? "");
  if (sizes === "4-4") return !isYear(parts[0] ?? "") && !isYear(parts[1] ?? "");
  if (/^2-2-2-2(?:-2)?$|^3-3-3$/.test(sizes)) return true;
  if (sizes === "5-5" && /^[6-9]/.test(digits)) return true;
  const isEven = parts.every((part, index) => part.length >= 2 && part.length <= (index === 0 ? 4 : 5));
  return parts.length >= 3 && digits.length >= 8 && digits.length <= 12 && isEven;
}

/** Ten or eleven digits that begin with the trunk digit 0. */
function isLoneRun(digits: string): boolean {
  return /^0[1-9]\d{8,9}$/.test(digits);
}

function isNetworkAddress(written: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(written) && written.split(".").every((part) => Number(part) <= 255);
}

function isDateOrAmount(parts: readonly string[], written: string): boolean {
  const [first = "", second = "", third = ""] = parts;
  if (parts.length === 3 && /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$/.test(written) && second.length <= 2) {
    if (isYear(first) || isYear(third) || third.length === 2) return true;
  }
  if (/^\d+\.\d+$/.test(written) || isNetworkAddress(written)) return true;
  // "1 234 567" and "1.234.567" are amounts; "374 780 163" and "516.466.638" are written by people with nine-digit numbers.
  const isThousands = first.length < 3 && parts.slice(1).every((part) => part.length === 3) && !first.startsWith("0");
  return (
    (isThousands && /^\d+(?:[ .]\d{3})+$/.test(written) && parts.length > 1 && parts.length < 4) ||
    (parts.length === 2 && isYear(first) && isYear(second)) ||
    /^\d{3}-\d{2}-\d{4}$/.test(written)
  );
}

/** A number of this region, with its trunk digit or without; a lone run of digits only if it has the trunk digit or the usual length. */
export function isRegionNumber(digits: string, phoneRegion: string, isAnnounced: boolean): boolean {
  const region = findPhoneRegion(phoneRegion);
  if (region === undefined) return false;
  const { digitsMin, digitsMax, trunkPrefix } = region;
  const hasTrunk = trunkPrefix !== "" && digits.startsWith(trunkPrefix);
  const national = hasTrunk ? digits.slice(trunkPrefix.length) : digits;
  const isLong = national.length >= digitsMin && national.length <= Math.min(digitsMax, 13);
  return isLong && (isAnnounced ? national.length >= 4 : hasTrunk && national.length >= 8);
}
