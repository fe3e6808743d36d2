import type { DraftField } from "@/components/scopes/scope-draft";
import type { DatasetDetail } from "@/lib/catalog/get-dataset";

const DAY_MS = 86_400_000;

/** The fields that can be granted now. */
export function toDraftFields(dataset: DatasetDetail): DraftField[] {
  return dataset.fields
    .filter((field) => field.status !== "vanished")
    .map(({ name, dataType, category, status }) => ({ name, dataType, category, isNew: status === "fresh" }));
}

/** A day so far ahead, as a date field writes it. */
export function toDay(now: Date, days: number): string {
  return new Date(now.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/** The furthest a scope may reach, and what a new one starts with. */
export const DAYS_MAX = 365;
export const DAYS_FIRST = 90;
