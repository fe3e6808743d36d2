import { expect, it } from "vitest";
import { mergeFields, toVendorFields } from "./vendor-form-values";

const base = toVendorFields({
  revision: 1,
  name: "Vendor",
  isOurselves: false,
  services: ["One", "Two"],
  models: [],
  contacts: [{ name: "Ada", email: "ada@example.com", role: "" }],
  contractFrom: null,
  contractUntil: new Date("2027-01-31T00:00:00Z"),
  dpaFrom: null,
  dpaUntil: null,
  regions: ["EU"],
  ownerId: "somebody",
  criticality: "medium",
  notes: "",
});

it("of two people's changes to one form none is lost, and what both changed is named", () => {
  const mine = { ...base, services: "One\r\nTwo\r\nThree", notes: "Mine.", name: "Vendor ", criticality: "high" };
  const theirs = { ...base, contractUntil: "2026-12-31", notes: "Theirs.", criticality: "high", isOurselves: "on" };
  const { merged, both } = mergeFields(base, mine, theirs);
  expect(merged).toMatchObject({
    services: "One\nTwo\nThree",
    contractUntil: "2026-12-31",
    notes: "Mine.",
    name: "Vendor",
    criticality: "high",
    isOurselves: "on",
  });
  expect(both).toEqual(["notes"]);
});

it("of two people's contacts each keeps its row", () => {
  const more = { ...base, contactRows: "2", "contacts.1.name": "Lin", "contacts.1.email": "lin@example.com" };
  const { merged, both } = mergeFields(base, base, more);
  expect(merged).toMatchObject({ contactRows: "2", "contacts.0.name": "Ada", "contacts.1.name": "Lin" });
  expect(mergeFields(base, more, base).merged["contactRows"]).toBe("2");
  expect(both).toEqual([]);
});
