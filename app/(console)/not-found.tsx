import type { Metadata } from "next";
import { paths } from "@/app/(console)/paths";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorState } from "@/components/ui/error-state";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <ErrorState
      title="There is no such thing here"
      actions={
        <ButtonLink variant="primary" href={paths.overview()}>
          To the overview
        </ButtonLink>
      }
    >
      The address may be mistyped, or it names something of another Gatehouse.
    </ErrorState>
  );
}
