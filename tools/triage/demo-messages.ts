import { fillTemplate } from "@/prisma/demo/texts/fill-template";
import { ORDINARY_THEMES, SENSITIVE_THEMES, type Theme } from "@/prisma/demo/texts/ticket-pack";
import { TICKET_PACKS } from "@/prisma/demo/texts/ticket-packs";
import type { LabelledMessage } from "./labelled-messages";
import { SeededRandom } from "./random";

const SLOTS: Readonly<Record<string, string>> = {
  name: "Marta Brandt",
  first: "Marta",
  company: "Brandt Wassertechnik",
  phone: "+49 7161 555 010",
  mobile: "+49 171 555 0199",
  email: "marta@brandt.example",
  address: "Gartenweg 4, 73033 Göppingen",
  newAddress: "12 Mill Lane, Leeds",
  city: "Leeds",
  order: "order 48213",
  invoice: "invoice RE-20931",
  amount: "€1,240.00",
  part: "€980.00",
  sku: "KV-200-16",
  product: "KV 200 ball valve",
  qty: "12",
  date: "3 March",
  later: "28 March",
  days: "6",
  pct: "5",
  account: "DE02 1203 0000 0000 2020 51",
  card: "4111 1111 1111 1111",
  last4: "1111",
  cardRef: "CR-88121",
  serial: "S-55120",
  agent: "Jonas",
  agentEmail: "jonas@quellmar.example",
  agentPhone: "+49 7161 555 011",
  rep: "Petra",
  other: "Ivo Lang",
  otherPhone: "+49 171 555 0123",
  otherEmail: "ivo@brandt.example",
  competitor: "Armatec",
  time: "10:00",
};
const KIND: Readonly<Partial<Record<Theme, LabelledMessage["label"]>>> = {
  complaint: "complaint",
  payment_dispute: "payment_dispute",
  legal_threat: "legal_issue",
  unusual_request: "unusual_request",
};

/** Messages from the demo company's ticket texts: written for this project, by others than the training texts, and never trained on. */
export function makeDemoMessages(): LabelledMessage[] {
  const random = new SeededRandom(11);
  const fill = (template: string) => fillTemplate(random, template, (slot) => SLOTS[slot] ?? "KV 200");
  return Object.entries(TICKET_PACKS).flatMap(([language, pack]) =>
    [...ORDINARY_THEMES, ...SENSITIVE_THEMES].flatMap((theme) => {
      const { subjects, openings, details } = pack.themes[theme];
      return openings.flatMap((opening, number) => [
        { source: `demo ${language}`, label: KIND[theme] ?? "ordinary", text: fill(opening), also: [] },
        {
          source: `demo ${language}`,
          label: KIND[theme] ?? "ordinary",
          text: [
            fill(subjects[number % subjects.length] ?? ""),
            `${fill(random.pick(pack.greetings, ""))}\n${fill(opening)} ${fill(random.pick(details, ""))}`,
            fill(random.pick(pack.closings, "")),
          ].join("\n\n"),
          also: [],
        },
      ]);
    }),
  );
}
