import type { AnswerValue } from "@/lib/kernel/checklist";
import type { Strength } from "@/lib/kernel/vendor-vocabulary";

export type EvidenceItem = { id: string; name: string; sizeBytes: number };

/** An answer as it stands on the screen. `validUntil` is a day as YYYY-MM-DD, or "". */
export type AnswerDraft = {
  value: AnswerValue | null;
  strength: Strength;
  note: string;
  links: string[];
  fileIds: string[];
  validUntil: string;
};

/** What somebody else saved meanwhile. */
export type TheirAnswer = { draft: AnswerDraft; revision: number; by: string };

export type SaveResult =
  | { status: "saved"; revision: number }
  | { status: "conflict"; theirs: TheirAnswer; message: string }
  | { status: "refused"; message: string };

export type SaveAnswer = (input: { questionKey: string; revision: number; draft: AnswerDraft }) => Promise<SaveResult>;

export type AttachResult = { status: "attached"; file: EvidenceItem } | { status: "refused"; message: string };

export type AttachFile = (form: FormData) => Promise<AttachResult>;

export const EMPTY_DRAFT: AnswerDraft = {
  value: null,
  strength: "not_stated",
  note: "",
  links: [],
  fileIds: [],
  validUntil: "",
};
