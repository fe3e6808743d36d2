import type { Metadata } from "next";
import {
  approveLiftAction,
  freezeAction,
  proposeLiftAction,
  runDrillAction,
} from "@/app/(console)/settings/freeze/actions";
import { SettingsFrame } from "@/app/(console)/settings/settings-frame";
import { whyNot } from "@/app/(console)/why-not";
import { requireContext } from "@/app/session";
import { DrillCard } from "@/components/freezes/drill-card";
import { FreezeForm } from "@/components/freezes/freeze-form";
import { FreezeList, type ShownFreeze } from "@/components/freezes/freeze-list";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/section";
import { listFreezeChoices } from "@/lib/freezes/list-freeze-choices";
import { type FreezeRow, listFreezes } from "@/lib/freezes/list-freezes";
import { listDrills } from "@/lib/policy/list-drills";

export const metadata: Metadata = { title: "Freeze" };

export default async function FreezePage() {
  const ctx = await requireContext("freeze:read");
  const writeReason = whyNot(ctx, "freeze:write");
  const liftReason = whyNot(ctx, "freeze:lift");
  const choices = writeReason === null ? await listFreezeChoices(ctx) : null;
  const [freezes, { drills, running }] = [await listFreezes(ctx), await listDrills(ctx)];
  const toShown = (freeze: FreezeRow): ShownFreeze => {
    const isOwn = freeze.lift?.proposedBy.personId === ctx.actor.personId;
    const notYet = freeze.lift === null ? "Somebody proposes it first, with a reason." : null;
    const own = isOwn ? "You proposed it, so a second admin approves." : null;
    return { ...freeze, proposeReason: liftReason, approveReason: liftReason ?? notYet ?? own };
  };
  const actions = { propose: proposeLiftAction, approve: approveLiftAction };
  return (
    <SettingsFrame
      ctx={ctx}
      title="Freeze"
      description="Stop everything, one vendor, one source or one agent, at once and everywhere."
    >
      <div className="space-y-10">
        <Section title="Frozen now">
          <FreezeList
            label="Frozen now"
            freezes={freezes.inForce.map(toShown)}
            empty="Nothing is frozen"
            {...actions}
          />
        </Section>
        <div className="grid gap-6 lg:grid-cols-2">
          <Card title="Freeze">
            {choices === null ? (
              <p className="text-ink-muted text-sm">{writeReason}</p>
            ) : (
              <FreezeForm choices={choices} action={freezeAction} />
            )}
          </Card>
          <Card
            title="Drill"
            description="Freezes a canary for real, measures in each gate process how soon it is refused, and files the evidence."
          >
            <DrillCard
              agents={choices?.agents ?? []}
              running={running}
              drills={drills}
              action={runDrillAction}
              disabledReason={whyNot(ctx, "freeze:drill")}
            />
          </Card>
        </div>
        <Section title="Lifted">
          <FreezeList
            label="Lifted"
            freezes={freezes.lifted.map(toShown)}
            empty="Nothing was lifted yet"
            {...actions}
          />
        </Section>
      </div>
    </SettingsFrame>
  );
}
