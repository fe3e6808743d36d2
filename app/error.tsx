"use client";

import { ErrorPage } from "@/app/error-page";

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="main" className="flex min-h-dvh items-center justify-center">
      <ErrorPage error={error} retry={retry} />
    </main>
  );
}
