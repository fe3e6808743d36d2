import { type FormState, typedValues } from "@/components/form/form-state";
import { getContext } from "@/app/session";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";

/** Fields that never travel back to the page. */
const SECRET_FIELDS = ["password", "token", "url", "secret"];

type Done<Data> = { message?: string | undefined; data?: Data | undefined };

function toSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function toMessage(error: DomainError): { message: string; fieldErrors: Record<string, string> } {
  if (error.code === "not_signed_in") {
    return { message: "Your session has ended. Sign in in another tab, then send this again.", fieldErrors: {} };
  }
  if (error.field === undefined) return { message: error.message, fieldErrors: {} };
  const prefix = `${error.field}: `;
  const sentence = error.message.startsWith(prefix) ? error.message.slice(prefix.length) : error.message;
  return { message: "Nothing was changed yet.", fieldErrors: { [error.field]: toSentence(sentence) } };
}

/**
 * The console's adapter from a verb to a form: a refusal that a person can act on comes back with what they typed; a bug goes on to the
 * error page. `work` calls one verb.
 */
export async function runAction<Data = undefined>(
  _previous: FormState<Data>,
  form: FormData,
  work: (ctx: RequestContext) => Promise<Done<Data> | undefined>,
): Promise<FormState<Data>> {
  try {
    return { status: "ok", ...(await work(await getContext())) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { status: "error", ...toMessage(error), values: typedValues(form, SECRET_FIELDS) };
  }
}
