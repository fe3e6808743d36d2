import { paths } from "@/app/(console)/paths";
import type { CommandResult } from "@/components/shell/command-menu";
import { assertNever } from "@/lib/kernel/assert-never";
import type { FoundThing } from "@/lib/insights/find-anything";

const GROUPS: { readonly [K in FoundThing["kind"]]: string } = {
  agent: "Agents",
  dataset: "Datasets",
  field: "Fields",
  source: "Sources",
  vendor: "Vendors",
  person: "People",
  held_item: "Held items",
  event: "Events",
};

function toHref(thing: FoundThing): string {
  switch (thing.kind) {
    case "agent":
      return paths.agent(thing.id);
    case "dataset":
      return paths.dataset(thing.id);
    case "field":
      return paths.field(thing.id, thing.label);
    case "source":
      return paths.source(thing.id);
    case "vendor":
      return paths.vendor(thing.id);
    case "person":
      return `/people/${thing.id}`;
    case "held_item":
      return paths.heldItem(thing.id);
    case "event":
      return paths.event(thing.id);
    default:
      return assertNever(thing);
  }
}

/** What was found as the command menu lists it. */
export function toCommandResult(thing: FoundThing): CommandResult {
  const { kind, id, label, detail } = thing;
  return { id: `${kind} ${id} ${label}`, group: GROUPS[kind], label, detail, href: toHref(thing) };
}
