import { expect, it } from "vitest";
import { z } from "zod";
import { readSearch } from "./search-params";

const SHAPE = { state: z.enum(["on", "off"], "must be on or off"), id: z.uuid("must be an id") };
const read = (given: Record<string, string | string[]>) => readSearch(Promise.resolve(given), SHAPE);

it("keeps what fits and leaves out what is empty or not known", async () => {
  expect(await read({ state: "on", id: "", other: "1" })).toEqual({ query: { state: "on" }, wrong: [] });
});

it("names a parameter that does not fit and what it must be, without saying its value", async () => {
  const { query, wrong } = await read({ state: "<script>", id: "x" });
  expect(query).toEqual({});
  expect(wrong).toEqual([
    { name: "state", must: "must be on or off" },
    { name: "id", must: "must be an id" },
  ]);
  expect(JSON.stringify(wrong)).not.toContain("script");
});

it("takes the first of a parameter that stands several times", async () => {
  expect((await read({ state: ["off", "on"] })).query).toEqual({ state: "off" });
});
