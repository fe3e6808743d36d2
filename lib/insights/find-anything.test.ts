import { expect, it } from "vitest";
import { addTestAgent, addTestPerson } from "@/lib/agents/agents-fixture";
import { createTestDatabase } from "@/lib/db/test-database";
import { testPerson } from "@/lib/identity/test-contexts";
import { addTestDataset } from "@/lib/scopes/scopes-fixture";
import { findAnything } from "./find-anything";

await createTestDatabase();
const personId = await addTestPerson();
await addTestAgent(personId, personId, "Valve helper");
await addTestDataset("valve_orders", [{ name: "valve_code" }]);

it("finds agents, datasets and fields by a part of their names", async () => {
  const found = await findAnything(testPerson(["steward"]), { query: "VALVE" });
  expect(found.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    "agent Valve helper",
    "dataset valve_orders",
    "field valve_code",
    "source source of valve_orders",
  ]);
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
