import type { TestProject } from "vitest/node";
import { startTestCluster, type TestCluster } from "@/lib/db/test-cluster";

declare module "vitest" {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...cluster } = await startTestCluster();
  project.provide("cluster", cluster);
  return async () => {
    await stop();
    // Prisma's schema engine leaves a timer of ten seconds behind, for which the run would wait.
    setTimeout(() => process.exit(), 1_000).unref();
  };
}
