/** Makes a switch over a union exhaustive: a new member is a type error here, and a value from outside the union throws. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${typeof value}`);
}
