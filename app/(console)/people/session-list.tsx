import type { ReactNode } from "react";
import { toDeviceWords } from "@/app/(console)/people/device-words";
import { RelativeTime } from "@/components/ui/relative-time";

type ListedSession = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  address: string | null;
  userAgent: string | null;
};

/** Live sessions, one a line. `action` stands at a line's end. */
export function SessionList<Session extends ListedSession>({
  sessions,
  action,
}: {
  sessions: readonly Session[];
  action?: ((session: Session) => ReactNode) | undefined;
}) {
  if (sessions.length === 0) return <p className="p-4 text-ink-muted">Not signed in anywhere.</p>;
  return (
    <ul className="divide-y divide-line">
      {sessions.map((session) => (
        <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
          <div className="min-w-0 flex-1">
            <p className="truncate font-medium">{toDeviceWords(session.userAgent)}</p>
            <p className="text-ink-muted text-sm">
              {session.address ?? "Address unknown"} · signed in <RelativeTime at={session.createdAt} /> · used{" "}
              <RelativeTime at={session.lastSeenAt} />
            </p>
          </div>
          {action?.(session)}
        </li>
      ))}
    </ul>
  );
}
