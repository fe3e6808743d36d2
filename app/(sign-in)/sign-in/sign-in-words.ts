/** What went wrong, by the code in the address. Never which part was wrong, and never words from the address itself. */
const PROBLEMS: Readonly<Record<string, string>> = {
  refused: "This e-mail and password do not fit together. Check both and try again.",
  throttled: "There were too many attempts to sign in. Wait a few minutes, then try again.",
  stale: "This page had been open for too long, so nothing was sent. Try again.",
  unavailable: "Gatehouse could not check your password just now. Try again in a moment.",
};

const DONE: Readonly<Record<string, string>> = {
  "first-admin": "You are the first admin. Sign in with the password you chose.",
  "password-set": "Your password is set. Sign in with it.",
  "signed-out": "You are signed out.",
};

export function toProblemWords(code: unknown): string | null {
  if (typeof code !== "string") return null;
  return PROBLEMS[code] ?? "Signing in did not work. Try again.";
}

export function toDoneWords(code: unknown): string | null {
  return typeof code === "string" ? (DONE[code] ?? null) : null;
}
