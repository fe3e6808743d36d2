import type { z } from "zod";

export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** A parameter of the address that could not be used, and what it must be. Never its value. */
export type WrongParameter = { name: string; must: string };

/**
 * Reads a page's address with one schema a parameter. A value that does not fit is left out and named in `wrong`, so that the page can
 * say so and still be read; where a parameter stands several times, the first counts.
 */
export async function readSearch<Shape extends Record<string, z.ZodType>>(
  searchParams: SearchParams,
  shape: Shape,
): Promise<{ query: { [K in keyof Shape]?: z.output<Shape[K]> }; wrong: WrongParameter[] }> {
  const given = await searchParams;
  const query: { [K in keyof Shape]?: z.output<Shape[K]> } = {};
  const wrong: WrongParameter[] = [];
  for (const name of Object.keys(shape) as (keyof Shape & string)[]) {
    const [value] = [given[name] ?? []].flat();
    if (value === undefined || value === "") continue;
    const parsed = shape[name]?.safeParse(value);
    if (parsed?.success) query[name] = parsed.data as z.output<Shape[typeof name]>;
    else wrong.push({ name, must: parsed?.error.issues[0]?.message ?? "is not known" });
  }
  return { query, wrong };
}
