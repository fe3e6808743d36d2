import { describe, expect, it } from "vitest";

import { fillTemplate, slotsOf } from "./fill-template";
import { TICKET_PACKS } from "./ticket-packs";
import { TICKET_SLOTS } from "./ticket-pack";

function templatesIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(templatesIn);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(templatesIn) : [];
}

describe("ticket texts", () => {
  it.each(Object.entries(TICKET_PACKS))(
    "in %s ask only for slots that exist and fill without a mark left over",
    (_language, pack) => {
      const templates = templatesIn(pack);
      expect(templates.length).toBeGreaterThan(100);
      const known: ReadonlySet<string> = new Set(TICKET_SLOTS);
      for (const template of templates) {
        for (const slot of slotsOf(template)) expect(known.has(slot), `${slot} in: ${template}`).toBe(true);
        expect(fillTemplate({ next: () => 0.5 }, template, (name) => name.toUpperCase())).not.toMatch(/[{}[\]|]/);
      }
    },
  );
});

describe("fillTemplate", () => {
  it("takes one part of a choice and fills slots within it", () => {
    const fill = (at: number) => fillTemplate({ next: () => at }, "a [b {x}|c [d|e]|]f", () => "X");
    expect([fill(0), fill(0.4), fill(0.9)]).toEqual(["a b Xf", "a c df", "a f"]);
  });

  it("refuses a slot that does not exist and a mark that is not closed", () => {
    expect(() => fillTemplate({ next: () => 0 }, "{nope}", () => null)).toThrow(/no slot "nope"/);
    expect(() => fillTemplate({ next: () => 0 }, "[a|b", () => "")).toThrow(/not closed/);
    expect(() => fillTemplate({ next: () => 0 }, "{a", () => "")).toThrow(/not closed/);
  });
});
