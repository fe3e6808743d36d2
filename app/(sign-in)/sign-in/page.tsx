import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { SignInForm } from "@/app/(sign-in)/sign-in/sign-in-form";
import { toDoneWords, toProblemWords } from "@/app/(sign-in)/sign-in/sign-in-words";
import { toSafePath } from "@/app/safe-path";
import { getContext } from "@/app/session";
import { csrfCookie } from "@/app/sign-in-cookies";
import { SignInLayout } from "@/components/shell/sign-in-layout";
import { Callout } from "@/components/ui/callout";

export const metadata: Metadata = { title: "Sign in" };

type Search = { [key: string]: string | string[] | undefined };

function toQuery(search: Search): string {
  const texts = Object.entries(search).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : []));
  return new URLSearchParams(texts).toString();
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const next = toSafePath(search["next"]);
  if ((await getContext()).actor.kind === "person") redirect(next);
  const [csrfToken = ""] = decodeURIComponent((await cookies()).get(csrfCookie().name)?.value ?? "").split("|");
  if (csrfToken === "" && search["cookies"] !== "set") redirect(`/api/auth/begin?${toQuery(search)}`);
  const done = toDoneWords(search["done"]);
  return (
    <SignInLayout
      title="Sign in"
      footer="No account, or a forgotten password? An admin of your company makes a link for you."
    >
      {csrfToken === "" ? (
        <Callout tone="warn" title="Your browser keeps no cookies for this address.">
          Signing in needs them. Allow them, then load this page again.
        </Callout>
      ) : (
        <div className="space-y-5">
          {done !== null && search["error"] === undefined && <Callout tone="good">{done}</Callout>}
          <SignInForm csrfToken={csrfToken} next={next} problem={toProblemWords(search["error"])} />
        </div>
      )}
    </SignInLayout>
  );
}
