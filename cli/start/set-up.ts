import { SetUpOrder, type SetUpResult, type SignIn } from "@/cli/start/set-up-order";
import { migrateDatabase } from "@/lib/db/migrate";
import { newSystemContext } from "@/lib/identity/new-context";
import { createFirstAdminLink } from "@/lib/people/create-first-admin-link";
import { installChecklist } from "@/lib/vendors/install-checklist";

/** What makes the demo company is large, and needed at the first start only. */
async function loadDemo(ownerUrl: string, demo: NonNullable<SetUpOrder["demo"]>): Promise<SignIn[]> {
  const { setUpDemo } = await import("@/cli/start/set-up-demo");
  return (await setUpDemo({ ownerUrl, ...demo })).signIns;
}

/** Its own process, so that what migrations and the demo company load is gone when Gatehouse runs. */
async function setUp({ ownerUrl, demo }: SetUpOrder): Promise<SetUpResult> {
  const { applied } = await migrateDatabase({ ownerUrl });
  await installChecklist(newSystemContext("start"));
  return {
    applied,
    signIns: demo === null ? [] : await loadDemo(ownerUrl, demo),
    firstAdminLink: await createFirstAdminLink(),
  };
}

process.once("message", (message) => {
  setUp(SetUpOrder.parse(message)).then(
    (result) => process.send?.(result, undefined, undefined, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
