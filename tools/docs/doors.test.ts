import { describe, expect, it } from "vitest";
import { PERMISSIONS, type Permission, type Principal } from "@/lib/identity/permissions";
import { ROLES } from "@/lib/kernel/vocabulary";
import { listActions, listEndpoints, listPages, listTools } from "./doors";

const allows = (permission: Permission, principal: Principal): boolean =>
  (PERMISSIONS[permission] as readonly Principal[]).includes(principal);

describe("every door", () => {
  it("of the console asks for a permission that some role has", () => {
    const pages = listPages();
    expect(pages.length).toBeGreaterThan(50);
    for (const { file, permission } of pages)
      expect(
        ROLES.some((role) => allows(permission, role)),
        file,
      ).toBe(true);
  });

  it("that changes something reaches a verb that a role, or somebody not signed in, may use", () => {
    const actions = listActions();
    expect(actions.length).toBeGreaterThan(60);
    const people: readonly Principal[] = [...ROLES, "anonymous"];
    for (const { door, permissions } of actions)
      for (const permission of permissions)
        expect(
          people.some((one) => allows(permission, one)),
          `${door}: ${permission}`,
        ).toBe(true);
  });

  it("of the gate that is not open takes keys of a kind, and each MCP tool is for agents alone", () => {
    expect(listEndpoints().filter(({ keys }) => keys.length > 0).length).toBeGreaterThan(10);
    const tools = listTools();
    expect(tools.length).toBeGreaterThanOrEqual(10);
    for (const { door, permissions } of tools)
      for (const permission of permissions) expect([door, PERMISSIONS[permission]]).toEqual([door, ["agent"]]);
  });
});
