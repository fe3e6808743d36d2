"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type AnswerDraft, EMPTY_DRAFT, type SaveAnswer, type TheirAnswer } from "@/components/vendors/answer-types";

export type AnswerState = {
  draft: AnswerDraft;
  revision: number;
  status: "saved" | "waiting" | "saving" | "refused" | "conflict";
  /** Why it is not saved. */
  message: string | null;
  theirs: TheirAnswer | null;
};
export type AnswerStates = Readonly<Record<string, AnswerState>>;

const PAUSE_MS = 700;
const FRESH: AnswerState = { draft: EMPTY_DRAFT, revision: 0, status: "saved", message: null, theirs: null };

/** What is sent: an answer without a value is "not stated", and nothing else. */
function toSent(draft: AnswerDraft): AnswerDraft {
  const value = typeof draft.value === "string" && draft.value.trim() === "" ? null : draft.value;
  const strength = value === null ? "not_stated" : draft.strength === "not_stated" ? "claimed" : draft.strength;
  return { ...draft, value, strength, links: draft.links.map((link) => link.trim()).filter((link) => link !== "") };
}

/**
 * Answers that save themselves a moment after the last change, one call at a time for each question. What could not be saved stays on the
 * screen with the reason; what somebody else saved meanwhile is shown beside it.
 */
export function useAnswers(initial: AnswerStates, save: SaveAnswer) {
  const [states, setStates] = useState(initial);
  const latest = useRef(states);
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  const set = useCallback((key: string, patch: Partial<AnswerState>) => {
    const next = { ...latest.current, [key]: { ...(latest.current[key] ?? FRESH), ...patch } };
    latest.current = next;
    setStates(next);
  }, []);

  // The page was read again and holds newer answers than the screen: taken over where nothing of one's own waits.
  useEffect(() => {
    for (const [key, fresh] of Object.entries(initial)) {
      const shown = latest.current[key] ?? FRESH;
      if (fresh.revision > shown.revision && shown.status === "saved") set(key, fresh);
    }
  }, [initial, set]);

  const send = useCallback(
    async function sendOne(key: string): Promise<void> {
      const state = latest.current[key];
      if (state === undefined || state.status !== "waiting") return;
      const { draft } = state;
      set(key, { status: "saving", message: null });
      const result = await save({ questionKey: key, revision: state.revision, draft: toSent(draft) }).catch(
        () =>
          ({
            status: "refused",
            message: "The server could not be reached. It is tried again with your next change.",
          }) as const,
      );
      const isChanged = latest.current[key]?.draft !== draft;
      if (result.status === "saved") {
        set(key, { revision: result.revision, status: isChanged ? "waiting" : "saved", theirs: null });
        if (isChanged) await sendOne(key);
      } else if (result.status === "conflict")
        set(key, { status: "conflict", theirs: result.theirs, message: result.message });
      else set(key, { status: "refused", message: result.message });
    },
    [save, set],
  );

  const change = useCallback(
    (key: string, patch: Partial<AnswerDraft>) => {
      const state = latest.current[key] ?? FRESH;
      const draft = { ...state.draft, ...patch };
      if (draft.value !== null && draft.strength === "not_stated") draft.strength = "claimed";
      if (draft.value === null) draft.strength = "not_stated";
      // A conflict stays until the person said which answer it shall be.
      const status = state.status === "conflict" || state.status === "saving" ? state.status : "waiting";
      set(key, { draft, status });
      clearTimeout(timers.current.get(key));
      timers.current.set(
        key,
        setTimeout(() => void send(key), PAUSE_MS),
      );
    },
    [send, set],
  );

  /** Ends a conflict: with mine saved over what was seen, or with theirs. */
  const settle = useCallback(
    (key: string, keep: "mine" | "theirs") => {
      const theirs = latest.current[key]?.theirs;
      if (theirs === undefined || theirs === null) return;
      const { revision } = theirs;
      if (keep === "theirs") set(key, { draft: theirs.draft, revision, status: "saved", theirs: null, message: null });
      else {
        set(key, { revision, status: "waiting", theirs: null, message: null });
        void send(key);
      }
    },
    [send, set],
  );

  /** Saves at once what waits for its pause: somebody is about to leave. */
  const flush = useCallback(() => {
    for (const [key, { status }] of Object.entries(latest.current)) if (status === "waiting") void send(key);
  }, [send]);

  const isUnsaved = Object.values(states).some(({ status }) => status !== "saved");
  return { states, change, settle, flush, isUnsaved };
}
