"use client";

import { Command } from "cmdk";
import { ChevronLeft, ListFilter, Search, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { FilterEditor } from "@/components/table/filter-editor";
import type { FilterSpec } from "@/components/table/filter-spec";
import { TableLink } from "@/components/table/table-link";
import { timeRangeWords } from "@/components/table/time-range";
import type { TableUrl } from "@/components/table/use-table-url";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import { exactWords } from "@/components/ui/time-words";
import { useTimeZone } from "@/components/ui/use-time-zone";

/** Search, the filters in force as chips, and a button for another. All of it is in the URL. */
export function FilterBar({
  url,
  filters,
  searchLabel,
}: {
  url: TableUrl;
  filters: readonly FilterSpec[];
  searchLabel: string | undefined;
}) {
  const active = filters.filter((filter) => url.values(filter.key).length > 0);
  const hasAny = active.length > 0 || url.values("q").length > 0;
  const none = Object.fromEntries([["q", null], ...filters.map((filter) => [filter.key, null] as const)]);
  return (
    <div role="search" className="flex min-w-0 flex-1 flex-wrap items-center gap-2 max-sm:basis-full">
      {searchLabel !== undefined && <SearchBox key={url.values("q")[0] ?? ""} url={url} label={searchLabel} />}
      {active.map((filter) => (
        <FilterChip key={filter.key} url={url} filter={filter} />
      ))}
      {active.length < filters.length && (
        <AddFilter url={url} filters={filters.filter((each) => !active.includes(each))} />
      )}
      {hasAny && (
        <TableLink url={url} href={url.hrefWith(none)} className={buttonStyles("ghost")}>
          Clear
        </TableLink>
      )}
    </div>
  );
}

function SearchBox({ url, label }: { url: TableUrl; label: string }) {
  const value = url.values("q")[0] ?? "";
  return (
    <form
      className="w-full sm:w-64"
      onSubmit={(event) => {
        event.preventDefault();
        url.go(url.hrefWith({ q: String(new FormData(event.currentTarget).get("q") ?? "").trim() }));
      }}
    >
      <Input type="search" name="q" aria-label={label} placeholder={label} defaultValue={value} icon={<Search />} />
    </form>
  );
}

function FilterChip({ url, filter }: { url: TableUrl; filter: FilterSpec }) {
  const words = useFilterWords(filter, url.values(filter.key));
  return (
    <span className="inline-flex h-8 max-w-full items-center rounded-md border border-accent-line bg-accent-soft">
      <Popover
        label={`Filter by ${filter.label.toLowerCase()}`}
        className="p-0"
        trigger={
          <button type="button" className="flex h-full min-w-0 items-center gap-1.5 rounded-md ps-2.5 pe-1 text-sm">
            <span className="text-ink-muted">{filter.label}</span>
            <span className="truncate font-medium">{words}</span>
          </button>
        }
      >
        <FilterEditor url={url} filter={filter} />
      </Popover>
      <TableLink
        url={url}
        href={url.hrefWith({ [filter.key]: null })}
        aria-label={`Remove the filter ${filter.label}`}
        className="flex size-7 shrink-0 items-center justify-center rounded-md text-ink-muted hover:text-ink"
      >
        <X aria-hidden className="size-3.5" />
      </TableLink>
    </span>
  );
}

function useFilterWords(filter: FilterSpec, values: readonly string[]): ReactNode {
  const timeZone = useTimeZone();
  if (filter.kind === "text") return values[0];
  if (filter.kind === "time") {
    return timeRangeWords(values[0] ?? "", (at) => exactWords(at.getTime(), timeZone).replace(/:\d\d [^:]*$/, ""));
  }
  const labels = values.map((value) => filter.options.find((option) => option.value === value)?.label ?? value);
  return labels.length > 2 ? `${labels[0]} and ${labels.length - 1} more` : labels.join(", ");
}

function AddFilter({ url, filters }: { url: TableUrl; filters: readonly FilterSpec[] }) {
  const [isOpen, setOpen] = useState(false);
  const [picked, setPicked] = useState<FilterSpec | null>(null);
  return (
    <Popover
      label="Add a filter"
      className="p-0"
      isOpen={isOpen}
      onOpenChange={(next) => {
        setOpen(next);
        setPicked(null);
      }}
      trigger={<Button icon={<ListFilter aria-hidden />}>Filter</Button>}
    >
      {picked === null ? (
        <Command label="Filter by">
          <Command.Input
            placeholder="Filter by…"
            className="h-9 w-full border-line border-b bg-transparent px-3 text-base outline-none placeholder:text-ink-faint"
          />
          <Command.List className="max-h-72 overflow-y-auto p-1">
            <Command.Empty className="px-2 py-4 text-center text-ink-muted text-sm">No such filter.</Command.Empty>
            {filters.map((filter) => (
              <Command.Item
                key={filter.key}
                value={filter.label}
                onSelect={() => setPicked(filter)}
                className="flex min-h-8 items-center rounded-md px-2 text-base data-[selected=true]:bg-hover"
              >
                {filter.label}
              </Command.Item>
            ))}
          </Command.List>
        </Command>
      ) : (
        <>
          <div className="flex items-center gap-1 border-line border-b p-1">
            <IconButton
              size="sm"
              label="Back to all filters"
              icon={<ChevronLeft aria-hidden />}
              onClick={() => setPicked(null)}
            />
            <span className={cn("font-medium text-sm")}>{picked.label}</span>
          </div>
          <FilterEditor url={url} filter={picked} onDone={() => setOpen(false)} />
        </>
      )}
    </Popover>
  );
}
