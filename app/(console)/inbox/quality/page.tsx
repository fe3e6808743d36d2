import type { Metadata } from "next";
import { z } from "zod";
import { InboxTabs } from "@/app/(console)/inbox/inbox-tabs";
import { paths } from "@/app/(console)/paths";
import { readSearch, type SearchParams } from "@/app/(console)/search-params";
import { WrongParameters } from "@/app/(console)/wrong-parameters";
import { requireContext } from "@/app/session";
import { KindsTable, ReviewersTable, TriageFaultsTable } from "@/components/reviews/quality-tables";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { getQuality } from "@/lib/reviews/get-quality";

export const metadata: Metadata = { title: "Quality" };

const PERIODS = ["30", "7", "90", "365"] as const;
const SHAPE = { days: z.enum(PERIODS, `must be one of ${PERIODS.join(", ")}`) };

export default async function QualityPage({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await requireContext("quality:read");
  const { query, wrong } = await readSearch(searchParams, SHAPE);
  const days = Number(query.days ?? PERIODS[0]);
  const quality = await getQuality(ctx, { days });
  return (
    <>
      <PageHeader
        title="Quality"
        description="How fast and how well people decide, and how right triage is about what to hold."
        breadcrumbs={[{ label: "Inbox", href: paths.inbox() }, { label: "Quality" }]}
      />
      <InboxTabs ctx={ctx} />
      <LinkTabs
        label="Period"
        className="mb-6"
        tabs={[...PERIODS]
          .sort((left, right) => Number(left) - Number(right))
          .map((each) => ({
            href: paths.quality({ days: each === PERIODS[0] ? undefined : each }),
            label: `${each} days`,
          }))}
      />
      <WrongParameters wrong={wrong} />
      <div className="space-y-10">
        <Section title="By kind" description="From the hold to the decision. What waits does so now.">
          <KindsTable kinds={quality.kinds} />
        </Section>
        <Section
          title="By reviewer"
          description="Who approves everything as it was, over twenty decisions and more, is marked: look at it together."
        >
          <ReviewersTable reviewers={quality.reviewers} />
        </Section>
        <Section
          title="Triage"
          description="Missed: a second look says that it should have been held. Needless: a reviewer says that it need not have been."
        >
          <TriageFaultsTable agents={quality.agents} faults={quality.faults} />
        </Section>
      </div>
    </>
  );
}
