import { DomainError } from "@/lib/kernel/domain-error";

export type CallResult<Data> = { status: "ok"; data: Data } | { status: "refused"; message: string };

/** What a call by a vendor's link came to; a bug goes on to the error page. */
export async function toCallResult<Data>(calling: Promise<Data>): Promise<CallResult<Data>> {
  try {
    return { status: "ok", data: await calling };
  } catch (error) {
    if (error instanceof DomainError) return { status: "refused", message: error.message };
    throw error;
  }
}
