import { NotFoundPage } from "@/app/not-found-page";

export default function RootNotFound() {
  return (
    <main id="main" className="flex min-h-dvh flex-col items-center justify-center">
      <NotFoundPage />
    </main>
  );
}
