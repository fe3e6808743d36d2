/** Something the person who runs the sample agent can mend; its message says how. */
export class AgentError extends Error {
  override readonly name = "AgentError";
}
