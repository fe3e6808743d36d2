import { expect, it } from "vitest";
import { addTestAgent, addTestPerson } from "@/lib/agents/agents-fixture";
import { createTestDatabase } from "@/lib/db/test-database";
import { testPerson } from "@/lib/identity/test-contexts";
import { addVendor, makePair } from "@/lib/vendors/assessment-fixture";
import { addTestDataset } from "@/lib/scopes/scopes-fixture";
import { findAnything } from "./find-anything";

await createTestDatabase();
const personId = await addTestPerson();
await addTestAgent(personId, personId, "Valve helper");
await addTestDataset("valve_orders", [{ name: "valve_code" }]);
const pair = await makePair();
const vendorId = await addVendor(pair, { name: "Valve AI", services: ["Drafting"], models: ["valve-large-2"] });

it("finds agents, datasets and fields by a part of their names", async () => {
  const found = await findAnything(testPerson(["steward"]), { query: "VALVE" });
  expect(found.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    "agent Valve helper",
    "dataset valve_orders",
    "field valve_code",
    "source source of valve_orders",
    "vendor Valve AI",
  ]);
});

it("finds a vendor by its name, by a model or a service of it, and by its id", async () => {
  for (const query of ["valve ai", "valve-large-2", "Drafting", vendorId])
    expect(await findAnything(testPerson(["steward"]), { query })).toContainEqual({
      kind: "vendor",
      id: vendorId,
      label: "Valve AI",
      detail: "Drafting",
    });
  expect(await findAnything(testPerson(["reviewer"]), { query: vendorId })).toEqual([]);
});

it("finds nothing that the person may not see", async () => {
  const found = await findAnything(testPerson(["reviewer"]), { query: "valve" });
  expect(found.map(({ kind }) => kind)).toEqual(["agent"]);
  const people = await findAnything(testPerson(["steward"]), { query: personId.slice(-6) });
  expect(people).toEqual([]);
});

it("takes a percent sign and an underscore for what they are", async () => {
  expect(await findAnything(testPerson(["steward"]), { query: "%" })).toEqual([]);
});
