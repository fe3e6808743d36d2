"use client";

import { ErrorPage } from "@/app/error-page";

export default function ConsoleError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <div className="pt-16">
      <ErrorPage error={error} retry={retry} />
    </div>
  );
}
