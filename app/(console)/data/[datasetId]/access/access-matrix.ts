import { paths } from "@/app/(console)/paths";
import type { MatrixAgent, MatrixCell, MatrixField } from "@/components/scopes/matrix-types";
import { TREATMENT_WORDS } from "@/components/ui/outcome-words";
import type { DatasetDetail, DatasetField } from "@/lib/catalog/get-dataset";
import { strictness } from "@/lib/kernel/vocabulary";
import type { FieldGrant } from "@/lib/scopes/list-field-grants";

type Matrix = { fields: MatrixField[]; agents: MatrixAgent[]; cells: Record<string, Record<string, MatrixCell>> };

function toReason(field: DatasetField, grants: readonly FieldGrant[]): { reason: string; isDenied: boolean } {
  const [first] = grants;
  if (first !== undefined && first.agent.state !== "active") {
    const state = first.agent.state === "draft" ? "a draft" : first.agent.state;
    return {
      reason: `A scope lists it, but the agent is ${state}, so each of its requests is refused.`,
      isDenied: true,
    };
  }
  if (field.status === "changed" || field.status === "vanished") {
    return {
      reason: `A scope lists it, but the column ${field.status} in the source, so nobody gets it.`,
      isDenied: false,
    };
  }
  const ways = grants.map(
    (grant) => `${TREATMENT_WORDS[grant.treatment].word.toLowerCase()} for ${grant.purposes.join(", ")}`,
  );
  return { reason: `Scopes list it: ${ways.join("; ")}.`, isDenied: false };
}

/** What an agent sees of a field. Where scopes differ, the strictest is the mark and each stands in the reason. */
function toCell(
  field: DatasetField,
  grants: readonly FieldGrant[],
  usedAt: ReadonlyMap<string, Date>,
): MatrixCell | undefined {
  const [strictest] = grants.toSorted((a, b) => strictness(b.treatment) - strictness(a.treatment));
  if (strictest === undefined) return undefined;
  const { reason, isDenied } = toReason(field, grants);
  const isGone = field.status === "changed" || field.status === "vanished";
  return {
    treatment: isGone ? "withheld" : strictest.treatment,
    ...(isDenied && { outcome: "denied" }),
    reason,
    purposes: [...new Set(grants.flatMap((grant) => grant.purposes))],
    grantedBy: strictest.grantedBy,
    grantedAt: strictest.grantedAt.toISOString(),
    lastUsedAt: usedAt.get(`${strictest.scopeId} ${field.name}`)?.toISOString() ?? null,
    expiresAt: strictest.expiresAt.toISOString(),
    href: paths.scope(strictest.scopeId),
  };
}

/** A dataset's fields down, the agents with a live scope on it across. `usedAt` is by scope and field. */
export function toMatrix(
  dataset: DatasetDetail,
  grants: readonly FieldGrant[],
  usedAt: ReadonlyMap<string, Date>,
): Matrix {
  const agents = [...new Map(grants.map(({ agent }) => [agent.id, agent])).values()];
  const cells: Matrix["cells"] = {};
  for (const field of dataset.fields) {
    const row: Record<string, MatrixCell> = {};
    for (const agent of agents) {
      const cell = toCell(
        field,
        grants.filter((grant) => grant.field === field.name && grant.agent.id === agent.id),
        usedAt,
      );
      if (cell !== undefined) row[agent.id] = cell;
    }
    cells[field.name] = row;
  }
  return {
    fields: dataset.fields.map(({ name, category, dataType }) => ({
      id: name,
      name,
      category,
      detail: dataType,
      href: paths.field(dataset.id, name),
    })),
    agents: agents.map((agent) => ({ ...agent, href: paths.agent(agent.id) })),
    cells,
  };
}
