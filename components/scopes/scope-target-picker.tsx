"use client";

import { useRouter } from "next/navigation";
import { useId, useTransition } from "react";
import { Combobox, type ComboboxOption } from "@/components/ui/combobox";
import { Spinner } from "@/components/ui/spinner";

/** Whose scope, and on what: kept in the address (`agent`, `dataset`), because the fields to choose from depend on it. */
export function ScopeTargetPicker({
  href,
  agents,
  datasets,
  agentId,
  datasetId,
}: {
  /** The page's address without its query. */
  href: string;
  agents: readonly ComboboxOption[];
  datasets: readonly ComboboxOption[];
  agentId: string | undefined;
  datasetId: string | undefined;
}) {
  const router = useRouter();
  const id = useId();
  const [isPending, startTransition] = useTransition();
  const go = (change: { agent?: string; dataset?: string }) => {
    const next = { agent: agentId ?? "", dataset: datasetId ?? "", ...change };
    const query = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== ""));
    startTransition(() => router.replace(`${href}?${query.toString()}`, { scroll: false }));
  };
  return (
    <div className="grid max-w-3xl gap-5 sm:grid-cols-2" aria-busy={isPending}>
      <div className="space-y-1.5">
        <label htmlFor={`${id}-agent`} className="block font-medium text-sm">
          Agent
        </label>
        <Combobox
          id={`${id}-agent`}
          aria-label="Agent"
          options={agents}
          value={agentId ?? ""}
          onValueChange={(agent) => go({ agent })}
          placeholder="Choose an agent…"
          searchLabel="Search agents"
        />
      </div>
      <div className="space-y-1.5">
        <label htmlFor={`${id}-dataset`} className="block font-medium text-sm">
          Dataset
        </label>
        <Combobox
          id={`${id}-dataset`}
          aria-label="Dataset"
          options={datasets}
          value={datasetId ?? ""}
          onValueChange={(dataset) => go({ dataset })}
          placeholder="Choose a dataset…"
          searchLabel="Search datasets"
        />
      </div>
      {isPending && (
        <p role="status" className="flex items-center gap-2 text-ink-muted text-sm">
          <Spinner /> Loading the fields…
        </p>
      )}
    </div>
  );
}
