import { setUpDemo } from "@/cli/start/set-up-demo";
import { SetUpOrder, type SetUpResult } from "@/cli/start/set-up-order";
import { migrateDatabase } from "@/lib/db/migrate";
import { createFirstAdminLink } from "@/lib/people/create-first-admin-link";

/** Its own process, so that what migrations and the demo company load is gone when Gatehouse runs. */
async function setUp({ ownerUrl, demo }: SetUpOrder): Promise<SetUpResult> {
  const { applied } = await migrateDatabase({ ownerUrl });
  const signIns = demo === null ? [] : (await setUpDemo({ ownerUrl, ...demo })).signIns;
  return { applied, signIns, firstAdminLink: await createFirstAdminLink() };
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
