import { paths } from "@/app/(console)/paths";
import { whyNot } from "@/app/(console)/why-not";
import { FieldDetail } from "@/components/data/field-detail";
import { buttonStyles } from "@/components/ui/button-styles";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import type { DatasetDetail, DatasetField } from "@/lib/catalog/get-dataset";
import { isPermitted } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { FieldGrant } from "@/lib/scopes/list-field-grants";

/** One field of a dataset, opened beside its table. */
export function FieldPanel({
  ctx,
  dataset,
  field,
  grants,
}: {
  ctx: RequestContext;
  dataset: DatasetDetail;
  field: DatasetField;
  grants: readonly FieldGrant[];
}) {
  const { references } = field;
  return (
    <FieldDetail
      {...field}
      references={
        references && {
          label: `${references.dataset}.${references.field}`,
          href: paths.field(references.datasetId, references.field),
        }
      }
      viewers={grants
        .filter((grant) => grant.field === field.name)
        .map((grant) => ({
          ...grant,
          key: grant.scopeId,
          agent: grant.agent.name,
          agentHref: paths.agent(grant.agent.id),
          agentState: grant.agent.state,
          scopeHref: paths.scope(grant.scopeId),
        }))}
      actions={
        <>
          <LinkOrReason href={paths.newScope({ dataset: dataset.id })} disabledReason={whyNot(ctx, "scope:write")}>
            Grant a scope on {dataset.name}
          </LinkOrReason>
          {isPermitted(ctx.actor, "access:try") && (
            <a
              href={paths.datasetAccessCsv(dataset.id, { field: field.name })}
              download
              className={buttonStyles("ghost")}
            >
              CSV: who can see {field.name}
            </a>
          )}
        </>
      }
    />
  );
}
