export function sha256(bytes: Uint8Array): Uint8Array;
export function sha256InScript(bytes: Uint8Array): Uint8Array;
