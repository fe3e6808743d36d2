import { AREAS } from "@/app/(console)/areas";
import { ForbiddenReason } from "@/app/(console)/forbidden-reason";
import { whoMay } from "@/lib/identity/authorize";

/** Answers with status 403. Which area was asked for is known to the browser, so each area's reason goes along. */
export default function Forbidden() {
  const reasons = AREAS.map(({ href, label, permission }) => ({ href, label, who: whoMay(permission) }));
  return <ForbiddenReason reasons={reasons} />;
}
