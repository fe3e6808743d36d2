import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { VERBS } from "@/lib/identity/registry";

const SOURCES = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith(".test.ts"))
  .map((file) => ({ file: join("app", file), text: readFileSync(join("app", file), "utf8") }));
const ACTIONS = SOURCES.filter(({ text }) => /^\s*["']use server["']/m.test(text));
const PAGES = SOURCES.filter(({ file }) => /app\/\(console\)\/.*(page|route)\.tsx?$/.test(file));

const VERB_KEYS = new Set(Object.keys(VERBS));

function toFunctionName(key: string): string {
  return (key.split("/")[1] ?? "").replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** What a door may take from lib/ besides verbs: words, pure decisions, and who is asking. */
const FREE = /^(kernel\/|identity\/(new-context|authorize|permissions|request-context)$|runtime\/is-uuid$)/;

function valueImportsFromLib(text: string): string[] {
  return [...text.matchAll(/^import (?!type )[^;]*? from "@\/lib\/([^"]+)";/gms)].map((match) => match[1] ?? "");
}

test("the files of the console were read", () => {
  expect(ACTIONS.length).toBeGreaterThanOrEqual(4);
  expect(PAGES.length).toBeGreaterThanOrEqual(4);
});

describe.each(ACTIONS)("$file", ({ file, text }) => {
  test("is an actions file, marked as such in its first line", () => {
    expect(file).toMatch(/\/actions\.ts$/);
    expect(text).toMatch(/^"use server";/);
  });

  test("takes from lib only verbs of the registry", () => {
    for (const source of valueImportsFromLib(text))
      expect(VERB_KEYS.has(source) || FREE.test(source), source).toBe(true);
    expect(text).not.toMatch(/lib\/db|audit\/commit|audit\/record|prisma/);
  });

  test("calls a verb in each action it offers, with the context of the request", () => {
    const names = valueImportsFromLib(text)
      .filter((source) => VERB_KEYS.has(source))
      .map(toFunctionName);
    const [, ...actions] = text.split(/^export async function /m);
    expect(actions.length).toBeGreaterThan(0);
    const bodies = text.split(/^(?:export )?(?:async )?function /m).slice(1);
    const withVerb = bodies.filter((body) =>
      names.some((name) => body.includes(`${name}(`) || body.includes(`${name},`)),
    );
    const steps = withVerb.map((body) => /^\w+/.exec(body)?.[0] ?? "");
    for (const action of actions) {
      const reaches = [...names, ...steps].some((name) =>
        new RegExp(`\\b${name}\\b`).test(action.slice(action.indexOf("{"))),
      );
      expect(reaches, action.slice(0, action.indexOf("("))).toBe(true);
    }
  });
});

test.each(PAGES)("$file asks who is there and for a permission", ({ text }) => {
  expect(text).toMatch(/await requireContext\("[a-z_]+:[a-z_]+"\)/);
});
