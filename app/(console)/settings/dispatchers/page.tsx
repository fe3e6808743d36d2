import type { Metadata } from "next";
import { issueDispatcherKeyAction, revokeDispatcherKeyAction } from "@/app/(console)/settings/dispatchers/actions";
import { SettingsFrame } from "@/app/(console)/settings/settings-frame";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { IssueKeyDialog } from "@/components/agents/issue-key-dialog";
import { KeysTable } from "@/components/agents/keys-table";
import { CasesTable } from "@/components/cases/cases-table";
import { Section } from "@/components/ui/section";
import { listCases } from "@/lib/cases/list-cases";
import { listDispatcherKeys } from "@/lib/cases/list-dispatcher-keys";

export const metadata: Metadata = { title: "Dispatchers" };

export default async function DispatchersPage() {
  const ctx = await requireContext("dispatcher_key:read");
  const [keys, cases] = [await listDispatcherKeys(ctx), await listCases(ctx)];
  const reason = whyNot(ctx, "dispatcher_key:write");
  return (
    <SettingsFrame
      ctx={ctx}
      title="Dispatchers"
      description="Systems that say which customer a piece of work is about, so that an agent sees that one and never chooses."
    >
      <div className="space-y-10">
        <Section
          title="Keys"
          description="A dispatcher opens and closes cases with it and reads nothing."
          actions={
            <IssueKeyDialog
              fields={{}}
              ownerName="a dispatcher"
              isDispatcher
              action={issueDispatcherKeyAction}
              disabledReason={reason}
            />
          }
        >
          <KeysTable
            empty="A key says which dispatcher is asking."
            rows={keys.map(({ status, ...key }) => ({
              ...key,
              state: status === "live" ? "active" : status,
              revoke: revokeDispatcherKeyAction,
              revokeReason: reason,
            }))}
          />
        </Section>
        <Section title="Cases" description="The last 50. Their customers stay sealed; the audit log names pseudonyms.">
          <CasesTable rows={cases} />
        </Section>
      </div>
    </SettingsFrame>
  );
}
