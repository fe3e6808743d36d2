/** What evidence may be, by the ending of its name. */
export const EVIDENCE_TYPES = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  txt: "text/plain",
  csv: "text/csv",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
export type EvidenceEnding = keyof typeof EVIDENCE_TYPES;

type Kind = "pdf" | "png" | "jpeg" | "text" | "docx" | "xlsx";
const KIND_OF: Record<EvidenceEnding, Kind> = {
  pdf: "pdf",
  png: "png",
  jpg: "jpeg",
  jpeg: "jpeg",
  txt: "text",
  csv: "text",
  docx: "docx",
  xlsx: "xlsx",
};

const MAGIC: readonly (readonly [Kind, readonly number[]])[] = [
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["jpeg", [0xff, 0xd8, 0xff]],
];
const CENTRAL_ENTRY = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function readNumber(bytes: Uint8Array, at: number, size: 2 | 4): number {
  let value = 0;
  for (let index = size - 1; index >= 0; index -= 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

function toAscii(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Names in a ZIP's central directory (APPNOTE 4.3.12), or null where it has none that can be read. */
function listZipNames(bytes: Uint8Array): string[] | null {
  let end = bytes.length - 22;
  const last = Math.max(0, bytes.length - 22 - 0xffff);
  while (end >= last && readNumber(bytes, end, 4) !== END_OF_CENTRAL) end -= 1;
  if (end < last || end < 0) return null;
  const names: string[] = [];
  let at = readNumber(bytes, end + 16, 4);
  for (let left = readNumber(bytes, end + 10, 2); left > 0; left -= 1) {
    if (at + 46 > bytes.length || readNumber(bytes, at, 4) !== CENTRAL_ENTRY) return null;
    const nameLength = readNumber(bytes, at + 28, 2);
    names.push(toAscii(bytes.subarray(at + 46, at + 46 + nameLength)));
    at += 46 + nameLength + readNumber(bytes, at + 30, 2) + readNumber(bytes, at + 32, 2);
  }
  return names;
}

/** An Office document that holds a macro is none that we take. */
function sniffOffice(bytes: Uint8Array): Kind | null {
  const names = listZipNames(bytes);
  if (names === null || !names.includes("[Content_Types].xml") || names.some((name) => /vbaproject/i.test(name)))
    return null;
  if (names.includes("word/document.xml")) return "docx";
  return names.includes("xl/workbook.xml") ? "xlsx" : null;
}

/** Length of the UTF-8 sequence that starts at `at`, or 0 where there is none (RFC 3629, table 3-7 of Unicode). */
function utf8Length(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
  const size =
    first < 0x80
      ? 1
      : first >= 0xc2 && first < 0xe0
        ? 2
        : first >= 0xe0 && first < 0xf0
          ? 3
          : first >= 0xf0 && first < 0xf5
            ? 4
            : 0;
  for (let index = 1; index < size; index += 1) if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  const isOverlong = (first === 0xe0 && second < 0xa0) || (first === 0xf0 && second < 0x90);
  const isBeyond = (first === 0xed && second >= 0xa0) || (first === 0xf4 && second >= 0x90);
  return isOverlong || isBeyond ? 0 : size;
}

function isText(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const isControl = (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0x7f;
    const size = isControl ? 0 : utf8Length(bytes, at);
    if (size === 0) return false;
    at += size;
  }
  return true;
}

function sniffKind(bytes: Uint8Array): Kind | null {
  const known = MAGIC.find(([, magic]) => startsWith(bytes, magic))?.[0];
  if (known !== undefined) return known;
  if (startsWith(bytes, [0x50, 0x4b])) return sniffOffice(bytes);
  return isText(bytes) ? "text" : null;
}

/** The media type of a file whose content is what its name says, or null. */
export function sniffFileType(name: string, bytes: Uint8Array): (typeof EVIDENCE_TYPES)[EvidenceEnding] | null {
  const ending = name.slice(name.lastIndexOf(".") + 1).toLowerCase();
  if (!(ending in EVIDENCE_TYPES)) return null;
  const known = ending as EvidenceEnding;
  return sniffKind(bytes) === KIND_OF[known] ? EVIDENCE_TYPES[known] : null;
}

/** Why a text cannot be a file's name, or null. */
export function findNameFault(name: string): string | null {
  if (name.trim() === "" || name.length > 200) return "must be a name of at most 200 characters";
  if (/[/\\]/.test(name) || name === "." || name === "..") return "must be a name without a path";
  // Control characters, and those that turn the direction of writing and so hide an ending.
  return /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(name)
    ? "must hold no hidden characters"
    : null;
}
