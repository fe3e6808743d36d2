import { describe, expect, test } from "vitest";
import { readDump } from "./classification-dump";
import { toAcceptedCategories } from "./classification-labels";
import { predictColumns, readLabelledColumns } from "./classification-predict";
import { Score } from "./classification-score";

const DUMP = `CREATE TABLE public."Guest" (
    "GuestId" integer NOT NULL,
    "Name" character varying(40),
    stay_id smallint
);

CREATE TABLE stays (
    stay_id smallint NOT NULL,
    note text
);

INSERT INTO stays VALUES (1, 'It''s fine, thanks');
COPY public."Guest" ("GuestId", "Name", stay_id) FROM stdin;
1	Ana Prado	1
2	\\N	1
\\.

ALTER TABLE ONLY stays
    ADD CONSTRAINT pk_stays PRIMARY KEY (stay_id);
ALTER TABLE ONLY public."Guest"
    ADD CONSTRAINT fk FOREIGN KEY (stay_id) REFERENCES stays;
`;

describe("measuring the classification", () => {
  test("a dump's tables, keys and values are read as text", () => {
    const [guest, stays] = readDump(DUMP);
    expect(guest?.columns.map(({ column, dataType, samples }) => [column, dataType, samples])).toEqual([
      ["GuestId", "integer", ["1", "2"]],
      ["Name", "character varying", ["Ana Prado"]],
      ["stay_id", "smallint", ["1", "1"]],
    ]);
    expect(guest?.columns[2]?.references).toEqual({ table: "stays", column: "stay_id" });
    expect(stays?.columns.map(({ isPrimaryKey, samples }) => [isPrimaryKey, samples])).toEqual([
      [true, ["1"]],
      [false, ["It's fine, thanks"]],
    ]);
  });

  test("predictions come in the rows' order, one for each row", () => {
    const row = (table: string, column: string) =>
      JSON.stringify({ source: "x", schema: "x", table, column, samples: [], native: "", pii: false });
    const rows = readLabelledColumns(
      [row("customers", "email"), row("products", "price"), row("customers", "id")].join("\n"),
    );
    expect(predictColumns(rows).map(({ column, pii }) => [column, pii])).toEqual([
      ["email", true],
      ["price", false],
      ["id", true],
    ]);
  });

  test("the most exact label of the outside data decides which categories are right", () => {
    expect(toAcceptedCategories("user.contact.address.city")).toEqual(["address"]);
    expect(toAcceptedCategories("user.contact.email")).toEqual(["email"]);
    expect(toAcceptedCategories("personal")).toBeNull();
  });

  test("recall and precision are of the personal columns, and absent where there are none", () => {
    const score = new Score();
    expect([score.recall, score.precision]).toEqual([null, null]);
    for (const [is, flagged] of [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ] as const)
      score.add(is, flagged);
    expect([score.recall, score.precision, score.columns]).toEqual([0.5, 0.5, 4]);
  });
});
