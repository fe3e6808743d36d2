import { createTransport } from "nodemailer";
import { getEnv } from "@/lib/runtime/env";
import { log } from "@/lib/runtime/log";
import type { SmtpServer } from "@/lib/runtime/mail-settings";
import type { Mail } from "./write-mail";

/** A server that is silent for this long has not taken the mail. */
const STEP_MS = 5_000;
/** The whole of it takes no longer: the notices are locked meanwhile. */
const SEND_MS = 14_000;
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/;

function toOptions({ host, port, isImplicitTls, account }: SmtpServer) {
  return {
    host,
    port,
    secure: isImplicitTls,
    ...(account && { auth: { user: account.user, pass: account.password } }),
    // A password goes over the network only inside TLS.
    requireTLS: account !== null && !LOOPBACK.test(host),
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    dnsTimeout: STEP_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function toCode(error: unknown): { code: string; status: number | null } {
  const read = (key: string): unknown => (error instanceof Error ? Reflect.get(error, key) : undefined);
  const [code, status] = [read("code"), read("responseCode")];
  return { code: typeof code === "string" ? code : "unknown", status: typeof status === "number" ? status : null };
}

/** Hands a mail to the server; false, with a line in the log, when that was not possible. The id lets mail programs drop a second copy. */
export async function sendBySmtp(
  server: SmtpServer,
  to: { name: string; address: string },
  mail: Mail,
  id: string,
): Promise<boolean> {
  const { consoleUrl, mailFrom } = getEnv();
  const host = new URL(consoleUrl).hostname;
  const from = mailFrom ?? { name: "Gatehouse", address: `gatehouse@${host}` };
  const headers = { "Auto-Submitted": "auto-generated" };
  const transport = createTransport(toOptions(server));
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error("too slow"), { code: "ETIMEDOUT" })), SEND_MS);
  });
  try {
    await Promise.race([transport.sendMail({ from, to, ...mail, headers, messageId: `<${id}@${host}>` }), tooLong]);
    return true;
  } catch (error) {
    log("warn", "mail_not_taken", toCode(error));
    return false;
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}
