import { confirmVendorChangeAction, turnDownVendorChangeAction } from "@/app/(console)/vendors/actions";
import { whyNot } from "@/app/(console)/why-not";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { type Difference, DifferenceList } from "@/components/ui/difference-list";
import { RelativeTime } from "@/components/ui/relative-time";
import { LAPSE_WORDS, toDayWords } from "@/components/vendors/words";
import type { RequestContext } from "@/lib/identity/request-context";
import type { VendorDetail } from "@/lib/vendors/get-vendor";

type Waiting = VendorDetail["waiting"][number];

const toWords = (day: string | null): string => (day === null ? "No end" : toDayWords(new Date(`${day}T00:00:00Z`)));

/** What would be different, leaving out what stays. */
function toDifferences({ content }: Waiting, vendor: VendorDetail): Difference[] {
  switch (content.kind) {
    case "agreements": {
      const { before, after } = content;
      const all = [
        {
          key: "contract",
          label: "Contract until",
          before: toWords(before.contractUntil),
          after: toWords(after.contractUntil),
        },
        {
          key: "dpa",
          label: "Data-processing agreement until",
          before: toWords(before.dpaUntil),
          after: toWords(after.dpaUntil),
        },
      ];
      return all.filter((one) => one.before !== one.after);
    }
    case "certification": {
      const { before, after } = content;
      const all = [
        { key: "name", label: "Certificate", before: before.name, after: after.name },
        { key: "scope", label: "Scope", before: before.scope, after: after.scope },
        { key: "from", label: "First day", before: toWords(before.validFrom), after: toWords(after.validFrom) },
        { key: "until", label: "Last day", before: toWords(before.validUntil), after: toWords(after.validUntil) },
        { key: "lapse", label: "Its end does", before: LAPSE_WORDS[before.onLapse], after: LAPSE_WORDS[after.onLapse] },
      ];
      return all.filter((one) => one.before !== one.after);
    }
    case "subprocessor_removal": {
      const { subprocessorId, service } = content.before;
      const name = vendor.subprocessors.find(({ id }) => id === subprocessorId)?.name ?? "A subprocessor";
      return [{ key: "subprocessor", label: name, before: service }];
    }
  }
}

function toTitle({ content }: Waiting): string {
  switch (content.kind) {
    case "agreements":
      return "New dates of the agreements wait for a second person.";
    case "certification":
      return `A change of the certificate ${content.before.name} waits for a second person.`;
    case "subprocessor_removal":
      return "Taking away a subprocessor waits for a second person.";
  }
}

/** Why this person cannot confirm a change; null where they can. */
function whyNotConfirm(ctx: RequestContext, { proposedBy }: Waiting): string | null {
  const isOwn = ctx.actor.kind === "person" && ctx.actor.personId === proposedBy.id;
  return whyNot(ctx, "vendor:approve") ?? (isOwn ? "You proposed it: somebody else has to confirm it." : null);
}

/** Changes that let the vendor's agents do more, or for longer: not in force until somebody else confirmed them. */
export function WaitingChanges({ ctx, vendor }: { ctx: RequestContext; vendor: VendorDetail }) {
  return vendor.waiting.map((waiting) => (
    <section key={waiting.id} aria-label="A change that waits" className="space-y-2">
      <Callout
        tone="warn"
        title={toTitle(waiting)}
        actions={
          <>
            <ConfirmDialog
              title="Turn this change down?"
              confirmLabel="Turn it down"
              tone="primary"
              action={turnDownVendorChangeAction}
              fields={{ proposalId: waiting.id }}
              trigger={
                <Button size="sm" disabledReason={whyNot(ctx, "vendor:approve")}>
                  Turn down
                </Button>
              }
            >
              <p>Everything stays as it is.</p>
            </ConfirmDialog>
            <ConfirmDialog
              title="Confirm this change?"
              confirmLabel="Confirm the change"
              tone="primary"
              action={confirmVendorChangeAction}
              fields={{ proposalId: waiting.id }}
              trigger={
                <Button size="sm" variant="primary" disabledReason={whyNotConfirm(ctx, waiting)}>
                  Confirm
                </Button>
              }
            >
              <p>Its agents may do more, or for longer, from that moment on. The log names both of you.</p>
            </ConfirmDialog>
          </>
        }
      >
        It lets agents do more, or for longer. {waiting.proposedBy.name} proposed it{" "}
        <RelativeTime at={waiting.proposedAt} />.
      </Callout>
      <DifferenceList items={toDifferences(waiting, vendor)} />
    </section>
  ));
}
