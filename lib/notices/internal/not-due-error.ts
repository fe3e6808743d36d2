/** Ends a transaction in which there turned out to be nothing to do. */
export class NotDueError extends Error {
  override readonly name = "NotDueError";
}
