"use client";

import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/cn";

type Looker = { id: string; name: string };
type LiveState = "connecting" | "live" | "off";

const LiveContext = createContext<{ state: LiveState; lookers: Readonly<Record<string, readonly Looker[]>> }>({
  state: "connecting",
  lookers: {},
});

/** Several changes within this count as one. */
const REST_MS = 250;
/** After so long without a key or a pointer the page asks for nothing by itself, so that it does not keep a session alive. */
const AWAY_MS = 15 * 60_000;
const RETRY_MS = 5_000;

function subscribeToVisibility(listener: () => void) {
  document.addEventListener("visibilitychange", listener);
  return () => document.removeEventListener("visibilitychange", listener);
}

/** Asks the server for the page again soon after a change, while somebody sits before it; else as soon as they are back. */
function useSoonRefresh(): () => void {
  const router = useRouter();
  const lastInput = useRef(0);
  const isStale = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refresh = () => {
    const isHere = document.visibilityState === "visible" && Date.now() - lastInput.current < AWAY_MS;
    isStale.current = !isHere;
    if (isHere) router.refresh();
  };
  const noteInput = useEffectEvent(() => {
    lastInput.current = Date.now();
    if (isStale.current) refresh();
  });
  useEffect(() => {
    lastInput.current = Date.now();
    const note = () => noteInput();
    const events = ["keydown", "pointerdown", "pointermove", "visibilitychange"] as const;
    for (const event of events) document.addEventListener(event, note, { passive: true });
    return () => {
      for (const event of events) document.removeEventListener(event, note);
      clearTimeout(timer.current);
    };
  }, []);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(refresh, REST_MS);
  };
}

/**
 * Hears from the server which items changed and who looks at which, and asks for the page again. The stream carries ids and
 * colleagues' names, nothing of a customer; without it the page works as any other and says that it is not live.
 */
export function LiveInbox({
  href,
  itemId,
  children,
}: {
  /** The address of the stream. */
  href: string;
  /** The item that this person looks at. */
  itemId: string | null;
  children: ReactNode;
}) {
  const [state, setState] = useState<LiveState>("connecting");
  const [lookers, setLookers] = useState<Readonly<Record<string, readonly Looker[]>>>({});
  const [tries, setTries] = useState(0);
  const wasOpen = useRef(false);
  const hadGap = useRef(false);
  const refreshSoon = useSoonRefresh();
  const change = useEffectEvent(() => refreshSoon());
  // A page that nobody sees gives its connection back: a browser has only a few for one host, over all tabs.
  const isVisible = useSyncExternalStore(
    subscribeToVisibility,
    () => document.visibilityState === "visible",
    () => false,
  );

  useEffect(() => {
    if (!isVisible) {
      hadGap.current = wasOpen.current;
      return;
    }
    let retry: ReturnType<typeof setTimeout> | undefined;
    const source = new EventSource(itemId === null ? href : `${href}?${new URLSearchParams({ item: itemId })}`);
    // What changed while nobody listened is on no stream.
    source.addEventListener("open", () => {
      setState("live");
      setLookers({});
      wasOpen.current = true;
      if (hadGap.current) change();
      hadGap.current = false;
    });
    source.addEventListener("changed", () => change());
    source.addEventListener("presence", (event: MessageEvent<string>) => {
      const { itemId: about, people } = JSON.parse(event.data) as { itemId: string; people: Looker[] };
      setLookers((known) => ({ ...known, [about]: people }));
    });
    source.addEventListener("error", () => {
      setState("off");
      hadGap.current = true;
      // The browser tries again by itself, unless the server refused.
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(() => setTries((count) => count + 1), RETRY_MS);
    });
    return () => {
      clearTimeout(retry);
      source.close();
    };
  }, [href, itemId, tries, isVisible]);

  return <LiveContext value={{ state, lookers }}>{children}</LiveContext>;
}

const STATES: Record<LiveState, { word: string; help: string; dot: string }> = {
  connecting: { word: "Connecting", help: "The page will show changes by itself in a moment.", dot: "bg-withheld" },
  live: { word: "Live", help: "Changes by others show by themselves.", dot: "bg-clear" },
  off: { word: "Not live", help: "Changes by others show when you load the page again.", dot: "bg-masked" },
};

/** Whether the page shows changes by itself. */
export function LiveMark() {
  const { word, help, dot } = STATES[useContext(LiveContext).state];
  return (
    <span role="status" title={help} className="inline-flex items-center gap-1.5 text-ink-muted text-sm">
      <span aria-hidden className={cn("size-2 rounded-full", dot)} />
      {word}
      <span className="sr-only">: {help}</span>
    </span>
  );
}

/** Which colleagues look at an item now. */
export function Lookers({ itemId, form }: { itemId: string; form: "words" | "icons" }) {
  const people = useContext(LiveContext).lookers[itemId] ?? [];
  if (people.length === 0) return null;
  const words = `${people.map(({ name }) => name).join(", ")} ${people.length === 1 ? "is" : "are"} looking`;
  return (
    <span title={words} className="inline-flex items-center gap-1">
      {people.slice(0, 3).map(({ id, name }) => (
        <Avatar key={id} name={name} />
      ))}
      <span className={form === "icons" ? "sr-only" : "text-sm"}>{words}</span>
    </span>
  );
}
