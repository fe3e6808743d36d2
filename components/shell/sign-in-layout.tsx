import type { ReactNode } from "react";
import { Wordmark } from "@/components/shell/gatehouse-mark";
import { ThemeToggle } from "@/components/shell/theme-toggle";

/** The frame of the pages before signing in: the product's mark, one card, nothing else. */
export function SignInLayout({
  title,
  description,
  footer,
  children,
}: {
  title: string;
  description?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="relative flex min-h-dvh flex-col items-center justify-center bg-sunken px-4 py-12">
      <div className="absolute end-4 top-4">
        <ThemeToggle />
      </div>
      <header className="mb-6">
        <Wordmark className="text-lg [&_svg]:size-7" />
      </header>
      <main id="main" className="w-full max-w-sm rounded-xl border border-line bg-surface p-6 shadow-sm">
        <h1 className="font-semibold text-lg">{title}</h1>
        {description !== undefined && <p className="mt-1 text-ink-muted">{description}</p>}
        <div className="mt-5">{children}</div>
      </main>
      {footer !== undefined && <footer className="mt-6 max-w-sm text-center text-ink-muted text-sm">{footer}</footer>}
    </div>
  );
}
