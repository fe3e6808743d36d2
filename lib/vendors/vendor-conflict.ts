import { DomainError } from "@/lib/kernel/domain-error";
import type { ParsedVendor } from "./vendor-input";

/** Somebody else saved the vendor first. Nothing is lost: theirs is here, and what was sent can be saved again after seeing it. */
export class VendorConflict extends DomainError {
  constructor(
    readonly newest: ParsedVendor & { revision: number },
    /** Who saved it; null where nobody of ours did. */
    readonly by: string | null,
  ) {
    super("conflict", `${by ?? "Somebody"} saved this vendor meanwhile: look at theirs, then save yours again.`);
  }
}
