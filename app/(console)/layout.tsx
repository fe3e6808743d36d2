import { Bell, Laptop } from "lucide-react";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { find, signOutHere } from "@/app/(console)/actions";
import { AREAS } from "@/app/(console)/areas";
import { paths } from "@/app/(console)/paths";
import { requireContext } from "@/app/session";
import { AppShell } from "@/components/shell/app-shell";
import { LogAlarmBanner } from "@/components/audit/log-alarm-banner";
import { FreezeBanner } from "@/components/freezes/freeze-banner";
import { CommandMenu } from "@/components/shell/command-menu";
import { SIDEBAR_COOKIE } from "@/components/shell/keep-sidebar";
import { MenuLink } from "@/components/ui/dropdown-menu";
import { getLogState } from "@/lib/audit/get-log-state";
import { listFreezes } from "@/lib/freezes/list-freezes";
import { isPermitted } from "@/lib/identity/authorize";
import { countWaitingWidenings } from "@/lib/scopes/count-waiting-widenings";
import { toRoleWords } from "@/app/role-words";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const ctx = await requireContext();
  const { actor } = ctx;
  const areas = AREAS.filter(({ permission }) => isPermitted(actor, permission));
  const isSidebarNarrow = (await cookies()).get(SIDEBAR_COOKIE)?.value === "narrow";
  const [{ alarms }, { inForce }] = await Promise.all([getLogState(ctx), listFreezes(ctx)]);
  const waiting = isPermitted(actor, "widening:decide") ? (await countWaitingWidenings(ctx)).others : 0;
  const countOf = (href: string) => (href === paths.widenings() ? { count: waiting } : {});
  return (
    <AppShell
      nav={[{ items: areas.map(({ href, label, icon }) => ({ href, label, icon, ...countOf(href) })) }]}
      user={{ name: actor.name, email: actor.email, roles: toRoleWords(actor.roles) }}
      signOut={signOutHere}
      search={
        <CommandMenu
          places={areas.map(({ href, label }) => ({ id: href, group: "Places", label, href }))}
          find={find}
        />
      }
      userMenu={
        <>
          <MenuLink href={paths.notices()} icon={<Bell aria-hidden />}>
            Your notices
          </MenuLink>
          <MenuLink href={paths.account()} icon={<Laptop aria-hidden />}>
            Your sessions
          </MenuLink>
        </>
      }
      banner={
        <>
          {alarms.length > 0 && (
            <LogAlarmBanner alarms={alarms} href={isPermitted(actor, "audit:read") ? paths.log() : null} />
          )}
          <FreezeBanner frozen={inForce} href={paths.freezeSettings()} />
        </>
      }
      isSidebarNarrow={isSidebarNarrow}
    >
      {children}
    </AppShell>
  );
}
