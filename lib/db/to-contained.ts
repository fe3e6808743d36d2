/** A filter for texts that hold another, whatever the case. Prisma writes it as ILIKE: the signs that mean something there are escaped. */
export function toContained(text: string): { contains: string; mode: "insensitive" } {
  return { contains: text.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" };
}
