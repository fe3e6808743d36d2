import type { DeliveryFailure } from "@/lib/audit/log-event";

/** A head of the log that is given out. */
export type PublishedCheckpoint = { origin: string; size: number; root: Uint8Array; note: string; at: Date };

/** What a witness gives back: its signature line on the checkpoint. */
export type Cosigned = { witness: string; line: string };

export type AnchorTools = {
  /** Hashes that prove that the log of `size` begins with the one of `oldSize`. */
  proveConsistency: (oldSize: number, size: number) => Promise<Uint8Array[]>;
};

/**
 * A place outside the database that remembers checkpoints: what is there cannot be taken back by whoever can change the database. Throws
 * AnchorFailed when it cannot take one.
 */
export interface Anchor {
  /** In the database and on pages: file, webhook, s3, witness, mail. */
  readonly name: string;
  /** Every checkpoint, or only the newest when several wait. */
  readonly wants: "each" | "newest";
  publish(checkpoint: PublishedCheckpoint, tools: AnchorTools): Promise<Cosigned | null>;
  /** The note it was given last, or null where it holds none. Absent where it cannot be asked. */
  findNewest?(origin: string): Promise<string | null>;
}

export class AnchorFailed extends Error {
  override readonly name = "AnchorFailed";
  constructor(readonly reason: DeliveryFailure) {
    super(`the anchor failed: ${reason}`);
  }
}
