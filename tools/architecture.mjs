// The import table of docs/architecture.md and the house rules that oxlint has no rule for, as an oxlint plugin.
// tools/architecture.test.ts holds a deliberate violation of each; one that stops firing fails there.
import { dirname, join, relative } from "node:path/posix";

/** Highest first. A folder imports from those below its own line, never from its own line or above. */
const layers = [
  ["app", "gate", "jobs", "cli"],
  ["lib/access-reviews"],
  ["lib/insights", "lib/gateway", "lib/retention"],
  ["lib/reviews", "lib/cases"],
  ["lib/policy"],
  ["lib/scopes", "lib/freezes"],
  ["lib/agents"],
  ["lib/vendors", "lib/catalog", "lib/people", "lib/tenants"],
  ["lib/notices"],
  ["lib/audit"],
  ["lib/identity"],
  ["lib/db"],
  ["lib/runtime"],
  ["lib/kernel"],
];

const isUnder = (path, folder) => path === folder || path.startsWith(`${folder}/`);
const levelOf = (path) => layers.findIndex((line) => line.some((folder) => isUnder(path, folder)));
const folderOf = (path) => layers.flat().find((folder) => isUnder(path, folder));
const isTest = (path) => /(^|\/)test-[^/]+\.ts$|-fixture\.ts$|\.(test|spec)\.(ts|tsx|mjs)$/.test(path);

function toProjectPath(context) {
  return relative(context.cwd, context.filename);
}

/** The project path that an import names, or null for a package. */
function toTarget(file, source) {
  if (source.startsWith("@/")) return join(source.slice(2));
  if (source.startsWith(".")) return join(dirname(file), source);
  return null;
}

function isTypeOnly(node) {
  if (node.importKind === "type" || node.exportKind === "type") return true;
  const specifiers = node.specifiers ?? [];
  return specifiers.length > 0 && specifiers.every((each) => each.importKind === "type" || each.exportKind === "type");
}

/** Calls `check(file, target, source, node, isType)` for each import of any form. */
function eachImport(check) {
  return (context) => {
    const file = toProjectPath(context);
    const visit = (node) => {
      const source = node.source?.value;
      if (typeof source !== "string") return;
      const message = check({ file, source, target: toTarget(file, source), isType: isTypeOnly(node), context });
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: visit,
      ImportExpression: visit,
      ExportNamedDeclaration: visit,
      ExportAllDeclaration: visit,
    };
  };
}

function hasDirective(context, text) {
  return context.sourceCode.ast.body.some((statement) => statement.directive === text);
}

function checkLayer({ file, target, isType }) {
  if (target === null || isTest(file)) return null;
  const from = levelOf(file);
  const to = levelOf(target);
  if (isUnder(target, "lib") && to === -1)
    return `${target} is in no line of the import table in tools/architecture.mjs.`;
  if (from === -1) return null;
  if (from === 0 && isUnder(target, "prisma") && !isUnder(file, "cli")) return "Only cli/ may use prisma/demo.";
  if (isUnder(target, "tools") || isUnder(target, "e2e")) return "The product does not import its tools or tests.";
  if (from > 0 && isUnder(target, "components")) return "lib/ does not import components.";
  if (to === -1 || folderOf(file) === folderOf(target)) return null;
  if (from === 0 && to === 0) return `Doors do not import each other (${folderOf(file)} → ${folderOf(target)}).`;
  if (to > from) return null;
  const what = isType ? "even a type of " : "";
  return `${folderOf(file)} may not import ${what}${folderOf(target)}: imports go downwards only (docs/architecture.md).`;
}

function checkKernel({ file, target, source }) {
  if (!isUnder(file, "lib/kernel") || isTest(file)) return null;
  return target !== null && isUnder(target, "lib/kernel")
    ? null
    : `lib/kernel is pure and imports nothing from outside: ${source}.`;
}

function checkComponent({ file, target, isType }) {
  if (!isUnder(file, "components") || isTest(file) || target === null) return null;
  if (isUnder(target, "components") || isUnder(target, "lib/kernel")) return null;
  if (isType && isUnder(target, "lib")) return null;
  return "components/ imports values only from lib/kernel and components (types from all of lib).";
}

function checkClientFile({ file, target, isType, context }) {
  if (target === null || isType || isTest(file) || !hasDirective(context, "use client")) return null;
  if (!isUnder(target, "lib") || isUnder(target, "lib/kernel")) return null;
  return 'A file with "use client" imports no values from lib/ but those of lib/kernel: they would reach the browser.';
}

function checkGeneratedClient({ file, target, isType }) {
  if (target === null || !isUnder(target, "lib/db/generated") || isUnder(file, "lib/db")) return null;
  if (isType && isUnder(file, "lib")) return null;
  return "Only lib/db imports the generated database client (other folders of lib its types).";
}

function checkWritableClient({ file, target, isType }) {
  if (target === null || !/^lib\/db\/client(\.ts)?$/.test(target) || isTest(file)) return null;
  if (isUnder(file, "lib/db") || isUnder(file, "lib/audit")) return null;
  if (isType && isUnder(file, "lib")) return null;
  return "Only lib/db and lib/audit hold the writable client: write through commit(), read through reader.";
}

function checkInternal({ file, target }) {
  const [owner, ...rest] = target?.split("/internal") ?? [];
  if (target === null || rest.length === 0 || isUnder(file, owner)) return null;
  return `${owner}/internal is private to ${owner}.`;
}

function checkParentPath({ file, source }) {
  // Plain JavaScript runs without the loader that knows the alias.
  return !file.endsWith(".mjs") && source.startsWith("..")
    ? "Write @/… instead of a path through parent folders."
    : null;
}

/** A name that is imported and then exported is a re-export too. */
function createNoReExport(context) {
  const imported = new Set();
  const message = "No re-exports and no barrels: import each thing from the file that defines it.";
  return {
    ImportDeclaration: (node) => node.specifiers.forEach((each) => imported.add(each.local.name)),
    ExportAllDeclaration: (node) => context.report({ node, message }),
    ExportNamedDeclaration: (node) => {
      if (node.source) context.report({ node, message });
    },
    "Program:exit": (program) => {
      for (const node of program.body) {
        const isIt = node.type === "ExportNamedDeclaration" && !node.source;
        if (isIt && node.specifiers.some((each) => imported.has(each.local.name))) context.report({ node, message });
      }
    },
  };
}

function createNamedFolders(context) {
  const bad = toProjectPath(context)
    .split("/")
    .slice(0, -1)
    .find((folder) => ["utils", "util", "helpers", "helper", "common", "shared", "misc"].includes(folder));
  const message = `A folder is a noun of the glossary, not "${bad}".`;
  return { Program: (node) => bad && context.report({ node, message }) };
}

function createEnvOnce(context) {
  const file = toProjectPath(context);
  const may = [
    "lib/runtime",
    "cli/start",
    "cli/start.mjs",
    "cli/sample-agent.ts",
    "cli/verify-log.ts",
    "tools",
    "e2e",
  ].some((folder) => isUnder(file, folder));
  if (may || isTest(file) || /^[^/]+\.config\.(ts|mjs|js)$/.test(file)) return {};
  const message = "Settings are parsed once: use getEnv() of lib/runtime/env instead of process.env.";
  const nameOf = (node) => (node.computed ? node.property.value : node.property.name);
  // These two are not settings: Next writes them into the code when it builds.
  const isBuiltIn = (node) => ["NODE_ENV", "NEXT_RUNTIME"].includes(nameOf(node));
  // Writing one hands a parsed setting on to a library.
  const isWritten = (node) => node.parent.type === "AssignmentExpression" && node.parent.left === node;
  const isSetting = (node) => !isBuiltIn(node) && !isWritten(node);
  return {
    MemberExpression: (node) => {
      const isEnv = node.object.type === "Identifier" && node.object.name === "process" && nameOf(node) === "env";
      if (isEnv && (node.parent.type !== "MemberExpression" || isSetting(node.parent)))
        context.report({ node, message });
    },
    ImportDeclaration: (node) => {
      if (/^(node:)?process$/.test(node.source.value)) context.report({ node, message });
    },
  };
}

function createNoDoubleAssertion(context) {
  return {
    TSAsExpression: (node) => {
      const inner = node.expression;
      if (inner.type === "TSAsExpression" && inner.typeAnnotation.type === "TSUnknownKeyword") {
        context.report({
          node,
          message: "No `as unknown as`: parse the value, or give it the right type where it is made.",
        });
      }
    },
  };
}

function createPureKernel(context) {
  const file = toProjectPath(context);
  if (!isUnder(file, "lib/kernel") || isTest(file)) return {};
  const message = "lib/kernel decides without clock or chance: take them as arguments.";
  return {
    MemberExpression: (node) => {
      const name = `${node.object.name}.${node.property.name}`;
      if (name === "Date.now" || name === "Math.random") context.report({ node, message });
    },
    NewExpression: (node) => {
      if (node.callee.name === "Date" && node.arguments.length === 0) context.report({ node, message });
    },
  };
}

const rule = (create) => ({ create });

export default {
  meta: { name: "house" },
  rules: {
    layers: rule(eachImport(checkLayer)),
    "kernel-imports": rule(eachImport(checkKernel)),
    "component-imports": rule(eachImport(checkComponent)),
    "client-file-imports": rule(eachImport(checkClientFile)),
    "generated-client": rule(eachImport(checkGeneratedClient)),
    "writable-client": rule(eachImport(checkWritableClient)),
    "internal-is-private": rule(eachImport(checkInternal)),
    "no-parent-path": rule(eachImport(checkParentPath)),
    "no-re-export": rule(createNoReExport),
    "named-folders": rule(createNamedFolders),
    "env-once": rule(createEnvOnce),
    "no-double-assertion": rule(createNoDoubleAssertion),
    "pure-kernel": rule(createPureKernel),
  },
};
