"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** While `isDirty`, asks before a link or a closed tab loses what was typed. Form shows it with `guardUnsaved`. */
export function UnsavedGuard({
  isDirty,
  isAlsoHere = false,
  onLeave,
}: {
  isDirty: boolean;
  /** Called before it asks: a page that saves by itself saves now. Where nothing is unsaved any more, it goes on without an answer. */
  onLeave?: (() => void) | undefined;
  /** Links that stay on this page count too. */
  isAlsoHere?: boolean | undefined;
}) {
  const router = useRouter();
  const [target, setTarget] = useState<string | null>(null);
  const leave = useEffectEvent(() => onLeave?.());

  useEffect(() => {
    if (!isDirty) return;
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // In the capture phase of the window, so that it comes before the router's own handler.
    const click = (event: MouseEvent) => {
      const href = internalTarget(event, isAlsoHere);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      setTarget(href);
      leave();
    };
    window.addEventListener("beforeunload", beforeUnload);
    window.addEventListener("click", click, true);
    return () => {
      window.removeEventListener("beforeunload", beforeUnload);
      window.removeEventListener("click", click, true);
    };
  }, [isDirty, isAlsoHere]);

  const isFree = target !== null && !isDirty;
  useEffect(() => {
    if (!isFree) return;
    setTarget(null);
    router.push(target);
  }, [isFree, target, router]);

  return (
    <Dialog
      isOpen={target !== null}
      onOpenChange={() => setTarget(null)}
      title="Leave without saving?"
      description="What you changed on this page has not been saved and would be lost."
      footer={
        <>
          <Button onClick={() => setTarget(null)}>Keep editing</Button>
          <Button variant="danger" onClick={() => target !== null && router.push(target)}>
            Leave and lose the changes
          </Button>
        </>
      }
    />
  );
}

/** Where a plain click on a link of this site would lead, unless it stays on this page and that does not count. */
function internalTarget(event: MouseEvent, isAlsoHere: boolean): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || link.target === "_blank" || link.hasAttribute("download")) return null;
  const url = new URL(link.href);
  if (url.origin !== window.location.origin) return null;
  if (url.pathname === window.location.pathname && !(isAlsoHere && url.search !== window.location.search)) return null;
  return url.pathname + url.search + url.hash;
}
