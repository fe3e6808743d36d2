import type { Metadata } from "next";
import { connection } from "next/server";
import { makeFirstAdmin } from "@/app/(sign-in)/actions";
import { LinkForm } from "@/app/(sign-in)/link-form";
import { TextField } from "@/components/form/text-field";
import { SignInLayout } from "@/components/shell/sign-in-layout";

export const metadata: Metadata = { title: "First admin" };

export default async function FirstRunPage() {
  // The nonce of the security policy is in no page that is made beforehand.
  await connection();
  return (
    <SignInLayout title="Make the first admin" description="This person adds everybody else and says who may do what.">
      <LinkForm
        action={makeFirstAdmin}
        submitLabel="Make me the first admin"
        howToGetLink="Copy all of it from where Gatehouse was started, with what stands after the #. Starting Gatehouse again prints a new one while there is no admin."
      >
        <TextField name="name" label="Your name" autoComplete="name" required maxLength={120} />
        <TextField name="email" label="E-mail" type="email" autoComplete="username" required maxLength={254} />
      </LinkForm>
    </SignInLayout>
  );
}
