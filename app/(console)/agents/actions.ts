"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/app/(console)/paths";
import { formLines, formNumber, formText } from "@/app/form-text";
import { runAction } from "@/app/run-action";
import type { FormState } from "@/components/form/form-state";
import { activateAgent } from "@/lib/agents/activate-agent";
import type { AgentInput } from "@/lib/agents/agent-input";
import { changeAgent } from "@/lib/agents/change-agent";
import { issueAgentKey } from "@/lib/agents/issue-agent-key";
import { registerAgent } from "@/lib/agents/register-agent";
import { resumeAgent } from "@/lib/agents/resume-agent";
import { retireAgent } from "@/lib/agents/retire-agent";
import { revokeAgentKey } from "@/lib/agents/revoke-agent-key";
import { setAgentCaps } from "@/lib/agents/set-agent-caps";
import { suspendAgent } from "@/lib/agents/suspend-agent";
import type { AgentId } from "@/lib/kernel/ids";
import { TRIAGE_KINDS } from "@/lib/kernel/triage-kinds";
import { saveAgentReviewPolicy } from "@/lib/reviews/save-agent-review-policy";

function toAgentInput(form: FormData): AgentInput {
  return {
    name: formText(form, "name"),
    description: formText(form, "description"),
    ownerId: formText(form, "ownerId"),
    sponsorId: formText(form, "sponsorId"),
    model: formText(form, "model"),
    vendorId: formText(form, "vendorId"),
    region: formText(form, "region"),
    topics: formLines(form, "topics"),
  };
}

function toMove(form: FormData) {
  return { agentId: formText(form, "agentId"), note: formText(form, "reason") };
}

export async function registerAgentAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => redirect(paths.agent(await registerAgent(ctx, toAgentInput(form)))));
}

export async function changeAgentAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const agentId = formText(form, "agentId");
    await changeAgent(ctx, { agentId, ...toAgentInput(form) });
    redirect(paths.agent(agentId as AgentId));
  });
}

export async function activateAgentAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await activateAgent(ctx, toMove(form));
    refresh();
    return { message: "The agent is active." };
  });
}

export async function setAgentCapsAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await setAgentCaps(ctx, {
      agentId: formText(form, "agentId"),
      rowsPerDayMax: formText(form, "rowsPerDayMax").trim(),
      subjectsPerDayMax: formText(form, "subjectsPerDayMax").trim(),
    });
    refresh();
    return { message: "The caps are in force from the next request on." };
  });
}

export async function suspendAgentAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await suspendAgent(ctx, toMove(form));
    refresh();
    return { message: "The agent is suspended. Its requests are refused." };
  });
}

export async function resumeAgentAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await resumeAgent(ctx, toMove(form));
    refresh();
    return { message: "The agent is active again." };
  });
}

export async function retireAgentAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await retireAgent(ctx, toMove(form));
    refresh();
    return { message: "The agent is retired." };
  });
}

/** The key is in the answer once, and nowhere else. */
export async function issueAgentKeyAction(
  previous: FormState<{ key: string }>,
  form: FormData,
): Promise<FormState<{ key: string }>> {
  return runAction(previous, form, async (ctx) => {
    const { key } = await issueAgentKey(ctx, {
      agentId: formText(form, "agentId"),
      label: formText(form, "label"),
      daysValid: formText(form, "daysValid"),
    });
    refresh();
    return { data: { key } };
  });
}

export async function revokeAgentKeyAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    await revokeAgentKey(ctx, { keyId: formText(form, "keyId") });
    refresh();
    return { message: "The key is revoked." };
  });
}

/** A score that is left empty keeps the default. */
function toScore(form: FormData, name: string): number | null {
  return formText(form, name).trim() === "" ? null : formNumber(form, name);
}

export async function saveAgentReviewPolicyAction(previous: FormState, form: FormData): Promise<FormState> {
  return runAction(previous, form, async (ctx) => {
    const thresholds = TRIAGE_KINDS.map((kind) => [kind, toScore(form, `thresholds.${kind}`)] as const);
    await saveAgentReviewPolicy(ctx, {
      agentId: formText(form, "agentId"),
      isAllHeld: formText(form, "isAllHeld") === "on",
      heldActionKinds: formLines(form, "heldActionKinds"),
      thresholds: Object.fromEntries(thresholds.filter(([, score]) => score !== null)),
      ordinaryMin: toScore(form, "ordinaryMin"),
      approvalsNeeded: formNumber(form, "approvalsNeeded"),
    });
    refresh();
    return { message: "Saved. It counts for the agent's next message." };
  });
}
