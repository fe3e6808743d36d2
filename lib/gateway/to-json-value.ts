import { parse } from "postgres-array";
import type { Json } from "@/lib/kernel/canonical-json";
import { type ColumnType, toColumnType, toElementType } from "@/lib/kernel/column-type";

function toNumber(text: string): Json {
  const value = Number(text);
  return Number.isFinite(value) ? value : text;
}

/** `2026-03-31 14:30:00.123456+00` as RFC 3339 writes it, every digit kept. Infinities and years before 1 stay as Postgres writes them. */
function toTime(text: string): string {
  const match = /^(\d{4,6}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}(?:\.\d+)?)(\+00)?$/.exec(text);
  return match === null ? text : `${match[1]}T${match[2]}${match[3] === undefined ? "" : "Z"}`;
}

function toBase64(text: string): string {
  return text.startsWith("\\x") ? Buffer.from(text.slice(2), "hex").toString("base64") : text;
}

function toList(text: string, elementType: string): Json {
  // Boxes alone are parted by semicolons, and have no JSON form but their text.
  if (elementType === "box") return text;
  const toElement = toJsonReader(elementType);
  return parse(text, toElement);
}

/** How the text of a column's values becomes JSON; docs/guides/agents.md has the table. No number changes: what a double cannot hold stays a string. */
export function toJsonReader(dataType: string): (text: string) => Json {
  const type: ColumnType = toColumnType(dataType);
  switch (type) {
    case "int2":
    case "int4":
    case "float4":
    case "float8":
      return toNumber;
    case "bool":
      return (text) => text === "t";
    case "timestamp":
    case "timestamptz":
      return toTime;
    case "bytea":
      return toBase64;
    case "array": {
      const elementType = toElementType(dataType);
      return (text) => toList(text, elementType);
    }
    default:
      return (text) => text;
  }
}
