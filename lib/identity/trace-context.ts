const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?$/;

/** The trace id of a `traceparent` header (W3C Trace Context §3.2), or undefined where it has none that counts. */
export function readTraceId(traceparent: string | undefined): string | undefined {
  const [, traceId = "", parentId = "", rest] = TRACEPARENT.exec(traceparent ?? "") ?? [];
  const isLonger = rest !== undefined && traceparent?.startsWith("00") === true;
  return isLonger || /^0*$/.test(traceId) || /^0*$/.test(parentId) ? undefined : traceId;
}
