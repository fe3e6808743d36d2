import type { MatrixAgent, MatrixCell, MatrixField } from "@/components/scopes/matrix-types";
import { ButtonLink } from "@/components/ui/button-link";
import { KeyValueList } from "@/components/ui/key-value-list";
import { OutcomeMark, TreatmentMark } from "@/components/ui/outcome-mark";
import { RelativeTime } from "@/components/ui/relative-time";

/** Why one agent sees one field as it does, who granted it, when it was last used. */
export function MatrixCellDetail({ field, agent, cell }: { field: MatrixField; agent: MatrixAgent; cell: MatrixCell }) {
  const facts = [
    cell.purposes !== undefined && { label: "Purposes", value: cell.purposes.join(", ") },
    cell.grantedBy !== undefined && {
      label: "Granted by",
      value: (
        <>
          {cell.grantedBy}
          {cell.grantedAt !== undefined && (
            <span className="text-ink-muted">
              , <RelativeTime at={cell.grantedAt} />
            </span>
          )}
        </>
      ),
    },
    cell.lastUsedAt !== undefined && {
      label: "Last used",
      value: cell.lastUsedAt === null ? "Never" : <RelativeTime at={cell.lastUsedAt} />,
    },
    cell.expiresAt !== undefined && { label: "Ends", value: <RelativeTime at={cell.expiresAt} /> },
  ].filter((fact) => fact !== false);
  return (
    <div className="space-y-3">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium font-mono text-sm">{field.name}</p>
          <p className="truncate text-ink-muted text-sm">for {agent.name}</p>
        </div>
        {cell.outcome === undefined ? (
          <TreatmentMark treatment={cell.treatment} />
        ) : (
          <OutcomeMark outcome={cell.outcome} />
        )}
      </div>
      <p>{cell.reason}</p>
      {facts.length > 0 && <KeyValueList items={facts} className="border-line border-t text-sm" />}
      {cell.href !== undefined && (
        <ButtonLink href={cell.href} size="sm">
          Open the scope
        </ButtonLink>
      )}
    </div>
  );
}
