import type { Transaction } from "@/lib/db/client";
import { toAuthorId } from "@/lib/identity/to-author-id";
import type { RequestContext } from "@/lib/identity/request-context";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import type { ChecklistContent } from "@/lib/kernel/checklist";
import { DomainError } from "@/lib/kernel/domain-error";
import { diffChecklists } from "@/lib/kernel/diff-checklists";
import type { ChecklistTemplateId, ChecklistVersionId } from "@/lib/kernel/ids";
import { sha256Hex } from "@/lib/runtime/hashing";
import { newId } from "@/lib/runtime/new-id";
import { toChecklistContent } from "@/lib/vendors/checklist-content";

type Saved = { templateId: ChecklistTemplateId; versionId: ChecklistVersionId; number: number; digest: string };

export function toContentDigest(content: ChecklistContent): string {
  return sha256Hex(canonicalJson(content));
}

async function addVersion(
  tx: Transaction,
  ctx: RequestContext,
  {
    templateId,
    number,
    content,
    note,
  }: { templateId: string; number: number; content: ChecklistContent; note: string },
): Promise<Saved> {
  const versionId = newId(ctx.now) as ChecklistVersionId;
  const digest = toContentDigest(content);
  await tx.checklistVersion.create({
    data: {
      id: versionId,
      templateId,
      number,
      content: { sections: [...content.sections], questions: content.questions.map((one) => ({ ...one })) } as object,
      digest,
      note,
      createdById: toAuthorId(ctx),
      createdAt: ctx.now,
    },
  });
  return { templateId: templateId as ChecklistTemplateId, versionId, number, digest };
}

/** Makes a checklist with its first version. Throws `conflict` on a taken name. */
export async function makeChecklist(
  tx: Transaction,
  ctx: RequestContext,
  {
    name,
    content,
    note,
    isShipped = false,
  }: { name: string; content: ChecklistContent; note: string; isShipped?: boolean },
) {
  const templateId = newId(ctx.now);
  const data = { id: templateId, name, isShipped, version: 1, createdAt: ctx.now };
  const { count } = await tx.checklistTemplate.createMany({ data: [data], skipDuplicates: true });
  if (count === 0)
    throw new DomainError("conflict", `A checklist is called ${name} already: choose another name.`, "name");
  const saved = await addVersion(tx, ctx, { templateId, number: 1, content, note });
  const after = { name, questions: content.questions.length };
  const { number, digest } = saved;
  return { saved, event: { action: "checklist.made", templateId, number, digest, after } as const };
}

/** Throws `conflict` where this caller cannot change the checklist, or somebody saved a version since `baseNumber`. */
export function assertChangeable(
  ctx: RequestContext,
  { isShipped, version }: { isShipped: boolean; version: number },
  baseNumber: number,
): void {
  if (isShipped && ctx.actor.kind !== "system")
    throw new DomainError(
      "conflict",
      "This checklist comes with Gatehouse, and a release may change it: copy it, and change the copy.",
    );
  if (version !== baseNumber)
    throw new DomainError("conflict", `Version ${version} was saved meanwhile: look at it, then change it.`);
}

/** Throws `conflict` where the content is the last version's. */
export function assertDifferent(last: { digest: string }, content: ChecklistContent): void {
  if (last.digest === toContentDigest(content))
    throw new DomainError("conflict", "Nothing is different from the last version.");
}

/**
 * Adds a version to a checklist that was last seen at `baseNumber`. Throws `conflict` when somebody saved one since, or when nothing
 * is different.
 */
export async function addChecklistVersion(
  tx: Transaction,
  ctx: RequestContext,
  asked: { templateId: string; baseNumber: number; content: ChecklistContent; note: string },
) {
  const { templateId, baseNumber, content, note } = asked;
  await tx.$executeRaw`SELECT 1 FROM checklist_template WHERE id = ${templateId}::uuid FOR UPDATE`;
  const template = await tx.checklistTemplate.findUnique({ where: { id: templateId } });
  if (template === null) throw new DomainError("not_found", "There is no such checklist.", "templateId");
  assertChangeable(ctx, template, baseNumber);
  const last = await tx.checklistVersion.findUniqueOrThrow({
    where: { templateId_number: { templateId, number: template.version } },
    select: { content: true, digest: true },
  });
  assertDifferent(last, content);
  const number = template.version + 1;
  const saved = await addVersion(tx, ctx, { templateId, number, content, note });
  await tx.checklistTemplate.update({ where: { id: templateId }, data: { version: number } });
  const staleAssessments = await tx.assessment.count({
    where: { version: { templateId }, state: { in: ["draft", "submitted", "decided"] } },
  });
  const diff = diffChecklists(toChecklistContent(last.content), content);
  const { digest } = saved;
  return {
    saved,
    event: { action: "checklist.changed", templateId, number, digest, note, ...diff, staleAssessments } as const,
  };
}
