import type { Reader, Verdict, VerifyOptions } from "@/lib/audit/verifier/verify.mjs";

/** RFC 6962's tree, built from neighbouring subtrees, left to right. */
type Tree = {
  push: (start: number, end: number, hash: Uint8Array) => void;
  root: () => Uint8Array;
  end: () => number;
};
type Proof = { text: string; entry: number; hashes: string[]; checkpoint: string };

/** What the file that travels with every export offers. */
export type Verifier = {
  verifyProof: (
    proof: Proof,
    keys: string[],
  ) => Promise<{ isIntact: boolean; problem: string | null; size?: number; keyId?: string }>;
  verifyTar: (source: Reader, options?: VerifyOptions) => Promise<Verdict>;
  readerOfBlob: (blob: Blob) => Reader;
  openCheckpoint: (
    note: string,
    keys: string[],
  ) => Promise<{ origin: string; size: number; root: Uint8Array; keyId: string } | null>;
  createTree: (size: number) => Tree;
  isSame: (a: Uint8Array, b: Uint8Array) => boolean;
  toHex: (bytes: Uint8Array) => string;
};

const ADDRESS = "/audit/verifier.mjs";

/** The very file that exports carry, so that what checks here is what an outsider checks with. */
export async function loadVerifier(): Promise<Verifier> {
  return (await import(/* turbopackIgnore: true */ /* webpackIgnore: true */ ADDRESS)) as Verifier;
}
