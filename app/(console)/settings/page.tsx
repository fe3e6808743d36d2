import { Clock, FolderOpen, Inbox, ListFilter, Snowflake, UserCheck, Webhook } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { paths } from "@/app/(console)/paths";
import { requireContext } from "@/app/session";
import { PageHeader } from "@/components/ui/page-header";
import { isPermitted, whoMay } from "@/lib/identity/authorize";
import type { Permission } from "@/lib/identity/permissions";

export const metadata: Metadata = { title: "Settings" };

const PARTS = [
  {
    href: paths.freezeSettings(),
    icon: Snowflake,
    title: "Freeze",
    text: "Stop everything, a vendor, a source or an agent at once; lift it with two people; drill that it works.",
    read: "freeze:read",
    write: "freeze:write",
  },
  {
    href: paths.triageSettings(),
    icon: ListFilter,
    title: "Triage",
    text: "What is held for a person: rules of the house, and how sure the model must be. Try a text and see why.",
    read: "triage:read",
    write: "triage:write",
  },
  {
    href: paths.reviewSettings(),
    icon: Clock,
    title: "Reviews",
    text: "How long an item may wait, when people work, how many must agree, how long a release lasts.",
    read: "review_settings:read",
    write: "review_settings:write",
  },
  {
    href: paths.queueSettings(),
    icon: Inbox,
    title: "Queues",
    text: "Where items wait, and who is called when nobody decides.",
    read: "review_settings:read",
    write: "review_settings:write",
  },
  {
    href: paths.accessSettings(),
    icon: UserCheck,
    title: "Access",
    text: "Whether a second person has to agree to what lets an agent see more.",
    read: "access_settings:read",
    write: "access_settings:write",
  },
  {
    href: paths.dispatcherSettings(),
    icon: FolderOpen,
    title: "Dispatchers",
    text: "Systems that open cases: which customer a piece of work is about, so that an agent sees that one alone.",
    read: "dispatcher_key:read",
    write: "dispatcher_key:write",
  },
  {
    href: paths.webhookSettings(),
    icon: Webhook,
    title: "Webhooks",
    text: "Who is told by a POST when something happens, and what came of each.",
    read: "webhook:read",
    write: "webhook:write",
  },
] as const satisfies readonly { read: Permission; write: Permission; [name: string]: unknown }[];

export default async function SettingsPage() {
  const ctx = await requireContext("review_settings:read");
  return (
    <>
      <PageHeader
        title="Settings"
        description="How what agents may not do alone reaches a person, and in what time."
        breadcrumbs={[{ label: "Settings" }]}
      />
      <ul className="grid gap-3 md:grid-cols-2">
        {PARTS.filter(({ read }) => isPermitted(ctx.actor, read)).map(({ href, icon: Icon, title, text, write }) => (
          <li
            key={href}
            className="relative flex gap-3 rounded-xl border border-line bg-surface p-4 shadow-xs hover:border-line-strong"
          >
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-muted" />
            <div className="min-w-0 space-y-1">
              <h2 className="font-medium">
                <Link href={href} className="after:absolute after:inset-0 after:rounded-xl">
                  {title}
                </Link>
              </h2>
              <p className="text-ink-muted">{text}</p>
              {!isPermitted(ctx.actor, write) && (
                <p className="text-ink-muted text-sm">You may read this. It is changed by {whoMay(write)}.</p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
