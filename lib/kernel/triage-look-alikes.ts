/** Letters of other scripts, and marks, that are read as Latin letters: "latin letter: its look-alikes". After NFKD and lower case. */
const LOOK_ALIKES = `a: аαɑаａ4@∂, b: ьЬβвƅ, c: сϲᴄ¢, d: ԁɗ, e: еεєҽ℮3ё, f: ƒϝ, g: ɡց9, h: һнհ, i: іιɩꙇ1!|ı, j: јϳ, k: κкҡ, l: ӏⅼا|1ℓ, m: мʍ, n: пոηռ,
o: оοօ0σө, p: рρ, q: ԛզ, r: гᴦ, s: ѕꜱ5$§, t: тτ7, u: υսцʋ, v: νѵᴠ, w: ԝωшա, x: хχ×, y: уγүу, z: ᴢ`;

const TO_LATIN = readTable();

function readTable(): ReadonlyMap<string, string> {
  const table = new Map<string, string>();
  for (const entry of LOOK_ALIKES.split(",")) {
    const [latin = "", signs = ""] = entry.trim().split(": ");
    for (const sign of signs) if (!table.has(sign)) table.set(sign, latin);
  }
  return table;
}

/** The Latin letter that the character is read as, or undefined. */
export function findLookAlike(character: string): string | undefined {
  return TO_LATIN.get(character);
}
