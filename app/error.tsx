"use client";

import { BrokenPage } from "@/components/shell/broken-page";

export default function AppError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <BrokenPage digest={error.digest} onRetry={reset} />
    </main>
  );
}
