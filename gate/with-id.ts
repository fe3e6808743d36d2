/** A body with the id of its address, which counts whatever the body says. What is no object is left for the verb to refuse. */
export function withId(body: unknown, name: string, id: string | undefined): unknown {
  return typeof body === "object" && body !== null && !Array.isArray(body) ? { ...body, [name]: id } : body;
}
