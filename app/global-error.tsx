"use client";

import "@/app/globals.css";
import { BrokenPage } from "@/components/shell/broken-page";

/** Stands in for the root layout when that itself failed, so it brings its own document. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Gatehouse</title>
        <main className="grid min-h-dvh place-items-center">
          <BrokenPage digest={error.digest} onRetry={reset} />
        </main>
      </body>
    </html>
  );
}
