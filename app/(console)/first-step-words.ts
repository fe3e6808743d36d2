import type { FirstStepItem } from "@/components/overview/first-steps-card";
import { isPermitted } from "@/lib/identity/authorize";
import type { Permission } from "@/lib/identity/permissions";
import type { RequestContext } from "@/lib/identity/request-context";
import type { FirstStep, FirstSteps } from "@/lib/insights/get-first-steps";
import { paths } from "./paths";

const WORDS: { readonly [S in FirstStep]: { title: string; detail: string; href: string; needs: Permission } } = {
  source: {
    title: "Connect a source",
    detail: "A database, and its discovery: which tables and columns there are.",
    href: paths.newSource(),
    needs: "catalog:write",
  },
  fields: {
    title: "Confirm what the fields hold",
    detail: "Gatehouse suggests a category for each; a person has the last word.",
    href: paths.data(),
    needs: "catalog:write",
  },
  agent: {
    title: "Register an agent",
    detail: "What it is for, and who answers for it.",
    href: paths.newAgent(),
    needs: "agent:write",
  },
  scope: {
    title: "Grant it a scope",
    detail: "A few fields of one dataset, for a purpose, until a date.",
    href: paths.newScope(),
    needs: "scope:write",
  },
  key: {
    title: "Issue it a key",
    detail: "Shown once; the agent sends it with each request.",
    href: paths.agents(),
    needs: "agent_key:write",
  },
  read: {
    title: "See its first read",
    detail: "Every read and every refusal arrives in the audit log.",
    href: paths.audit(),
    needs: "audit:read",
  },
};

/** The first steps in words, with a link where this person may take the step. */
export function toFirstStepItems(ctx: RequestContext, steps: FirstSteps): FirstStepItem[] {
  return steps.map(({ step, isDone }) => {
    const { title, detail, href, needs } = WORDS[step];
    return { step, isDone, title, detail, href: isPermitted(ctx.actor, needs) ? href : undefined };
  });
}
