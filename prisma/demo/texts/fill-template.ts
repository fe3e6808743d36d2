/** What templates need of a random stream. */
export interface Chooser {
  next(): number;
}
/** The text for a slot; null when there is no such slot, which is a mistake in the template. */
export type GetSlot = (name: string) => string | null;

type Node = string | { readonly slot: string } | { readonly choices: readonly (readonly Node[])[] };

const parsed = new Map<string, readonly Node[]>();

/** `{slot}` is filled in, `[a|b|]` is one of its parts; the two may be nested. */
export function fillTemplate(random: Chooser, template: string, getSlot: GetSlot): string {
  let nodes = parsed.get(template);
  if (!nodes) {
    nodes = parse(template, { at: 0 }, "");
    parsed.set(template, nodes);
  }
  return write(random, nodes, getSlot, template);
}

/** Every slot that a template may ask for. */
export function slotsOf(template: string): string[] {
  return [...template.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? "");
}

function write(random: Chooser, nodes: readonly Node[], getSlot: GetSlot, template: string): string {
  let text = "";
  for (const node of nodes) {
    if (typeof node === "string") text += node;
    else if ("slot" in node) {
      const value = getSlot(node.slot);
      if (value === null) throw new Error(`There is no slot "${node.slot}" for the template: ${template}`);
      text += value;
    } else
      text += write(random, node.choices[Math.floor(random.next() * node.choices.length)] ?? [], getSlot, template);
  }
  return text;
}

function parse(template: string, cursor: { at: number }, stop: string): Node[] {
  const nodes: Node[] = [];
  let plain = "";
  const flush = () => {
    if (plain) nodes.push(plain);
    plain = "";
  };
  while (cursor.at < template.length) {
    const char = template.charAt(cursor.at);
    if (stop && stop.includes(char)) break;
    cursor.at++;
    if (char === "{") {
      const end = template.indexOf("}", cursor.at);
      if (end < 0) throw new Error(`A slot is not closed in the template: ${template}`);
      flush();
      nodes.push({ slot: template.slice(cursor.at, end) });
      cursor.at = end + 1;
    } else if (char === "[") {
      flush();
      nodes.push({ choices: parseChoices(template, cursor) });
    } else plain += char;
  }
  flush();
  return nodes;
}

function parseChoices(template: string, cursor: { at: number }): Node[][] {
  const choices: Node[][] = [];
  for (;;) {
    choices.push(parse(template, cursor, "|]"));
    const end = template.charAt(cursor.at);
    if (!end) throw new Error(`A choice is not closed in the template: ${template}`);
    cursor.at++;
    if (end === "]") return choices;
  }
}
