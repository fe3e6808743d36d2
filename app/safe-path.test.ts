import fc from "fast-check";
import { expect, test } from "vitest";
import { toSafePath } from "./safe-path";

test.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/..//evil.example",
  "/.//evil.example",
  "javascript:alert(1)",
  "/api/auth/signout",
  "",
  undefined,
  ["/agents"],
])("after signing in nobody is sent to %s", (text) => {
  expect(toSafePath(text)).toBe("/");
});

test("after signing in people land on the page they asked for, with its filters", () => {
  expect(toSafePath("/audit?decision=deny&q=a%20b&_rsc=1x")).toBe("/audit?decision=deny&q=a+b");
});

test("whatever is asked for, the next page is one of this console", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((text) => `/${text}`),
        fc.string().map((text) => `//${text}`),
      ),
      (text) => {
        const path = toSafePath(text);
        expect(path).toMatch(/^\/(?![/\\])/);
        expect(new URL(path, "https://console.example").origin).toBe("https://console.example");
      },
    ),
  );
});
