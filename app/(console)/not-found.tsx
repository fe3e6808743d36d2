import { NotFoundPage } from "@/app/not-found-page";

export default function ConsoleNotFound() {
  return (
    <div className="pt-16">
      <NotFoundPage />
    </div>
  );
}
