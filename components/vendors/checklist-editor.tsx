"use client";

import { Plus } from "lucide-react";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { Form } from "@/components/form/form";
import { FormActions } from "@/components/form/form-actions";
import { useForm } from "@/components/form/form-context";
import { SubmitButton } from "@/components/form/submit-button";
import { UnsavedGuard } from "@/components/form/unsaved-guard";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ChecklistChangeDialog } from "@/components/vendors/checklist-change-dialog";
import type { ChecklistChange, ChecklistChangeSteps } from "@/components/vendors/checklist-types";
import { EditedSection } from "@/components/vendors/edited-section";
import type { ChecklistContent } from "@/lib/kernel/checklist";
import { addSection, toFreeKey } from "@/lib/kernel/edit-checklist";

/** Opens the question that the server found a fault in, so that its field can say what is wrong. */
function FaultFinder({ onFault }: { onFault: (index: number) => void }) {
  const { state } = useForm();
  const find = useEffectEvent((names: readonly string[]) => {
    const at = names.flatMap((name) => /^questions\.(\d+)\./.exec(name)?.[1] ?? []).at(0);
    if (at !== undefined) onFault(Number(at));
  });
  useEffect(() => {
    if (state.status === "error") find(Object.keys(state.fieldErrors));
  }, [state]);
  return null;
}

/** A checklist, edited question by question. Before its next version is saved it is shown what that does. */
export function ChecklistEditor({
  initial,
  steps: { base, preview, save },
  disabledReason,
  cancelHref,
}: {
  initial: ChecklistContent;
  steps: ChecklistChangeSteps;
  disabledReason: string | null;
  cancelHref: string;
}) {
  const [content, setContent] = useState(initial);
  const [open, setOpen] = useState<string | null>(null);
  const [change, setChange] = useState<ChecklistChange | null>(null);
  const known = useMemo(() => new Set(initial.questions.map(({ key }) => key)), [initial]);
  const editing = { content, known, open, onOpen: setOpen, onChange: setContent };
  return (
    <>
      <Form
        action={preview}
        onOk={(seen) => setChange(seen ?? null)}
        aria-label="Edit the checklist"
        className="space-y-8"
      >
        <input type="hidden" name="templateId" value={base.templateId} />
        <input type="hidden" name="baseNumber" value={base.number} />
        <input type="hidden" name="content" value={JSON.stringify(content)} />
        <FaultFinder onFault={(index) => setOpen(content.questions[index]?.key ?? null)} />
        {content.sections.map((section) => (
          <EditedSection key={section.key} section={section} editing={editing} />
        ))}
        <Button
          icon={<Plus aria-hidden />}
          onClick={() => {
            const key = toFreeKey(
              "new section",
              content.sections.map((one) => one.key),
            );
            setContent(addSection(content, { key, title: "" }));
          }}
        >
          Add a section
        </Button>
        <FormActions className="sticky bottom-0 z-10 border-line border-t bg-canvas py-3">
          <SubmitButton pendingLabel="Looking…" disabledReason={disabledReason}>
            See what changes, then save
          </SubmitButton>
          <ButtonLink variant="ghost" href={cancelHref}>
            Cancel
          </ButtonLink>
        </FormActions>
      </Form>
      <UnsavedGuard isDirty={content !== initial} />
      <ChecklistChangeDialog change={change} base={base} save={save} onClose={() => setChange(null)} />
    </>
  );
}
