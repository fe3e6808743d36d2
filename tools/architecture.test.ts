import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

const longFunction = `export function long(n: number): number {\n${"  n += 1;\n".repeat(60)}  return n;\n}\n`;

/** One deliberate violation of each rule: the rule, the file it is in, the file's text. */
const violations: [rule: string, file: string, text: string][] = [
  ["house(layers)", "lib/audit/up.ts", 'import { x } from "@/lib/agents/x";\nconsole.log(x);'],
  ["house(layers)", "lib/runtime/up.ts", 'import type { X } from "@/lib/db/x";\nexport type Y = X;'],
  ["house(layers)", "lib/vendors/beside.ts", 'import { x } from "@/lib/catalog/x";\nconsole.log(x);'],
  ["house(layers)", "lib/policy/later.ts", 'export const load = () => import("@/lib/gateway/x");'],
  ["house(layers)", "gate/door.ts", 'import { x } from "@/app/x";\nconsole.log(x);'],
  ["house(layers)", "gate/demo.ts", 'import { x } from "@/prisma/demo/x";\nconsole.log(x);'],
  ["house(layers)", "jobs/tool.ts", 'import { x } from "@/tools/x";\nconsole.log(x);'],
  ["house(layers)", "lib/agents/look.ts", 'import { x } from "@/components/ui/x";\nconsole.log(x);'],
  ["house(layers)", "gate/unknown.ts", 'import { x } from "@/lib/misplaced/x";\nconsole.log(x);'],
  ["house(kernel-imports)", "lib/kernel/package.ts", 'import { z } from "zod";\nconsole.log(z);'],
  ["house(kernel-imports)", "lib/kernel/node.ts", 'import { join } from "node:path";\nconsole.log(join);'],
  ["house(component-imports)", "components/ui/reach.tsx", 'import { x } from "@/lib/agents/x";\nconsole.log(x);'],
  [
    "house(client-file-imports)",
    "app/agents/form.tsx",
    '"use client";\nimport { x } from "@/lib/agents/x";\nconsole.log(x);',
  ],
  [
    "house(generated-client)",
    "lib/people/raw.ts",
    'import { Prisma } from "@/lib/db/generated/client";\nconsole.log(Prisma);',
  ],
  [
    "house(generated-client)",
    "app/raw.ts",
    'import type { Prisma } from "@/lib/db/generated/client";\nexport type P = Prisma;',
  ],
  [
    "house(writable-client)",
    "lib/scopes/write.ts",
    'import { getWriter } from "@/lib/db/client";\nconsole.log(getWriter);',
  ],
  ["house(internal-is-private)", "lib/scopes/peek.ts", 'import { x } from "@/lib/agents/internal/x";\nconsole.log(x);'],
  ["house(no-parent-path)", "lib/scopes/climb.ts", 'import { x } from "../agents/x";\nconsole.log(x);'],
  ["house(no-re-export)", "lib/scopes/barrel.ts", 'export * from "./scope";'],
  ["house(no-re-export)", "lib/scopes/passed-on.ts", 'export { x } from "./scope";'],
  ["house(no-re-export)", "lib/scopes/disguised.ts", 'import { x } from "./scope";\nexport { x };'],
  ["house(named-folders)", "lib/scopes/utils/x.ts", "export const x = 1;"],
  ["house(env-once)", "lib/agents/setting.ts", 'export const port = process.env["PORT"];'],
  ["house(env-once)", "gate/setting.ts", 'import { env } from "node:process";\nconsole.log(env);'],
  ["house(no-double-assertion)", "lib/agents/cast.ts", "export const n = 'a' as unknown as number;"],
  ["house(pure-kernel)", "lib/kernel/clock.ts", "export const now = () => Date.now();"],
  ["house(pure-kernel)", "lib/kernel/date.ts", "export const now = () => new Date();"],
  ["house(pure-kernel)", "lib/kernel/chance.ts", "export const chance = () => Math.random();"],
  ["import(no-cycle)", "lib/agents/hen.ts", 'import { egg } from "./egg";\nexport const hen = () => egg;'],
  ["eslint(max-lines)", "lib/agents/long-file.ts", `export const x = 1;\n${"// line\n".repeat(301)}`],
  ["eslint(max-lines-per-function)", "lib/agents/long-function.ts", longFunction],
  ["eslint(no-empty)", "lib/agents/silent.ts", "try {\n  console.log(1);\n} catch {}\n"],
  ["typescript(no-explicit-any)", "lib/agents/any.ts", "export const x: any = 1;"],
  ["typescript(no-non-null-assertion)", "lib/agents/bang.ts", "export const f = (x: string | null) => x!.length;"],
  ["typescript(ban-ts-comment)", "lib/agents/ignored.ts", "// @ts-ignore\nexport const x: number = 'a';"],
  [
    "typescript(no-floating-promises)",
    "lib/agents/floating.ts",
    "const f = async () => 1;\nexport const g = () => {\n  f();\n};",
  ],
];

/** What the same rules let through. */
const allowed: [file: string, text: string][] = [
  ["lib/agents/egg.ts", 'import { hen } from "./hen";\nexport const egg = () => hen;'],
  ["lib/gateway/down.ts", 'import { x } from "@/lib/policy/x";\nconsole.log(x);'],
  ["lib/people/types.ts", 'import type { Prisma } from "@/lib/db/generated/client";\nexport type P = Prisma;'],
  ["lib/audit/commit.ts", 'import { getWriter } from "@/lib/db/client";\nconsole.log(getWriter);'],
  ["lib/agents/inside.ts", 'import { x } from "@/lib/agents/internal/x";\nconsole.log(x);'],
  ["components/ui/types.tsx", 'import type { X } from "@/lib/agents/x";\nexport type Y = X;'],
  ["app/agents/page.tsx", 'import { x } from "@/lib/agents/x";\nconsole.log(x);'],
  ["cli/start/set-up-demo.ts", 'import { x } from "@/prisma/demo/x";\nconsole.log(x, process.env["HOME"]);'],
  [
    "app/mode.ts",
    'export const isDev = process.env["NODE_ENV"] === "development" || process.env.NEXT_RUNTIME === "edge";',
  ],
  ["app/hand-on.ts", 'process.env["NEXTAUTH_URL"] = "http://localhost";'],
  ["lib/kernel/decide.ts", "export const at = (now: number) => new Date(now);"],
  ["lib/kernel/decide.test.ts", 'import { test } from "vitest";\ntest("x", () => console.log(Date.now()));'],
];

const Report = z.object({
  diagnostics: z.array(z.object({ code: z.string().optional(), message: z.string(), filename: z.string() })),
  number_of_files: z.number(),
});

const project = resolve(import.meta.dirname, "..");
let folder: string;
let report: z.output<typeof Report>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gatehouse-lint-"));
  const files = [...violations.map(([, file, text]) => [file, text] as const), ...allowed];
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  }
  const config = readFileSync(join(project, ".oxlintrc.json"), "utf8");
  writeFileSync(
    join(folder, ".oxlintrc.json"),
    config.replace("./tools/architecture.mjs", join(project, "tools/architecture.mjs")),
  );
  const paths = { "@/*": ["./*"] };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: { strict: true, module: "esnext", moduleResolution: "bundler", jsx: "react-jsx", paths },
    }),
  );
  const oxlint = join(project, "node_modules/oxlint/bin/oxlint");
  const { stdout } = spawnSync(process.execPath, [oxlint, "--type-aware", "--format=json"], {
    cwd: folder,
    encoding: "utf8",
  });
  report = Report.parse(JSON.parse(stdout));
});
afterAll(() => rmSync(folder, { recursive: true }));

const firedIn = (file: string) =>
  report.diagnostics.filter((each) => each.filename === file).map((each) => each.code ?? each.message);

test("the checker reads every file it is given", () => {
  expect(report.number_of_files).toBe(violations.length + allowed.length);
});

test.each(violations)("%s is found in %s", (rule, file) => {
  expect(firedIn(file)).toContain(rule);
});

test.each(allowed)("nothing of the house is wrong with %s", (file) => {
  expect(firedIn(file).filter((code) => code.startsWith("house("))).toEqual([]);
});

test("every rule of the house has a violation above, and is switched on", () => {
  const script = `import("${join(project, "tools/architecture.mjs")}").then((m) => console.log(JSON.stringify(Object.keys(m.default.rules))))`;
  const names = z
    .array(z.string())
    .parse(JSON.parse(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" })));
  expect(new Set(violations.map(([rule]) => rule).filter((rule) => rule.startsWith("house(")))).toEqual(
    new Set(names.map((name) => `house(${name})`)),
  );
});

test("the product's own lint run reads files of every folder that has code", { timeout: 60_000 }, () => {
  const oxlint = join(project, "node_modules/oxlint/bin/oxlint");
  const { stdout } = spawnSync(process.execPath, [oxlint, "--format=json", "lib/kernel", "lib/db", "cli"], {
    cwd: project,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(Report.parse(JSON.parse(stdout)).number_of_files).toBeGreaterThan(20);
});
