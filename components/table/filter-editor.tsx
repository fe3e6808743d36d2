"use client";

import { type FormEvent, useId, useState } from "react";
import type { FilterSpec } from "@/components/table/filter-spec";
import { TIME_PRESETS, toTimeBounds } from "@/components/table/time-range";
import type { TableUrl } from "@/components/table/use-table-url";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";

/** Sets one filter. A choice is in force at once, what is typed when it is applied. */
export function FilterEditor({
  url,
  filter,
  onDone = () => {},
}: {
  url: TableUrl;
  filter: FilterSpec;
  onDone?: (() => void) | undefined;
}) {
  const values = url.values(filter.key);
  const set = (next: readonly string[]) => url.go(url.hrefWith({ [filter.key]: next }));
  const setAndClose = (next: string) => {
    set([next]);
    onDone();
  };
  if (filter.kind === "choice") return <ChoiceEditor filter={filter} values={values} onChange={set} />;
  if (filter.kind === "time") return <TimeEditor value={values[0]} onChange={setAndClose} />;
  return <TextEditor filter={filter} value={values[0] ?? ""} onChange={setAndClose} />;
}

function ChoiceEditor({
  filter,
  values,
  onChange,
}: {
  filter: Extract<FilterSpec, { kind: "choice" }>;
  values: readonly string[];
  onChange: (next: readonly string[]) => void;
}) {
  const [chosen, setChosen] = useState(values);
  const toggle = (value: string) => {
    const rest = chosen.filter((each) => each !== value);
    const next = filter.isSingle ? [value] : rest.length < chosen.length ? rest : [...chosen, value];
    setChosen(next);
    onChange(next);
  };
  return (
    <fieldset className="max-h-72 overflow-y-auto p-1">
      <legend className="sr-only">{filter.label}</legend>
      {filter.options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-md px-2 hover:bg-hover [&_svg]:size-4"
        >
          <Checkbox
            autoFocus={option === filter.options[0]}
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          {option.icon}
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

function TextEditor({
  filter,
  value,
  onChange,
}: {
  filter: Extract<FilterSpec, { kind: "text" }>;
  value: string;
  onChange: (next: string) => void;
}) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onChange(String(new FormData(event.currentTarget).get("value") ?? "").trim());
  };
  return (
    <form onSubmit={submit} className="flex gap-2 p-2">
      <Input autoFocus name="value" aria-label={filter.label} placeholder={filter.placeholder} defaultValue={value} />
      <Button type="submit" variant="primary">
        Apply
      </Button>
    </form>
  );
}

function TimeEditor({ value, onChange }: { value: string | undefined; onChange: (next: string) => void }) {
  const id = useId();
  const bounds = toTimeBounds(value?.includes("..") ? value : undefined, new Date(0));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const range = `${toIso(form.get("from"))}..${toIso(form.get("to"))}`;
    if (range !== "..") onChange(range);
  };
  return (
    <div className="p-1">
      {TIME_PRESETS.map((preset, index) => (
        <button
          key={preset.value}
          type="button"
          autoFocus={index === 0}
          aria-pressed={preset.value === value}
          onClick={() => onChange(preset.value)}
          className="flex min-h-8 w-full items-center rounded-md px-2 hover:bg-hover aria-pressed:font-medium"
        >
          {preset.label}
        </button>
      ))}
      <form onSubmit={submit} className="mt-1 space-y-2 border-line border-t p-2">
        <label htmlFor={`${id}-from`} className="block text-ink-muted text-xs">
          From
        </label>
        <Input id={`${id}-from`} type="datetime-local" name="from" defaultValue={toLocal(bounds?.from)} />
        <label htmlFor={`${id}-to`} className="block text-ink-muted text-xs">
          To
        </label>
        <Input id={`${id}-to`} type="datetime-local" name="to" defaultValue={toLocal(bounds?.to)} />
        <Button type="submit" variant="primary" className="w-full">
          Apply
        </Button>
      </form>
    </div>
  );
}

/** From the viewer's wall clock, as the browser's field has it, to an instant. */
function toIso(local: FormDataEntryValue | null): string {
  const date = new Date(typeof local === "string" ? local : "");
  return Number.isNaN(date.getTime()) ? "" : date.toISOString();
}

function toLocal(at: Date | null | undefined): string {
  if (!at) return "";
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
