import { createLookers, type Looker } from "@/app/(console)/inbox/live/lookers";
import { log } from "@/lib/runtime/log";
import { toErrorFacts } from "@/lib/runtime/to-error-facts";
import { type ReviewNews, watchReviews } from "@/lib/reviews/watch-reviews";

/** How often a stream says that it is there, that its person looks, and asks whether they are still signed in. */
const BEAT_MS = 8_000;

type Open = {
  viewer: { personId: string; name: string };
  /** The item that the viewer looks at. */
  itemId: string | null;
  isStillSignedIn: () => Promise<boolean>;
  signal: AbortSignal;
};

function toText(event: "changed" | "presence", data: { itemId: string; people?: readonly Looker[] }): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** The news of held items for one viewer, until they go away, or their session or their role ends. */
export function toEventStream({ viewer, itemId, isStillSignedIn, signal }: Open): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const watch = watchReviews();
  const lookers = createLookers(viewer.personId);
  let stop = (): void => {};
  return new ReadableStream({
    start(controller) {
      let isOpen = true;
      const send = (text: string): void => controller.enqueue(encoder.encode(text));
      const sendLookers = (about: string): void =>
        send(toText("presence", { itemId: about, people: lookers.of(about) }));
      const announce = (): void => {
        if (itemId !== null) void watch.announcePresence(itemId, viewer);
      };
      const hear = (news: ReviewNews): void => {
        if (news.kind === "presence") {
          const isNew = lookers.add(news);
          if (isNew) sendLookers(news.itemId);
          // Whoever comes is told at once who is there already.
          if (isNew && news.itemId === itemId) announce();
        } else {
          send(toText("changed", { itemId: news.kind === "changed" ? news.itemId : "" }));
        }
      };
      const beat = async (): Promise<void> => {
        const isSignedIn = await isStillSignedIn();
        if (!isOpen) return;
        if (!isSignedIn) return end();
        send(": beat\n\n");
        for (const about of lookers.dropGone(Date.now())) sendLookers(about);
        announce();
      };
      const end = (): void => {
        if (!isOpen) return;
        stop();
        controller.close();
      };
      const unsubscribe = watch.subscribe(hear);
      const timer = setInterval(() => {
        beat().catch((error: unknown) => {
          log("warn", "inbox_stream_ended", toErrorFacts(error));
          end();
        });
      }, BEAT_MS);
      stop = () => {
        isOpen = false;
        clearInterval(timer);
        unsubscribe();
        signal.removeEventListener("abort", end);
      };
      signal.addEventListener("abort", end);
      send(": here\n\n");
      announce();
    },
    cancel() {
      stop();
    },
  });
}
