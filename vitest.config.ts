import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const projectFolder = fileURLToPath(new URL(".", import.meta.url));
const withoutDatabase = [
  "tools/**/*.test.ts",
  "cli/start/**/*.test.ts",
  "lib/kernel/**/*.test.ts",
  "lib/runtime/**/*.test.ts",
  "components/**/*.test.{ts,tsx}",
];
const never = ["node_modules/**", ".next/**", ".gatehouse/**", "e2e/**"];

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: projectFolder }] },
  test: {
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          isolate: false,
          include: withoutDatabase,
          exclude: never,
          setupFiles: ["tools/vitest/settings.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...never, ...withoutDatabase],
          setupFiles: ["tools/vitest/settings.ts"],
          globalSetup: ["tools/vitest/global-setup.ts"],
        },
      },
    ],
  },
});
