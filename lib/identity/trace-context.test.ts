import { expect, it } from "vitest";
import { readTraceId } from "./trace-context";

const trace = "0af7651916cd43dd8448eb211c80319c";
const parent = "b7ad6b7169203331";

it.each([
  [`00-${trace}-${parent}-01`, trace],
  [`01-${trace}-${parent}-01-what-may-come`, trace],
  [`00-${trace}-${parent}-01-too-long`, undefined],
  [`ff-${trace}-${parent}-01`, undefined],
  [`00-${"0".repeat(32)}-${parent}-01`, undefined],
  [`00-${trace}-${"0".repeat(16)}-01`, undefined],
  [`00-${trace.toUpperCase()}-${parent}-01`, undefined],
  ["'; DROP TABLE audit_event", undefined],
  ["", undefined],
  [undefined, undefined],
])("of %j the trace is %j", (header, expected) => {
  expect(readTraceId(header)).toBe(expected);
});
