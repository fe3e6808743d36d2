import { hash, verify } from "@node-rs/argon2";

/** Argon2id (the package's default algorithm) with at least the parameters of the OWASP password storage cheat sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

let decoy: Promise<string> | undefined;

/** NIST SP 800-63B §5.1.1.2: the same password typed on another keyboard must give the same characters. */
function normalise(password: string): string {
  return password.normalize("NFKC");
}

export function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), COST);
}

/** Does the same work whether or not there is a hash to compare with; without one the answer is false. */
export async function isPasswordRight(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const isRight = await verify(passwordHash ?? (await decoy), normalise(password));
  return isRight && passwordHash !== null;
}
