import type { Metadata } from "next";
import { foundOr404 } from "@/app/(console)/found-or-404";
import { paths } from "@/app/(console)/paths";
import { restoreScopeVersionAction, revokeScopeAction } from "@/app/(console)/scopes/actions";
import { toDifferences } from "@/app/(console)/scopes/change-words";
import { toFindingHref } from "@/app/(console)/scopes/to-finding-href";
import { whyNotChange } from "@/app/(console)/scopes/why-not-change";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { FieldUses } from "@/components/scopes/field-uses";
import { ScopeFindingsList } from "@/components/scopes/findings-list";
import { RevokeScopeButton } from "@/components/scopes/revoke-scope-button";
import { CapMeters } from "@/components/scopes/cap-meters";
import { ScopeCard } from "@/components/scopes/scope-card";
import { toConditionWords } from "@/components/scopes/condition-words";
import { ScopeStatusBadge } from "@/components/scopes/scope-status-badge";
import { UndoChangeButton } from "@/components/scopes/undo-change-button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DifferenceList } from "@/components/ui/difference-list";
import { KeyValueList } from "@/components/ui/key-value-list";
import { LinkOrReason } from "@/components/ui/link-or-reason";
import { PageHeader } from "@/components/ui/page-header";
import { ExactTime, RelativeTime } from "@/components/ui/relative-time";
import { Section } from "@/components/ui/section";
import { StateBadge } from "@/components/ui/state-badge";
import { TextLink } from "@/components/ui/text-link";
import { getDataset } from "@/lib/catalog/get-dataset";
import type { JudgedScope } from "@/lib/insights/judge-scopes";
import { listScopeFindings } from "@/lib/insights/list-scope-findings";
import { listCapUse } from "@/lib/scopes/list-cap-use";
import { getScope, type ScopeDetail, type ScopeVersionDetail } from "@/lib/scopes/get-scope";

export const metadata: Metadata = { title: "Scope" };

function Overlaps({ scope }: { scope: ScopeDetail }) {
  if (scope.overlaps.length === 0) return null;
  return (
    <Callout tone="warn" title="Another live scope overlaps with this one">
      For a purpose that both list, the strictest of each field, bound and cap counts, so this scope may show less than
      it says.
      <ul className="mt-1">
        {scope.overlaps.map((other) => (
          <li key={other.id}>
            <TextLink href={paths.scope(other.id)}>Scope {other.id.slice(-6)}</TextLink> also lists{" "}
            {other.purposes.join(", ")}.
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function Version({ version, isFirst }: { version: ScopeVersionDetail; isFirst: boolean }) {
  return (
    <Card
      headingLevel={3}
      title={`Version ${version.number}`}
      description={
        <>
          {version.createdBy ?? "Gatehouse"}, <RelativeTime at={version.createdAt} />: {version.note}
        </>
      }
    >
      {isFirst ? (
        <p className="text-ink-muted">
          The first: {Object.keys(version.fields).length} fields for {version.purposes.join(", ")}.
        </p>
      ) : (
        <DifferenceList items={toDifferences(version.changes)} emptyText="Nothing but the reason was written." />
      )}
    </Card>
  );
}

function InUse({ scope, disabledReason }: { scope: JudgedScope; disabledReason: string | null }) {
  const { id, use, fields, findings } = scope;
  return (
    <Section
      title="In use"
      description={
        use.lastAt === null ? (
          "Never used, as far as the log was counted."
        ) : (
          <>
            {use.uses30} uses in 30 days, {use.uses90} in 90; last <RelativeTime at={use.lastAt} />.
          </>
        )
      }
    >
      {findings.length > 0 && (
        <ScopeFindingsList
          rows={findings.map((finding) => ({ finding, href: toFindingHref(id, finding) }))}
          disabledReason={disabledReason}
        />
      )}
      <FieldUses fields={fields} />
    </Section>
  );
}

export default async function ScopePage({ params }: { params: Promise<{ scopeId: string }> }) {
  const ctx = await requireContext("scope:read");
  const scope = await foundOr404(getScope(ctx, (await params).scopeId));
  const dataset = await getDataset(ctx, { datasetId: scope.dataset.id });
  const use = (await listCapUse(ctx, scope.agent.id)).filter(({ scopeId }) => scopeId === scope.id);
  const [current] = scope.versions;
  const [judged] = scope.status === "live" ? await listScopeFindings(ctx, { scopeId: scope.id }) : [];
  const granted = Object.entries(current?.fields ?? {});
  const withheld = dataset.fields.filter(
    ({ name, status }) => status !== "vanished" && current?.fields[name] === undefined,
  );
  const role = whyNot(ctx, "scope:write");
  const title = `${scope.agent.name} on ${scope.dataset.name}`;
  return (
    <>
      <PageHeader
        title={title}
        meta={<ScopeStatusBadge status={scope.status} />}
        breadcrumbs={[{ label: "Scopes", href: paths.scopes() }, { label: title }]}
        actions={
          <>
            <LinkOrReason href={paths.changeScope(scope.id)} disabledReason={role ?? whyNotChange(scope)}>
              Change
            </LinkOrReason>
            {scope.version > 1 && (
              <UndoChangeButton
                scopeId={scope.id}
                version={scope.version}
                action={restoreScopeVersionAction}
                disabledReason={role ?? whyNotChange(scope)}
              />
            )}
            <RevokeScopeButton
              scopeId={scope.id}
              agentName={scope.agent.name}
              datasetName={scope.dataset.name}
              action={revokeScopeAction}
              disabledReason={role ?? (scope.status === "revoked" ? "It is revoked already." : null)}
            />
          </>
        }
      />
      <div className="space-y-8">
        <Overlaps scope={scope} />
        {current !== undefined && (
          <div className="grid items-start gap-6 xl:grid-cols-2">
            <ScopeCard
              {...current}
              headingLevel={2}
              title={`Version ${current.number} in force`}
              href={paths.scope(scope.id)}
              fields={granted.map(([name, treatment]) => ({ name, treatment }))}
              withheld={withheld.map((field) => field.name)}
              boundCount={current.rowBound.length}
            />
            <Card title="Facts">
              <KeyValueList
                items={[
                  {
                    label: "Agent",
                    value: (
                      <span className="inline-flex flex-wrap items-center gap-3">
                        <TextLink href={paths.agent(scope.agent.id)}>{scope.agent.name}</TextLink>
                        <StateBadge state={scope.agent.state} />
                      </span>
                    ),
                  },
                  {
                    label: "Dataset",
                    value: <TextLink href={paths.dataset(scope.dataset.id)}>{scope.dataset.name}</TextLink>,
                  },
                  {
                    label: "Rows",
                    value:
                      current.rowBound.length === 0 ? (
                        "All rows"
                      ) : (
                        <ul>
                          {current.rowBound.map((condition) => (
                            <li key={toConditionWords(condition)}>{toConditionWords(condition)}</li>
                          ))}
                        </ul>
                      ),
                  },
                  { label: "Only within a case", value: current.requiresCase ? "Yes" : "No" },
                  { label: "Rows per request", value: current.rowsPerRequestMax },
                  { label: "Rows per day", value: current.rowsPerDayMax ?? "No cap" },
                  { label: "Customers per day", value: current.subjectsPerDayMax ?? "No cap" },
                  ...(use.length > 0 ? [{ label: "Used today", value: <CapMeters use={use} /> }] : []),
                  { label: "Ends", value: <ExactTime at={current.expiresAt} /> },
                  { label: "Why", value: current.note },
                ]}
              />
            </Card>
          </div>
        )}
        {judged !== undefined && <InUse scope={judged} disabledReason={role} />}
        <Section
          title="History"
          description="Versions are never changed; each says what it let out more or less than the one before."
        >
          <div className="space-y-4">
            {scope.versions.map((version) => (
              <Version key={version.number} version={version} isFirst={version.number === 1} />
            ))}
          </div>
        </Section>
      </div>
    </>
  );
}
