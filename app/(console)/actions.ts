"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getContext } from "@/app/session";
import { sessionCookie } from "@/app/sign-in-cookies";
import type { CommandResult } from "@/components/shell/command-menu";
import { toCommandResult } from "@/app/(console)/to-command-result";
import { findAnything } from "@/lib/insights/find-anything";
import { signOut } from "@/lib/people/sign-out";

export async function signOutHere(): Promise<void> {
  const ctx = await getContext();
  if (ctx.actor.kind === "person") await signOut(ctx);
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
  redirect("/sign-in?done=signed-out");
}

export async function find(query: string): Promise<readonly CommandResult[]> {
  const found = await findAnything(await getContext(), { query });
  return found.map(toCommandResult);
}
