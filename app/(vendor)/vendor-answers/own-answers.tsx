"use client";

import { useEffect, useState } from "react";
import { useLinkToken } from "@/app/(sign-in)/use-link-token";
import { Callout } from "@/components/ui/callout";
import type { OpenedVendorLink } from "@/lib/vendors/open-vendor-link";
import { openLinkAction } from "./actions";
import type { CallResult } from "./call-result";
import { OwnAnswersForm } from "./own-answers-form";

const WORKING_LINK = "Ask the person who sent it for a new one.";

/** Opens the link with the token that stands after the #, which reaches the server only in the body of a call. */
export function OwnAnswers() {
  const token = useLinkToken();
  const [opened, setOpened] = useState<{ token: string; result: CallResult<OpenedVendorLink> } | null>(null);
  useEffect(() => {
    if (token === null || token === "") return;
    let isCurrent = true;
    void openLinkAction(token)
      .catch(() => ({ status: "refused", message: "The server could not be reached. Load the page again." }) as const)
      .then((result) => isCurrent && setOpened({ token, result }));
    return () => {
      isCurrent = false;
    };
  }, [token]);
  if (token === "")
    return (
      <>
        <h1 className="mb-4 font-semibold text-xl">Your answers</h1>
        <Callout tone="warn" title="This page needs its whole link.">
          {WORKING_LINK} What stands after the # belongs to it.
        </Callout>
      </>
    );
  if (opened === null || opened.token !== token)
    return (
      <>
        <h1 className="mb-4 font-semibold text-xl">Your answers</h1>
        <p role="status">Opening the questions…</p>
      </>
    );
  if (opened.result.status === "refused")
    return (
      <>
        <h1 className="mb-4 font-semibold text-xl">Your answers</h1>
        <Callout tone="danger" title={opened.result.message}>
          Nothing that you answered before is lost.
        </Callout>
      </>
    );
  return <OwnAnswersForm key={token} token={token} opened={opened.result.data} />;
}
