import { AREAS, CLOSED_PARTS } from "@/app/(console)/areas";
import { ForbiddenReason } from "@/app/(console)/forbidden-reason";
import { whoMay } from "@/lib/identity/authorize";

/** Answers with status 403. The parts come first, because they are the narrower. Which area was asked for is known to the browser, so each area's reason goes along. */
export default function Forbidden() {
  const reasons = [...CLOSED_PARTS, ...AREAS].map(({ href, label, permission }) => ({
    href,
    label,
    who: whoMay(permission),
  }));
  return <ForbiddenReason reasons={reasons} />;
}
