"use client";

import { useState } from "react";
import type { FieldsTableRow } from "@/components/data/fields-table";
import { Form } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { CategoryMark } from "@/components/ui/category-mark";
import { CATEGORY_WORDS } from "@/components/ui/category-words";
import { NativeSelect } from "@/components/ui/native-select";
import { CATEGORIES } from "@/lib/kernel/vocabulary";

type ConfirmableField = Pick<
  FieldsTableRow,
  "name" | "category" | "isConfirmed" | "status" | "datasetId" | "action" | "writeReason"
>;

const OPTIONS = CATEGORIES.map((category) => ({ value: category, label: CATEGORY_WORDS[category] }));

/** What one field holds: to be confirmed as suggested, or corrected. */
export function FieldConfirmForm({ field }: { field: ConfirmableField }) {
  const [category, setCategory] = useState<string>(field.category);
  if (field.writeReason !== null || field.status === "vanished") return <CategoryMark category={field.category} />;
  const isChanged = category !== field.category;
  const isNeeded = isChanged || !field.isConfirmed || field.status === "changed";
  return (
    <Form action={field.action} className="flex items-center gap-1.5 space-y-0">
      <input type="hidden" name="datasetId" value={field.datasetId} />
      <input type="hidden" name="chosen" value={field.name} />
      <NativeSelect
        aria-label={`What ${field.name} holds`}
        name={`category:${field.name}`}
        value={category}
        onChange={(event) => setCategory(event.target.value)}
        options={OPTIONS}
        className="w-40"
      />
      {isNeeded && (
        <SubmitButton
          size="sm"
          variant={isChanged ? "primary" : "secondary"}
          aria-label={`${isChanged ? "Correct" : "Confirm"} ${field.name}`}
        >
          {isChanged ? "Correct" : "Confirm"}
        </SubmitButton>
      )}
    </Form>
  );
}
