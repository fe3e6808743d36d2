import { areBytesEqual, joinBytes } from "./bytes";

/** SHA-256, given by whoever calls: the kernel has no hash function of its own. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;
export type Hash = Uint8Array;

/** The leaves from `start` up to and not including `end`. */
export type LeafRange = { readonly start: number; readonly end: number };

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** RFC 6962 §2.1: the hash of one entry. */
export function hashLeaf(sha256: Sha256, entry: Uint8Array): Hash {
  return sha256(joinBytes(LEAF, entry));
}

/** RFC 6962 §2.1: the hash over two subtrees. */
export function hashNode(sha256: Sha256, left: Hash, right: Hash): Hash {
  return sha256(joinBytes(NODE, left, right));
}

/** The root of a tree without entries: SHA-256 of nothing. */
export function emptyRoot(sha256: Sha256): Hash {
  return sha256(new Uint8Array());
}

/** The largest power of two below `count`, which is at least 2: where RFC 6962 splits a tree. */
export function splitPoint(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** The perfect subtrees whose hashes make up a range's, the largest first. `start` must be a multiple of the largest. */
export function toPerfectRanges({ start, end }: LeafRange): LeafRange[] {
  const ranges: LeafRange[] = [];
  let at = start;
  while (at < end) {
    const count = end - at;
    const width = count === 1 ? 1 : splitPoint(count + 1);
    ranges.push({ start: at, end: at + width });
    at += width;
  }
  return ranges;
}

/** One hash for a row of neighbouring subtrees, the largest first: the shape RFC 6962 gives the right edge of a tree. */
export function foldSubtrees(sha256: Sha256, hashes: readonly Hash[]): Hash {
  const last = hashes.at(-1);
  if (last === undefined) return emptyRoot(sha256);
  return hashes.slice(0, -1).reduceRight((right, left) => hashNode(sha256, left, right), last);
}

/** The root over leaf hashes. */
export function rootOf(sha256: Sha256, leaves: readonly Hash[]): Hash {
  const [first] = leaves;
  if (first === undefined) return emptyRoot(sha256);
  if (leaves.length === 1) return first;
  const split = splitPoint(leaves.length);
  return hashNode(sha256, rootOf(sha256, leaves.slice(0, split)), rootOf(sha256, leaves.slice(split)));
}

/** The subtrees whose hashes prove that leaf `index` is in the tree of `size`, in the order of RFC 6962 §2.1.1. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  const path: LeafRange[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.reverse();
}

/** The subtrees whose hashes prove that the tree of `size` begins with that of `oldSize`, in the order of RFC 6962 §2.1.2. */
export function consistencyRanges(oldSize: number, size: number): LeafRange[] {
  if (oldSize === 0 || oldSize === size) return [];
  const path: LeafRange[] = [];
  let [start, end] = [0, size];
  while (end !== oldSize) {
    const middle = start + splitPoint(end - start);
    if (oldSize <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  if (start > 0) path.push({ start, end });
  return path.reverse();
}

/** The fewest subtrees of the tree of `size` that together are exactly this range, left to right. */
export function coverRange({ start, end }: LeafRange, size: number): LeafRange[] {
  const cover: LeafRange[] = [];
  let at = start;
  while (at < end) {
    let width = 1;
    while (at % (width * 2) === 0 && width < size) width *= 2;
    while (Math.min(at + width, size) > end) width /= 2;
    const next = Math.min(at + width, size);
    cover.push({ start: at, end: next });
    at = next;
  }
  return cover;
}

const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isHash = (bytes: Uint8Array): boolean => bytes.length === 32;

export type InclusionClaim = { index: number; size: number; leafHash: Hash; proof: readonly Hash[]; root: Hash };

/** RFC 9162 §2.1.3.2: whether the proof leads from the leaf to the root. */
export function verifyInclusion(sha256: Sha256, { index, size, leafHash, proof, root }: InclusionClaim): boolean {
  if (!isCount(index) || !isCount(size) || index >= size || ![leafHash, ...proof].every(isHash)) return false;
  let [at, last, hash] = [index, size - 1, leafHash];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = hashNode(sha256, sibling, hash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = hashNode(sha256, hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && areBytesEqual(hash, root);
}

/** Whether a range can stand as a subtree of a larger tree: it starts where a subtree of at least its length can start. */
export function isSubtree({ start, end }: LeafRange): boolean {
  if (!isCount(start) || !isCount(end) || start >= end) return false;
  let width = 1;
  while (width < end - start) width *= 2;
  return start % width === 0;
}

/** Whether the proof leads from a leaf to the hash of the subtree that holds it. */
export function verifySubtreeInclusion(
  sha256: Sha256,
  { index, range, ...rest }: Omit<InclusionClaim, "size"> & { range: LeafRange },
): boolean {
  if (!isSubtree(range) || index < range.start || index >= range.end) return false;
  return verifyInclusion(sha256, { ...rest, index: index - range.start, size: range.end - range.start });
}

export type ConsistencyClaim = { oldSize: number; size: number; oldRoot: Hash; root: Hash; proof: readonly Hash[] };
export type SubtreeClaim = { range: LeafRange; size: number; subtreeHash: Hash; root: Hash; proof: readonly Hash[] };

/** Whether the proof leads from a subtree's hash to the root of the tree that holds it. An empty subtree is in every tree. */
export function verifySubtreeConsistency(sha256: Sha256, claim: SubtreeClaim): boolean {
  const { range, size, subtreeHash, root, proof } = claim;
  if (!isCount(size) || range.end > size) return false;
  if (isCount(range.start) && range.start === range.end) {
    return proof.length === 0 && areBytesEqual(subtreeHash, emptyRoot(sha256));
  }
  if (!isSubtree(range) || !proof.every(isHash)) return false;
  let [first, at, last] = [range.start, range.end - 1, size - 1];
  const climb = (): void => {
    [first, at, last] = [half(first), half(at), half(last)];
  };
  if (at === last) while (first !== at) climb();
  else while (first !== at && isOdd(at)) climb();
  const rest = [...proof];
  const seed = first === at ? subtreeHash : rest.shift();
  if (seed === undefined) return false;
  let [subtree, whole] = [seed, seed];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      if (first < at) subtree = hashNode(sha256, sibling, subtree);
      whole = hashNode(sha256, sibling, whole);
      while (!isOdd(at) && at !== 0) climb();
    } else {
      whole = hashNode(sha256, whole, sibling);
    }
    climb();
  }
  return last === 0 && areBytesEqual(subtree, subtreeHash) && areBytesEqual(whole, root);
}

/** RFC 9162 §2.1.4.2: whether the tree of `size` begins with the one of `oldSize`. An empty tree proves nothing about a larger one. */
export function verifyConsistency(sha256: Sha256, claim: ConsistencyClaim): boolean {
  const { oldSize, size, oldRoot, root, proof } = claim;
  if (!isCount(oldSize) || !isCount(size) || oldSize > size) return false;
  if (oldSize === 0)
    return size === 0 && proof.length === 0 && [oldRoot, root].every((one) => areBytesEqual(one, emptyRoot(sha256)));
  return verifySubtreeConsistency(sha256, {
    range: { start: 0, end: oldSize },
    size,
    subtreeHash: oldRoot,
    root,
    proof,
  });
}
