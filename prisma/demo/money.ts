import type { Currency } from "./countries";

/** Amounts are whole cents (or paise, pence, centavos) while they are worked with. */
export function toMoney(cents: number): string {
  const sign = cents < 0 ? "-" : "";
  const value = Math.abs(cents);
  return `${sign}${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;
}

export function toCents(money: string): number {
  return Math.round(Number(money) * 100);
}

/** An amount as people write it in mail, without `Intl`, whose spaces differ between versions of Node. */
export function writeMoney(cents: number, currency: Currency): string {
  const [units = "0", rest = "00"] = toMoney(cents).split(".");
  switch (currency) {
    case "EUR":
      return `${group(units, ".")},${rest} €`;
    case "BRL":
      return `R$ ${group(units, ".")},${rest}`;
    case "USD":
      return `$${group(units, ",")}.${rest}`;
    case "GBP":
      return `£${group(units, ",")}.${rest}`;
    case "INR":
      return `₹${units.length > 3 ? `${group(units.slice(0, -3), ",", 2)},${units.slice(-3)}` : units}`;
  }
}

function group(digits: string, separator: string, size = 3): string {
  return digits.replace(new RegExp(`\\B(?=(\\d{${size}})+(?!\\d))`, "g"), separator);
}
