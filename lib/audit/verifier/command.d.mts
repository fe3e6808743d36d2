import type { Reader, Verdict, VerifyOptions } from "./verify.mjs";

export function readerOfPath(path: string): Reader;
export function verifyPath(path: string, options?: VerifyOptions): Promise<Verdict>;
export function runCommand(args: string[]): Promise<number>;
