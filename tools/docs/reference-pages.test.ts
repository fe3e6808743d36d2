import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { writeReferencePages } from "./reference-pages";

it.each(Object.entries(writeReferencePages()))("%s says what the code says", (file, text) => {
  expect(readFileSync(file, "utf8"), "run `npm run docs`").toBe(text);
});

it("has no link to a file that is not there", () => {
  const inDocs = readdirSync("docs", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
  const pages = ["README.md", "CONTRIBUTING.md", ...inDocs.map((file) => join("docs", file))];
  const links = pages.flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)/g)].map(([, to]) => ({
      page,
      to: to ?? "",
    })),
  );
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(({ page, to }) => !existsSync(join(dirname(page), to)))).toEqual([]);
});
