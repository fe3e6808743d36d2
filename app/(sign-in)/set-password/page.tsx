import type { Metadata } from "next";
import { connection } from "next/server";
import { setPassword } from "@/app/(sign-in)/actions";
import { LinkForm } from "@/app/(sign-in)/link-form";
import { SignInLayout } from "@/components/shell/sign-in-layout";

export const metadata: Metadata = { title: "Choose a password" };

export default async function SetPasswordPage() {
  // The nonce of the security policy is in no page that is made beforehand.
  await connection();
  return (
    <SignInLayout title="Choose a password" description="You are signed out everywhere else when it is set.">
      <LinkForm
        action={setPassword}
        submitLabel="Set the password"
        howToGetLink="Open the link that an admin gave you, with what stands after the #. It works once, for 24 hours."
      />
    </SignInLayout>
  );
}
