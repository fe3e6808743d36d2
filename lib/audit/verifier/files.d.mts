import type { Reader } from "./verify.mjs";

export function openTar(source: Reader): Promise<Map<string, Reader>>;
export function textOf(file: Reader | undefined): Promise<string>;
export function readerOfBlob(blob: Blob): Reader;
