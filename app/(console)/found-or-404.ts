import { notFound } from "next/navigation";
import { DomainError } from "@/lib/kernel/domain-error";

/** What a page is about, or the page that says there is no such thing: also for an address whose id is not one. */
export async function foundOr404<Found>(finding: Promise<Found>): Promise<Found> {
  try {
    return await finding;
  } catch (error) {
    if (error instanceof DomainError && (error.code === "not_found" || error.code === "invalid_input")) notFound();
    throw error;
  }
}
