import { startProduct } from "./product";

/** One product for the whole run; the workers learn of it through these variables. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { consoleUrl, gateUrl, signIns, stop } = await startProduct();
  process.env["E2E_CONSOLE_URL"] = consoleUrl;
  process.env["E2E_GATE_URL"] = gateUrl;
  process.env["E2E_SIGN_INS"] = JSON.stringify(signIns);
  return stop;
}
