export type AlarmKind = "shorter" | "different" | "event_missing" | "unreadable";

/** The stored log is not what it was: it must not grow until a person has looked at it. */
export class LogBroken extends Error {
  override readonly name = "LogBroken";
  constructor(
    readonly kind: AlarmKind,
    readonly facts: {
      /** Where the evidence came from; null for the database itself. */
      anchor: string | null;
      expectedSize?: number;
      expectedRoot?: Uint8Array;
      foundSize?: number;
      /** The first entry known to be wrong. */
      entry?: number;
    },
  ) {
    super(`the log is broken: ${kind}`);
  }
}
