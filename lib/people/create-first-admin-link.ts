import { newSystemContext } from "@/lib/identity/new-context";
import { issueFirstAdminLink } from "./issue-first-admin-link";

/** What `npm start` shows: the link that makes the first admin, or null once there is one. */
export function createFirstAdminLink(): Promise<string | null> {
  return issueFirstAdminLink(newSystemContext("start"));
}
