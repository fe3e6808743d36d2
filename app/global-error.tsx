"use client";

import "@/app/globals.css";
import { ErrorPage } from "@/app/error-page";

/** Stands in for the root layout when that itself failed, so it brings its own document. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Gatehouse</title>
        <main className="grid min-h-dvh place-items-center">
          <ErrorPage error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
