import { expect, it } from "vitest";
import { toScopeInput } from "./scope-form";

function toForm(entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

it("leaves a withheld field out of the scope, which is what withholds it", () => {
  const { fields } = toScopeInput(
    toForm([
      ["treatment:id", "clear"],
      ["treatment:e-mail: private", "mask"],
      ["treatment:notes", "withheld"],
    ]),
  );
  expect(fields).toEqual({ id: "clear", "e-mail: private": "mask" });
});

it("lets a scope run to the end of the day that was chosen", () => {
  expect(toScopeInput(toForm([["expiresAt", "2027-03-31"]])).expiresAt).toBe("2027-03-31T23:59:59Z");
});

it("keeps the hour of an end whose day was not touched, so that a new version does not widen it", () => {
  const stored = "2027-03-31T08:15:00.000Z";
  const of = (day: string) =>
    toScopeInput(
      toForm([
        ["expiresAt", day],
        ["expiresStored", stored],
      ]),
    ).expiresAt;
  expect(of("2027-03-31")).toBe(stored);
  expect(of("2027-04-01")).toBe("2027-04-01T23:59:59Z");
});

it("refuses row bounds that are not JSON instead of leaving them out, which would widen the scope", () => {
  expect(() => toScopeInput(toForm([["rowBound", "{"]]))).toThrow(/rowBound/);
});
