"use client";

import { Bookmark, X } from "lucide-react";
import { CheckboxField } from "@/components/form/choice-field";
import { Form } from "@/components/form/form";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { TextField } from "@/components/form/text-field";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { TextLink } from "@/components/ui/text-link";

export type SavedView = { id: string; name: string; href: string; isOwn: boolean; note: string | null };

/** Views by name, one's own and shared ones, and a form that keeps the filters and columns in force as another. */
export function SavedViews({
  views,
  query,
  save,
  remove,
}: {
  views: readonly SavedView[];
  /** The page's address after the question mark, without a place in the list. */
  query: string;
  save: FormAction;
  remove: FormAction;
}) {
  return (
    // Another address is another popover, a closed one: whoever chose a view wants to see it.
    <Popover
      key={query}
      label="Saved views"
      align="end"
      className="w-80"
      trigger={<Button icon={<Bookmark aria-hidden />}>Views</Button>}
    >
      <div className="space-y-4">
        {views.length === 0 ? (
          <p className="text-ink-muted text-sm">No view is saved yet.</p>
        ) : (
          <ul className="space-y-1">
            {views.map((view) => (
              <li key={view.id} className="flex items-center gap-2">
                <span className="min-w-0 flex-1">
                  <TextLink href={view.href} className="break-words">
                    {view.name}
                  </TextLink>
                  {view.note !== null && <span className="block text-ink-muted text-xs">{view.note}</span>}
                </span>
                {view.isOwn && (
                  <Form action={remove}>
                    <input type="hidden" name="viewId" value={view.id} />
                    <SubmitButton variant="ghost" size="sm" aria-label={`Remove the view ${view.name}`}>
                      <X aria-hidden />
                    </SubmitButton>
                  </Form>
                )}
              </li>
            ))}
          </ul>
        )}
        <Form action={save} resetOnOk className="space-y-3 border-line border-t pt-3" aria-label="Save a view">
          <input type="hidden" name="query" value={query} />
          <TextField name="name" label="Save these filters and columns as" required autoComplete="off" />
          <CheckboxField name="isShared" label="For everybody who may read the audit" />
          <SubmitButton>Save the view</SubmitButton>
        </Form>
      </div>
    </Popover>
  );
}
