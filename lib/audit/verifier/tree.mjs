import { hashNode, sha256 } from "./sha256.mjs";

/** RFC 6962's tree of `size` leaves, built from neighbouring subtrees as they come, left to right. */
export function createTree(size) {
  const stack = [];
  const canJoin = (left, right) => {
    const width = left.end - left.start;
    const isWhole = right.end - right.start === width || right.end === size;
    return right.end - right.start <= width && isWhole && left.start % (2 * width) === 0;
  };
  const push = (start, end, hash) => {
    let top = { start, end, hash };
    for (let left = stack.at(-1); left !== undefined && canJoin(left, top); left = stack.at(-1)) {
      stack.pop();
      top = { start: left.start, end: top.end, hash: hashNode(left.hash, top.hash) };
    }
    stack.push(top);
  };
  /** The root that the tree has when it ends here. */
  const root = () => {
    const hashes = stack.map((one) => one.hash);
    return hashes.length === 0 ? sha256(new Uint8Array()) : hashes.reduceRight((right, left) => hashNode(left, right));
  };
  return { push, root, end: () => stack.at(-1)?.end ?? 0 };
}
