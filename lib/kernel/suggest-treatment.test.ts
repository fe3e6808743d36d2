import { describe, expect, test } from "vitest";
import { suggestTreatment } from "./suggest-treatment";
import { CATEGORIES } from "./vocabulary";

describe("suggested treatments", () => {
  test.each(["name", "phone", "email", "address", "payment_context", "identifier"] as const)(
    "what names a person is never suggested in clear: %s",
    (category) => expect(suggestTreatment(category)).not.toBe("clear"),
  );

  test.each(["credential", "special_category", "business_sensitive", "support_issue"] as const)(
    "secrets, protected data and free text about people are withheld unless somebody decides otherwise: %s",
    (category) => expect(suggestTreatment(category)).toBe("withheld"),
  );

  test("every category has a suggestion", () => {
    for (const category of CATEGORIES) expect(suggestTreatment(category)).toBeTruthy();
  });
});
