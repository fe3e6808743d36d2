import type { AttachResult, SaveResult } from "@/components/vendors/answer-types";
import { toDayInput } from "@/components/vendors/words";
import { DomainError } from "@/lib/kernel/domain-error";
import { AnswerConflict } from "@/lib/vendors/answer-conflict";

/** What became of saving an answer. Somebody else's newer one comes back with it; a bug goes on to the error page. */
export async function toSaveResult(saving: Promise<{ revision: number }>): Promise<SaveResult> {
  try {
    return { status: "saved", revision: (await saving).revision };
  } catch (error) {
    if (error instanceof AnswerConflict) {
      const { value, strength, note, links, fileIds, validUntil, revision, answeredBy } = error.newest;
      const draft = { value, strength, note, links, fileIds, validUntil: toDayInput(validUntil) };
      return { status: "conflict", theirs: { draft, revision, by: answeredBy }, message: error.message };
    }
    if (error instanceof DomainError) return { status: "refused", message: error.message };
    throw error;
  }
}

/** The same for a file of evidence. */
export async function toAttachResult(file: File, attaching: Promise<string>): Promise<AttachResult> {
  try {
    return { status: "attached", file: { id: await attaching, name: file.name, sizeBytes: file.size } };
  } catch (error) {
    if (error instanceof DomainError) return { status: "refused", message: error.message };
    throw error;
  }
}
