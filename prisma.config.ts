process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath; // `generate` needs no engine; this stops its download.

import { defineConfig } from "prisma/config";

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
