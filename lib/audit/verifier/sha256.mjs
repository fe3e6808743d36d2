/** Node's own hashing, where this runs in Node. */
export const nodeCrypto = globalThis.process?.getBuiltinModule?.("node:crypto");

const K = new Uint32Array(64);
const INITIAL = new Uint32Array(8);
const W = new Uint32Array(64);

/** FIPS 180-4: the first 32 bits of the fractions of the square and cube roots of the first primes. */
function fillConstants() {
  const fraction = (value) => Math.floor((value - Math.floor(value)) * 2 ** 32);
  const isPrime = (n) => Array.from({ length: n }, (_, d) => d).every((d) => d < 2 || n % d !== 0);
  for (let n = 2, found = 0; found < 64; n += 1) {
    if (!isPrime(n)) continue;
    if (found < 8) INITIAL[found] = fraction(Math.sqrt(n));
    K[found] = fraction(Math.cbrt(n));
    found += 1;
  }
}
fillConstants();

function compress(state, block, from) {
  for (let i = 0, at = from; i < 16; i += 1, at += 4) {
    W[i] = (block[at] << 24) | (block[at + 1] << 16) | (block[at + 2] << 8) | block[at + 3];
  }
  for (let i = 16; i < 64; i += 1) {
    const x = W[i - 15];
    const y = W[i - 2];
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    W[i] = (W[i - 16] + s0 + W[i - 7] + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i += 1) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + W[i]) | 0;
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}

/** SHA-256 in plain JavaScript, for a browser, whose own is not synchronous. */
export function sha256InScript(bytes) {
  const state = INITIAL.slice();
  const whole = bytes.length - (bytes.length % 64);
  for (let at = 0; at < whole; at += 64) compress(state, bytes, at);
  const rest = bytes.length - whole;
  const tail = new Uint8Array(rest < 56 ? 64 : 128);
  tail.set(bytes.subarray(whole));
  tail[rest] = 0x80;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(tail.length - 4, (bytes.length * 8) >>> 0);
  for (let at = 0; at < tail.length; at += 64) compress(state, tail, at);
  const digest = new DataView(new ArrayBuffer(32));
  for (let i = 0; i < 8; i += 1) digest.setUint32(i * 4, state[i]);
  return new Uint8Array(digest.buffer);
}

/** Node's digest as letters: short arrays of our own cost its collector far less than its buffers. */
function sha256InNode(bytes) {
  const letters =
    nodeCrypto.hash === undefined
      ? nodeCrypto.createHash("sha256").update(bytes).digest("latin1")
      : nodeCrypto.hash("sha256", bytes, "latin1");
  const digest = new Uint8Array(32);
  for (let i = 0; i < 32; i += 1) digest[i] = letters.charCodeAt(i);
  return digest;
}
export const sha256 = nodeCrypto === undefined ? sha256InScript : sha256InNode;

const pair = new Uint8Array(65);
/** RFC 6962: SHA-256(0x01, left, right). */
export function hashNode(left, right) {
  pair[0] = 1;
  pair.set(left, 1);
  pair.set(right, 33);
  return sha256(pair);
}

/** RFC 6962: SHA-256(0x00, entry). */
export function hashLeaf(entry) {
  const bytes = new Uint8Array(entry.length + 1);
  bytes.set(entry, 1);
  return sha256(bytes);
}

export function isSame(a, b) {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

export const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The bytes of a base64 text; none where it is not one. */
export function fromBase64(text) {
  if (nodeCrypto !== undefined) return Buffer.from(text, "base64");
  try {
    const letters = atob(text);
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
    return bytes;
  } catch {
    return new Uint8Array(); // What is malformed equals no hash and no signature.
  }
}
