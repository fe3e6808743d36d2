import { beforeAll, describe, expect, it } from "vitest";
import { runSql } from "@/lib/catalog/test-discovery";
import { createTestDatabase } from "@/lib/db/test-database";
import { addReader, listEvents, makeTestData, type TestAgent } from "@/lib/gateway/gateway-fixture";
import { type Answer, type CallOptions, startTestGate } from "./gate-fixture";

await createTestDatabase();
/** What the attacker is after, in every protected column of one row that it can name by a clear field. */
const SECRET = "rosalind.kettering";
const data = await makeTestData(`
  CREATE TABLE people (id int PRIMARY KEY, nick text, masked text, tokenised text, redacted text, generalised text, withheld text,
                       doc_masked jsonb, doc_withheld jsonb, score numeric);
  INSERT INTO people SELECT i, 'nick' || i, v, v, v, v, v, jsonb_build_object('name', v), jsonb_build_object('name', v), length(v)
  FROM (SELECT i, CASE i WHEN 7 THEN '${SECRET}' ELSE 'other.person' || i END AS v FROM generate_series(1, 12) i) rows;
  UPDATE people SET nick = '${SECRET}' WHERE id = 7`);
const FIELDS = {
  id: "clear",
  nick: "clear",
  masked: "mask",
  tokenised: "tokenise",
  redacted: "redact",
  generalised: "generalise",
  doc_masked: "mask",
  score: "generalise",
} as const;
const PROTECTED = ["masked", "tokenised", "redacted", "generalised", "withheld", "doc_masked", "doc_withheld"] as const;
const { call } = await startTestGate();
const purpose = "customer_support";

let agent: TestAgent;
beforeAll(async () => {
  agent = await addReader(data, [{ dataset: "people", fields: FIELDS }]);
});

const read = (body: object): Promise<Answer> =>
  call("POST", "/v1/read", { key: agent.key, body: { dataset: "people", purpose, fields: ["id"], ...body } });
const send = (path: string, options: CallOptions) => call("POST", path, { key: agent.key, ...options });

/** All that an attacker sees of an answer, without ids that differ each time and its own guess in a name that is not known. */
const see = ({ status, text }: Answer): string =>
  `${status} ${text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "")
    .replaceAll(/LIKE '[^']*%'/g, "LIKE")
    .replaceAll(/"nextCursor":"[^"]+"/g, '"nextCursor":"some"')}`;

type Attack = (field: string, guess: string) => Promise<Answer>;
const isRow7 = { field: "id", op: "eq", value: 7 };
const where =
  (op: string, toValue: (guess: string) => unknown = (guess) => guess): Attack =>
  (field, guess) =>
    read({ where: [isRow7, { field, op, value: toValue(guess) }] });

const ATTACKS: Readonly<Record<string, Attack>> = {
  equality: where("eq"),
  inequality: where("ne"),
  "a list": where("in", (guess) => [guess, "x"]),
  "a prefix": where("prefix"),
  "LIKE in a prefix": where("prefix", (guess) => `${guess}%`),
  "a range": where("gte"),
  "a range from above": where("lt"),
  "counting without the clear condition": (field, guess) => read({ where: [{ field, op: "prefix", value: guess }] }),
  "a decision without a read": (field, guess) =>
    send("/access/v1/evaluation", {
      body: {
        subject: { type: "agent", id: agent.agentId },
        action: { name: "read", properties: { guess } },
        resource: { type: "dataset", id: "people", properties: { fields: ["id"], filterFields: [field], guess } },
        context: { purpose },
      },
    }),
  "a name said twice in one condition": (field, guess) =>
    send("/v1/read", {
      text: `{"dataset":"people","purpose":"${purpose}","fields":["id"],"where":[{"field":"id","field":"${field}","op":"eq","op":"prefix","value":7,"value":"${guess}"}]}`,
    }),
  "a path into a document": (field, guess) =>
    read({ where: [{ field: `${field}->>'name'`, op: "prefix", value: guess }] }),
  "an expression as a name": (field, guess) =>
    read({ where: [{ field: `id" = 7 AND t."${field}" LIKE '${guess}%' --`, op: "is_not_null" }] }),
  "an expression to order by": (field, guess) =>
    read({ orderBy: [{ field: `(CASE WHEN ${field} LIKE '${guess}%' THEN 1 ELSE 1/0 END)` }] }),
  "an error in the value": where(
    "eq",
    (guess) => `' OR 1/(SELECT count(*) FROM people WHERE masked LIKE '${guess}%') = 1 --`,
  ),
};

/**
 * For the characters at some places, everything before them known: at how many the answers to the right one and to others differ at
 * all.
 */
async function countRecovered(attack: Attack, field: string): Promise<number> {
  let recovered = 0;
  for (const place of [0, 9, SECRET.length - 1]) {
    const right = SECRET[place] ?? "";
    const letters = [right, ...[..."zakm"].filter((letter) => letter !== right).slice(0, 3)];
    const seen = await Promise.all(
      letters.map(async (letter) => {
        const guess = SECRET.slice(0, place) + letter;
        return see(await attack(field, guess));
      }),
    );
    if (new Set(seen).size > 1) recovered += 1;
  }
  return recovered;
}

describe("an attacker who knows everything but one character", () => {
  it("would find it by the same means where the field is clear: this suite can see a leak", async () => {
    for (const name of ["a prefix", "a range from above", "counting without the clear condition"]) {
      const attack = ATTACKS[name];
      expect([name, attack === undefined ? 0 : await countRecovered(attack, "nick")]).toEqual([name, 3]);
    }
  });

  it.each(Object.entries(ATTACKS))("recovers 0 characters of any protected field by %s", async (_, attack) => {
    for (const field of PROTECTED) expect([field, await countRecovered(attack, field)]).toEqual([field, 0]);
  });

  it("is refused all of these before the source is asked, so that no time of it tells anything", async () => {
    const before = (await listEvents({ agentId: agent.agentId, action: "access.completed" })).length;
    for (const field of PROTECTED) {
      const answer = await read({ where: [{ field, op: "eq", value: SECRET }] });
      expect(answer.body).toMatchObject({ status: 403, code: "filter_on_protected_field" });
      const ordered = await read({ orderBy: [{ field }] });
      expect(ordered.body).toMatchObject({ status: 403, code: "order_on_protected_field" });
      for (const op of ["is_null", "is_not_null"])
        expect((await read({ where: [{ field, op }] })).body["code"]).toBe("filter_on_protected_field");
    }
    expect((await listEvents({ agentId: agent.agentId, action: "access.completed" })).length).toBe(before);
  });
});

describe("what comes back", () => {
  const clear = async (body: object = {}): Promise<string> => see(await read({ fields: ["id", "nick"], ...body }));

  it("is the same rows, in the same order, with the same pages, whatever stands in the protected fields", async () => {
    const ask = () =>
      Promise.all([
        clear(),
        clear({ limit: 5 }),
        clear({ orderBy: [{ field: "nick", direction: "desc" }], limit: 3 }),
        clear({ where: [{ field: "nick", op: "prefix", value: "nick1" }] }),
      ]);
    const before = await ask();
    await runSql(
      data.source.url,
      "UPDATE people SET masked = md5(masked), tokenised = NULL, redacted = repeat('x', id * 50), withheld = md5(withheld), generalised = '', doc_withheld = '[]', doc_masked = NULL, score = -score",
    );
    expect(await ask()).toEqual(before);
  });

  it("has a cursor that holds nothing readable, and opens for nothing but its own query", async () => {
    const asked = { fields: ["id", "masked"], limit: 2 };
    const cursor = String((await read(asked)).body["nextCursor"]);
    const bytes = Buffer.from(cursor, "base64url").toString("latin1");
    for (const word of [SECRET, "other", "person", "nick", "values"]) expect(bytes).not.toContain(word);
    const flipped = `${cursor.startsWith("A") ? "B" : "A"}${cursor.slice(1)}`;
    expect((await read({ ...asked, cursor: flipped })).body["code"]).toBe("invalid_input");
    expect((await read({ ...asked, fields: ["id"], cursor })).body["code"]).toBe("invalid_input");
    expect((await read({ ...asked, cursor })).status).toBe(200);
    // A cursor over the same rows is another each time: equal positions are not told by equal cursors.
    expect((await read(asked)).body["nextCursor"]).not.toBe(cursor);
  });

  it("shows a protected field once and treated, however often and under whatever spelling it is asked for", async () => {
    await runSql(data.source.url, `UPDATE people SET redacted = '${SECRET}', withheld = '${SECRET}'`);
    const answer = await read({ fields: ["redacted", "redacted", "withheld", "id"], where: [isRow7] });
    expect(answer.text).not.toContain(SECRET);
    expect(Object.keys(Object(answer.body["rows"])[0] as object)).toEqual(["redacted", "id"]);
    for (const name of [
      "REDACTED",
      "redacted ",
      "t.redacted",
      'redacted"',
      "redacted::text",
      "*",
      "doc_withheld->'name'",
      "people",
    ])
      expect((await read({ fields: [name] })).body["code"]).toBe("field_unknown");
  });
});
