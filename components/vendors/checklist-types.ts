import type { FormAction } from "@/components/form/form-state";

/** What saving a change of a checklist would do, as the server says it before anything is saved. */
export type ChecklistChange = {
  /** All of the new content, as it is sent to be saved. */
  content: string;
  number: number;
  added: readonly string[];
  changed: readonly string[];
  removed: readonly string[];
  stale: readonly {
    id: string;
    href: string;
    vendor: string;
    number: number;
    state: string;
    versionNumber: number;
    questions: number;
  }[];
};

/** The checklist that is changed, and the two steps of it: to look at what a change does, and to save it. */
export type ChecklistChangeSteps = {
  base: { templateId: string; number: number };
  preview: FormAction<ChecklistChange>;
  save: FormAction;
};
