"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { Dialog } from "radix-ui";
import { useEffect, useRef, useState } from "react";
import { OPEN_SEARCH } from "@/components/shell/open-search";
import { useHotkey } from "@/components/shell/use-hotkey";
import { cn } from "@/components/ui/cn";
import { Kbd } from "@/components/ui/kbd";
import { Spinner } from "@/components/ui/spinner";

export type CommandResult = { id: string; group: string; label: string; detail?: string | undefined; href: string };

const WAIT_MS = 150;

/** ⌘K: finds anything by typing and goes there. `places` are always listed; `find` is a server action for the rest. */
export function CommandMenu({
  places,
  find,
}: {
  places: readonly CommandResult[];
  find?: ((query: string) => Promise<readonly CommandResult[]>) | undefined;
}) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState("");
  const { results, isSearching } = useFound(query, find);
  useHotkey("k", () => setOpen((was) => !was), true);
  useEffect(() => {
    const open = () => setOpen(true);
    window.addEventListener(OPEN_SEARCH, open);
    return () => window.removeEventListener(OPEN_SEARCH, open);
  }, []);
  const go = (href: string) => {
    setOpen(false);
    setQuery("");
    router.push(href);
  };
  const wanted = query.trim().toLowerCase();
  const shown = [...places.filter((place) => place.label.toLowerCase().includes(wanted)), ...results];
  const groups = [...new Set(shown.map((each) => each.group))];
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger
        aria-keyshortcuts="Meta+K Control+K"
        className="flex h-8 w-full items-center gap-2 rounded-md border border-line-strong bg-surface px-2 text-ink-muted text-sm shadow-xs hover:bg-hover group-data-[narrow=true]/search:justify-center"
      >
        <Search aria-hidden className="size-4 shrink-0" />
        <span className="flex-1 text-start group-data-[narrow=true]/search:sr-only">Search</span>
        <Kbd className="group-data-[narrow=true]/search:hidden">⌘K</Kbd>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-fade-in bg-veil" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-x-4 top-[12dvh] z-50 mx-auto max-w-xl animate-pop-in overflow-hidden rounded-xl border border-line-strong bg-raised shadow-lg"
        >
          <Dialog.Title className="sr-only">Search</Dialog.Title>
          <Command label="Search" shouldFilter={false} loop>
            <div className="flex items-center gap-3 border-line border-b px-4">
              {isSearching ? (
                <Spinner className="text-ink-faint" />
              ) : (
                <Search aria-hidden className="size-4 text-ink-faint" />
              )}
              <Command.Input
                value={query}
                onValueChange={setQuery}
                placeholder="An agent, a dataset, a field, an event…"
                className="h-12 min-w-0 flex-1 bg-transparent text-md outline-none placeholder:text-ink-faint"
              />
              <Kbd>Esc</Kbd>
            </div>
            <Command.List className="max-h-[50dvh] overflow-y-auto p-2">
              <Command.Empty className="py-10 text-center text-ink-muted">
                {isSearching ? "Searching…" : `Nothing is called “${query.trim()}”.`}
              </Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  key={group}
                  heading={group}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-muted [&_[cmdk-group-heading]]:text-xs"
                >
                  {shown
                    .filter((each) => each.group === group)
                    .map((each) => (
                      <Command.Item
                        key={each.id}
                        value={each.id}
                        onSelect={() => go(each.href)}
                        className={cn("flex min-h-9 items-center gap-3 rounded-md px-2 data-[selected=true]:bg-hover")}
                      >
                        <span className="truncate">{each.label}</span>
                        {each.detail !== undefined && (
                          <span className="ms-auto truncate text-ink-muted text-sm">{each.detail}</span>
                        )}
                      </Command.Item>
                    ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** What the server finds, a moment after the typing stops; an answer that comes too late is dropped. */
function useFound(query: string, find: ((query: string) => Promise<readonly CommandResult[]>) | undefined) {
  const [results, setResults] = useState<readonly CommandResult[]>([]);
  const [isSearching, setSearching] = useState(false);
  const latest = useRef(0);
  useEffect(() => {
    const turn = ++latest.current;
    if (find === undefined || query.trim() === "") {
      setResults([]);
      setSearching(false);
      return;
    }
    setSearching(true);
    const timer = setTimeout(async () => {
      const found = await find(query.trim());
      if (turn !== latest.current) return;
      setResults(found);
      setSearching(false);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [query, find]);
  return { results, isSearching };
}
