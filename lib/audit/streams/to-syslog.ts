import { toStoredEvent } from "@/lib/audit/stored-event";

const FACILITY_AUDIT = 13;
const NOTICE = 5;
const WARNING = 4;

const escape = (value: string): string => value.replaceAll(/["\\\]]/g, (letter) => `\\${letter}`);

/** A header's field: printable ASCII without blanks, or nothing. */
function toField(value: string, max: number): string {
  const plain = value.replaceAll(/[^\x21-\x7e]/g, "").slice(0, max);
  return plain === "" ? "-" : plain;
}

/** One event as RFC 5424 writes it, framed by its length in bytes (RFC 5425): the message is the exact text that the log proves. */
export function toSyslogFrame(entry: number, text: string, host: string): string {
  const event = toStoredEvent(text);
  const isRefusal = /"decision":"deny"|\.(refused|rejected|unauthenticated)"|log\.alarm_raised/.test(text);
  const priority = FACILITY_AUDIT * 8 + (isRefusal ? WARNING : NOTICE);
  const data = `[gatehouse@32473 entry="${entry}" event="${escape(event.id)}" request="${escape(event.requestId)}"]`;
  const head = `<${priority}>1 ${event.at} ${toField(host, 255)} gatehouse - ${toField(event.action, 32)} ${data}`;
  const message = `${head} \u{feff}${text}`;
  return `${Buffer.byteLength(message)} ${message}`;
}
