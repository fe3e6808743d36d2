import { DomainError } from "@/lib/kernel/domain-error";
import type { StoredAnswer } from "./internal/answers";

/** Somebody else saved the same answer first. Nothing is lost: theirs is here, and what was sent can be saved again after seeing it. */
export class AnswerConflict extends DomainError {
  constructor(readonly newest: StoredAnswer) {
    super("conflict", `${newest.answeredBy} saved this answer meanwhile: look at theirs, then save yours again.`);
  }
}
