import type { Metadata } from "next";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { changeScopeAction, definePurposeAction, previewScopeAction } from "@/app/(console)/scopes/actions";
import { DAYS_FIRST, DAYS_MAX, toDay, toDraftFields } from "@/app/(console)/scopes/editor-fields";
import { loadRule } from "@/app/(console)/scopes/load-rule";
import { whyNotChange } from "@/app/(console)/scopes/why-not-change";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { ScopeEditor } from "@/components/scopes/scope-editor";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { getDataset } from "@/lib/catalog/get-dataset";
import { getScope } from "@/lib/scopes/get-scope";
import { listPurposes } from "@/lib/scopes/list-purposes";

export const metadata: Metadata = { title: "Change a scope" };

export default async function ChangeScopePage({ params }: { params: Promise<{ scopeId: string }> }) {
  const ctx = await requireContext("scope:write");
  const scope = await foundOr404(getScope(ctx, (await params).scopeId));
  const [dataset, purposes] = await Promise.all([getDataset(ctx, { datasetId: scope.dataset.id }), listPurposes(ctx)]);
  const rule = await loadRule(ctx, { agentId: scope.agent.id, dataset, scope });
  const [current] = scope.versions;
  const fields = toDraftFields(dataset);
  const gone = Object.keys(current?.fields ?? {}).filter((name) => !fields.some((field) => field.name === name));
  const kept = Object.entries(current?.fields ?? {}).filter(([name]) => !gone.includes(name));
  const reason = whyNotChange(scope);
  return (
    <>
      <PageHeader
        title={`Change ${scope.agent.name} on ${scope.dataset.name}`}
        description={`Saving makes version ${scope.version + 1}. Version ${scope.version} stays in the history.`}
        breadcrumbs={[
          { label: "Scopes", href: paths.scopes() },
          { label: `${scope.agent.name} on ${scope.dataset.name}`, href: paths.scope(scope.id) },
          { label: "Change" },
        ]}
      />
      <div className="space-y-6">
        {reason !== null && <Callout tone="warn" title={reason} />}
        {gone.length > 0 && (
          <Callout tone="warn" title="Fields of this scope are gone from the source">
            {gone.join(", ")}: the new version leaves {gone.length === 1 ? "it" : "them"} out.
          </Callout>
        )}
        <ScopeEditor
          agent={scope.agent}
          datasetId={scope.dataset.id}
          fields={fields}
          purposes={purposes}
          values={{
            purposes: current?.purposes ?? [],
            fields: Object.fromEntries(kept),
            rowBound: current?.rowBound ?? [],
            requiresCase: current?.requiresCase ?? false,
            rowsPerDayMax: current?.rowsPerDayMax ?? null,
            subjectsPerDayMax: current?.subjectsPerDayMax ?? null,
            rowsPerRequestMax: current?.rowsPerRequestMax ?? 1,
            expiresOn:
              current !== undefined && current.expiresAt > ctx.now
                ? toDay(current.expiresAt, 0)
                : toDay(ctx.now, DAYS_FIRST),
          }}
          scope={{ id: scope.id, version: scope.version, expiresAt: current?.expiresAt.toISOString() ?? "" }}
          rule={rule}
          expiresOnMax={toDay(ctx.now, DAYS_MAX)}
          save={changeScopeAction}
          preview={previewScopeAction}
          definePurpose={definePurposeAction}
          submitLabel={`Save as version ${scope.version + 1}`}
          disabledReason={reason}
          previewReason={whyNot(ctx, "scope:preview")}
          cancelHref={paths.scope(scope.id)}
        />
      </div>
    </>
  );
}
