import type { StartEnv } from "@/lib/runtime/env";
import { SetUpResult, type SetUpOrder } from "./set-up-order";
import type { Database } from "./start-database";
import { startProcess } from "./start-process";
import { readState, rememberState } from "./state-file";
import type { Stopper } from "./stopper";

function chooseDemo(env: StartEnv, database: Database): SetUpOrder["demo"] {
  if (!database.embedded || readState(env.dataFolder).demo !== undefined || env.demo === "off") return null;
  return {
    sourceHost: "127.0.0.1",
    sourcePort: database.embedded.port,
    superuserUrl: database.embedded.superuserUrl,
  };
}

/** Migrates, and on a first embedded start loads the demo company. A first start that failed half way is tried again. */
export async function setUpDatabase(
  env: StartEnv,
  database: Database,
  variables: NodeJS.ProcessEnv,
  stopper: Stopper,
): Promise<SetUpResult> {
  const demo = chooseDemo(env, database);
  if (demo) console.log("Loading the demo company …");
  const child = startProcess({
    name: "set-up",
    args: ["--import", "tsx", "cli/start/set-up.ts"],
    env: { ...variables, NODE_ENV: "production" },
  });
  if (demo) child.showLines("");
  stopper.add("set-up", () => child.stop(5_000));
  const answer = new Promise<unknown>((resolve) => child.channel.once("message", resolve));
  const order: SetUpOrder = { ownerUrl: database.ownerUrl, demo };
  child.channel.send(order);
  const failure = child.ended.then((how) => {
    throw new Error(`The database could not be set up (${how}).\n${child.lastLines()}`);
  });
  // The answer comes before the end, so the end counts as a failure only without one.
  const result = SetUpResult.parse(await Promise.race([answer, failure]));
  failure.catch(() => undefined);
  if (database.embedded && readState(env.dataFolder).demo === undefined) {
    rememberState(env.dataFolder, { demo: demo ? "loaded" : "declined" });
  }
  return result;
}
