export interface Reader {
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}
export interface VerifyOptions {
  /** C2SP verifier keys that the caller trusts. */
  keys?: string[];
  /** Texts of files that anchors keep. */
  outside?: string[];
  onProgress?: (entries: number) => void;
}
export interface Verdict {
  isIntact: boolean;
  /** Where the keys came from: the caller, or the export itself. */
  trust: "given" | "export";
  entries: number;
  size: number;
  keyId?: string;
  problem: { code: string; entry: number | null; lastEntry: number | null; sentence: string } | null;
}
export function verifyFiles(files: Map<string, Reader>, options?: VerifyOptions): Promise<Verdict>;
export function verifyTar(source: Reader, options?: VerifyOptions): Promise<Verdict>;
export function verifyProof(
  proof: { text: string; entry: number; hashes: string[]; checkpoint: string },
  keys: string[],
): Promise<{ isIntact: boolean; problem: string | null; size?: number; keyId?: string }>;
