import { z } from "zod";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import type { AnswerValue, Question, Section } from "@/lib/kernel/checklist";
import { parseInput } from "@/lib/runtime/parse-input";
import { openSaid } from "./internal/said";
import { LinkToken, useVendorLink } from "./internal/use-vendor-link";

export const OpenVendorLinkInput = z.object({ token: LinkToken });
export type OpenVendorLinkInput = z.input<typeof OpenVendorLinkInput>;

/** What a vendor is asked: not what we think of an answer, what it weighs or whether it is a must. */
export type AskedQuestion = Pick<Question, "key" | "section" | "type" | "text" | "why" | "options" | "unit">;
export type OwnAnswer = {
  questionKey: string;
  revision: number;
  value: AnswerValue | null;
  note: string;
  links: string[];
  files: { id: string; name: string; sizeBytes: number }[];
  state: "draft" | "offered" | "taken" | "dismissed";
};
export type OpenedVendorLink = {
  vendor: string;
  expiresAt: Date;
  sections: readonly Section[];
  questions: AskedQuestion[];
  /** What was answered with this link. */
  answers: OwnAnswer[];
};

/** What the holder of a vendor's link is asked and has answered so far. Shows nothing of our own answers. */
export async function openVendorLink(ctx: RequestContext, input: OpenVendorLinkInput): Promise<OpenedVendorLink> {
  authorize(ctx, "vendor_link:use");
  const { token } = parseInput(OpenVendorLinkInput, input);
  return useVendorLink(ctx, token, async (tx, { linkId, vendorId, vendor, expiresAt, content }) => {
    const [offers, files] = await Promise.all([
      tx.offeredAnswer.findMany({ where: { linkId }, orderBy: { questionKey: "asc" } }),
      tx.evidenceFile.findMany({ where: { linkId }, select: { id: true, name: true, sizeBytes: true } }),
    ]);
    const answers = offers.map(({ id, questionKey, revision, saidSealed, value, note, links, fileIds, state }) => ({
      questionKey,
      revision,
      ...openSaid("offered_answer", { id, saidSealed, value, note }),
      links,
      files: files.filter((file) => fileIds.includes(file.id)),
      state,
    }));
    const questions = content.questions.map(({ key, section, type, text, why, options, unit }) => {
      return { key, section, type, text, why, options, unit };
    });
    return {
      result: { vendor, expiresAt, sections: content.sections, questions, answers },
      events: [{ action: "vendor_link.opened", vendorId, linkId }],
    };
  });
}
