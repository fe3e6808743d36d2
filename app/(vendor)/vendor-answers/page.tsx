import type { Metadata } from "next";
import { connection } from "next/server";
import { Wordmark } from "@/components/shell/gatehouse-mark";
import { ThemeToggle } from "@/components/shell/theme-toggle";
import { OwnAnswers } from "./own-answers";

export const metadata: Metadata = { title: "Your answers", referrer: "no-referrer", robots: { index: false } };

/** Where a vendor answers by its link: no account, and nothing of the console around it. */
export default async function VendorAnswersPage() {
  // The nonce of the security policy is in no page that is made beforehand.
  await connection();
  return (
    <div className="min-h-dvh bg-canvas">
      <header className="flex items-center justify-between border-line border-b px-4 py-2">
        <Wordmark />
        <ThemeToggle />
      </header>
      <main id="main" className="mx-auto max-w-3xl px-4 py-8">
        <noscript>
          This page needs JavaScript, which keeps the secret part of the link in your browser and out of every address.
        </noscript>
        <OwnAnswers />
      </main>
    </div>
  );
}
