import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROUTES } from "@/gate/app";
import { PERMISSIONS, type Permission } from "@/lib/identity/permissions";
import { VERBS } from "@/lib/identity/registry";

type VerbKey = keyof typeof VERBS;
export type Door = { door: string; verbs: readonly string[]; permissions: readonly Permission[] };
export type Endpoint = { method: string; path: string; keys: readonly string[] };

/** What people reach before they are signed in, or by a link of their own: their verbs are for `anonymous`. */
export const OPEN_PAGES = ["app/(sign-in)/", "app/(vendor)/", "app/api/auth/"];

const isVerb = (key: string): key is VerbKey => Object.hasOwn(VERBS, key);
const isPermission = (name: string): name is Permission => Object.hasOwn(PERMISSIONS, name);

function listSources(folder: string): { file: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file: join(folder, file), text: readFileSync(join(folder, file), "utf8") }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The verbs that a file takes from lib, by the names that it calls them. */
function findVerbs(text: string): Map<string, VerbKey> {
  const imports = [...text.matchAll(/^import (?!type )\{([^}]*)\} from "@\/lib\/([^"]+)";/gms)];
  return new Map(
    imports.flatMap(([, names = "", key = ""]) => {
      const verb = (key.split("/")[1] ?? "").replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      return isVerb(key) && names.includes(verb) ? [[verb, key] as const] : [];
    }),
  );
}

function toDoor(door: string, verbs: readonly VerbKey[]): Door {
  const unique = [...new Set(verbs)].sort();
  return { door, verbs: unique, permissions: [...new Set(unique.map((key) => VERBS[key].permission))].sort() };
}

/** Pages and routes of the console with the permission that opens each. Throws for one that asks for none, or for one that is unknown. */
export function listPages(): { file: string; permission: Permission }[] {
  return listSources("app")
    .filter(({ file }) => /\/(page|route)\.tsx?$/.test(file) && !OPEN_PAGES.some((open) => file.startsWith(open)))
    .map(({ file, text }) => {
      const permission = /requireContext\("([^"]+)"\)/.exec(text)?.[1] ?? "";
      if (!isPermission(permission)) throw new Error(`${file} asks for no permission that there is`);
      return { file, permission };
    });
}

/** Server actions with the verbs that each reaches. Throws for one that reaches none. */
export function listActions(): Door[] {
  return listSources("app")
    .filter(({ text }) => /^"use server";/.test(text))
    .flatMap(({ file, text }) => {
      const verbs = findVerbs(text);
      const reach = (body: string) =>
        [...verbs].flatMap(([name, key]) => (new RegExp(`\\b${name}\\b`).test(body) ? [key] : []));
      const functions = text.split(/^(?=(?:export )?(?:async )?function )/m).slice(1);
      const steps = new Map(
        functions.map((body) => [/function (\w+)/.exec(body)?.[1] ?? "", reach(body.slice(body.indexOf("{")))]),
      );
      return functions
        .filter((body) => body.startsWith("export async function"))
        .map((body) => {
          const name = /function (\w+)/.exec(body)?.[1] ?? "";
          const inside = body.slice(body.indexOf("{"));
          const through = [...steps].filter(([step]) => step !== name && new RegExp(`\\b${step}\\(`).test(inside));
          const reached = [...reach(inside), ...through.flatMap(([, keys]) => keys)];
          if (reached.length === 0) throw new Error(`${name} of ${file} reaches no verb of the registry`);
          return toDoor(`${file.replace(/^app\//, "").replace(/\/actions\.ts$/, "")} ${name}`, reached);
        });
    });
}

/** Addresses of the gate with the kinds of keys that count there; none where it is open. */
export function listEndpoints(): Endpoint[] {
  return ROUTES.flatMap(({ path, isOpen, keys, handlers }) =>
    Object.keys(handlers).map((method) => ({ method, path, keys: isOpen === true ? [] : (keys ?? ["agent"]) })),
  );
}

/** MCP tools with the verb that each calls. Throws for one that calls none. */
export function listTools(): Door[] {
  return listSources("gate/mcp").flatMap(({ text }) => {
    const verbs = findVerbs(text);
    return text
      .split(/registerTool\(/)
      .slice(1)
      .map((part) => {
        const name = /^\s*"(\w+)"/.exec(part)?.[1] ?? "";
        const called = [...verbs].flatMap(([verb, key]) => (new RegExp(`\\b${verb}\\(`).test(part) ? [key] : []));
        if (name === "" || called.length === 0) throw new Error(`the tool ${name} calls no verb of the registry`);
        return toDoor(name, called);
      });
  });
}
