import { PlugZap, ScanSearch } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { requestDiscoveryAction, testSourceAction } from "@/app/(console)/data/actions";
import { toDatasetRow } from "@/app/(console)/data/dataset-rows";
import { isUnderWay, toSourceState } from "@/app/(console)/data/source-state";
import { DiscoveryPart } from "@/app/(console)/data/sources/[sourceId]/discovery-part";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { whyNot } from "@/app/(console)/why-not";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { ActionButton } from "@/components/data/action-button";
import { DatasetsTable } from "@/components/data/datasets-table";
import { SourceStatus } from "@/components/data/source-status";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { PageHeader } from "@/components/ui/page-header";
import { ExactTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { getSource } from "@/lib/catalog/get-source";
import { listDatasets } from "@/lib/catalog/list-datasets";
import { listDiscoveryRuns } from "@/lib/catalog/list-discovery-runs";

export const metadata: Metadata = { title: "Source" };

const SHAPE = { after: z.string().max(200, "must be the place that a page's Next button leads to") };

const TLS_WORDS = {
  disable: "Off",
  require: "On, certificate not checked",
  verify_full: "On, certificate checked",
} as const;

type Props = { params: Promise<{ sourceId: string }>; searchParams: SearchParams };

export default async function SourcePage({ params, searchParams }: Props) {
  const ctx = await requireContext("catalog:read");
  const source = await foundOr404(getSource(ctx, { sourceId: (await params).sourceId }));
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const [runs, datasets] = await Promise.all([
    listDiscoveryRuns(ctx, { sourceId: source.id, limit: 5 }),
    listDatasets(ctx, { sourceId: source.id, after: query.after }),
  ]);
  const reason = whyNot(ctx, "catalog:write");
  const state = toSourceState(source);
  return (
    <>
      <PageHeader
        title={source.name}
        meta={<SourceStatus state={state} checkedAt={source.testedAt?.toISOString()} />}
        breadcrumbs={[
          { label: "Data", href: paths.data() },
          { label: "Sources", href: paths.sources() },
          { label: source.name },
        ]}
        actions={
          <LinkOrReason href={paths.changeSource(source.id)} disabledReason={reason}>
            Change the connection
          </LinkOrReason>
        }
      />
      <WrongParameters wrong={wrong} />
      <div className="space-y-10">
        {state === "unreachable" && (
          <Callout tone="danger" title={`The last test ended with ${source.testError}.`}>
            Agents that ask for this data get an error, never old rows. Test it again once it is mended, or change the
            connection.
          </Callout>
        )}
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Card title="Connection">
            <KeyValueList
              items={[
                { label: "Host", value: `${source.host}:${source.port}` },
                { label: "Database", value: source.database },
                { label: "User", value: source.username },
                { label: "TLS", value: TLS_WORDS[source.tlsMode] },
                { label: "Tested", value: source.testedAt === null ? "Never" : <ExactTime at={source.testedAt} /> },
              ]}
            />
            <div className="mt-4">
              <ActionButton
                action={testSourceAction}
                fields={{ sourceId: source.id }}
                icon={<PlugZap aria-hidden />}
                pendingLabel="Testing…"
                disabledReason={reason}
              >
                Test the connection
              </ActionButton>
            </div>
          </Card>
          <Card
            title="Discovery"
            description="Lists tables, views and columns, and suggests what each holds. Sampled values are judged and dropped."
          >
            <div className="space-y-4">
              <DiscoveryPart runs={runs} reason={reason} />
              <ActionButton
                action={requestDiscoveryAction}
                fields={{ sourceId: source.id }}
                variant={runs.length === 0 ? "primary" : "secondary"}
                icon={<ScanSearch aria-hidden />}
                pendingLabel="Starting…"
                disabledReason={
                  reason ??
                  (isUnderWay(source.latestRun) ? "A discovery is under way: wait for it or cancel it." : null)
                }
              >
                {runs.length === 0 ? "Discover it" : "Discover it again"}
              </ActionButton>
            </div>
          </Card>
        </div>
        <Section title="Tables and views" description="Those that the source's user may read, each a dataset.">
          <DatasetsTable
            isPlain
            rows={datasets.rows.map(toDatasetRow)}
            next={datasets.next}
            sources={[]}
            connectHref={null}
          />
        </Section>
      </div>
    </>
  );
}
