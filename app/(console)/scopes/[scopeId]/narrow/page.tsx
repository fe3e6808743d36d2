import type { Metadata } from "next";
import { z } from "zod";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { narrowScopeAction, revokeScopeAction } from "@/app/(console)/scopes/actions";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { toReasonSentence } from "@/app/(console)/to-reason-sentence";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { toFindingWords, toNarrowingWords } from "@/components/scopes/finding-words";
import { NarrowForm } from "@/components/scopes/narrow-form";
import { Callout } from "@/components/ui/callout";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { ScopeImpactList } from "@/components/widenings/scope-impact";
import { type NarrowingPreview, previewNarrowing } from "@/lib/insights/preview-narrowing";
import { FINDING_KINDS } from "@/lib/kernel/find-scope-findings";
import type { ScopeId } from "@/lib/kernel/ids";
import { getScope } from "@/lib/scopes/get-scope";

export const metadata: Metadata = { title: "Narrow a scope" };

const SHAPE = { finding: z.enum(FINDING_KINDS, "must be a finding") };

function Preview({ scopeId, preview }: { scopeId: ScopeId; preview: NarrowingPreview }) {
  const { finding, version, less, impact } = preview;
  return (
    <div className="max-w-3xl space-y-8">
      <Callout title={toFindingWords(finding)}>{toNarrowingWords(finding)}.</Callout>
      <Section title="What it would have done" description="From the use ledger. Nothing is changed yet.">
        <ScopeImpactList impact={impact} toSentence={toReasonSentence} />
      </Section>
      <NarrowForm
        scopeId={scopeId}
        version={version}
        less={JSON.stringify(less)}
        label={toNarrowingWords(finding)}
        action={less === null ? revokeScopeAction : narrowScopeAction}
        cancelHref={paths.scope(scopeId)}
      />
    </div>
  );
}

export default async function NarrowScopePage({
  params,
  searchParams,
}: {
  params: Promise<{ scopeId: string }>;
  searchParams: SearchParams;
}) {
  const ctx = await requireContext("scope:write");
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const scope = await foundOr404(getScope(ctx, (await params).scopeId));
  const { finding } = query;
  const preview = finding === undefined ? null : await previewNarrowing(ctx, { scopeId: scope.id, finding });
  const name = `${scope.agent.name} on ${scope.dataset.name}`;
  return (
    <>
      <PageHeader
        title={`Narrow ${name}`}
        breadcrumbs={[
          { label: "Scopes", href: paths.scopes() },
          { label: name, href: paths.scope(scope.id) },
          { label: "Narrow" },
        ]}
      />
      <WrongParameters wrong={wrong} />
      {preview === null ? (
        <Callout title="This is not found about the scope any more">Its page says what is.</Callout>
      ) : (
        <Preview scopeId={scope.id} preview={preview} />
      )}
    </>
  );
}
