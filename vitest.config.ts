import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const projectFolder = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: projectFolder }] },
  test: {
    include: ["**/*.test.{ts,tsx}", "tools/**/*.test.mjs"],
    exclude: ["node_modules/**", ".next/**", ".gatehouse/**", "e2e/**"],
  },
});
