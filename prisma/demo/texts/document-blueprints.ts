export interface DocumentBlueprint {
  readonly category: "pricing" | "contract" | "procedure" | "access" | "personnel" | "finance" | "meeting";
  readonly classification: "internal" | "confidential" | "strictly_confidential";
  readonly language: "de" | "en" | "fr" | "pt" | "hi";
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly tags: readonly string[];
  /** Written about one customer. */
  readonly isAboutCustomer?: boolean;
}

/** Slots: see generate-internal-documents.ts. Passwords, codes and keys are made up and open nothing. */
export const DOCUMENT_BLUEPRINTS: readonly DocumentBlueprint[] = [
  {
    category: "pricing",
    classification: "confidential",
    language: "en",
    title: "Price policy {country} {year}",
    tags: ["prices", "policy"],
    paragraphs: [
      "List prices for {country} rise by {pct}% on {date}. The floor for dealers is {floor}% off list, for key accounts {deep}%.",
      "[Anything deeper|Every exception] is signed by {boss}. Do not quote the floor in writing.",
      "Cost basis: castings {price} per kg, machining {price2} per hour. These figures stay in the house.",
      "Questions to {owner}, {ownerPhone}.",
    ],
  },
  {
    category: "pricing",
    classification: "strictly_confidential",
    language: "de",
    title: "Preisliste intern {year}, Stand {date}",
    tags: ["preise", "marge"],
    paragraphs: [
      "Einstand {sku}: {price}, Listenpreis {price2}, Deckungsbeitrag {margin} %.",
      "Händler A erhalten {floor} %, Händler B {pct} %. Sondernachlass bis {deep} % nur durch {boss}.",
      "Gegen {competitor} darf bis {deep} % gegangen werden, [befristet bis {date}|nur im Süden].",
    ],
  },
  {
    category: "contract",
    classification: "confidential",
    language: "en",
    title: "Frame contract {customer} {year}",
    tags: ["contract"],
    isAboutCustomer: true,
    paragraphs: [
      "Parties: Quellmar Armaturen GmbH, Göppingen, and {customer}, {address}, represented by {contact}.",
      "Volume {amount} a year, discount {floor}%, bonus {pct}% above target, payment within {days} days to {account}.",
      "Penalty for late delivery: 0.5% a week, at most 5%. Liability is capped at {amount}.",
      "Signed by {contact} ({contactEmail}) and {boss} on {date}.",
    ],
  },
  {
    category: "contract",
    classification: "confidential",
    language: "de",
    title: "Rahmenvertrag {customer}",
    tags: ["vertrag", "rahmen"],
    isAboutCustomer: true,
    paragraphs: [
      "Zwischen der Quellmar Armaturen GmbH und {customer}, {address}, vertreten durch {contact}.",
      "Jahresmenge {amount}, Rabatt {floor} %, Rückvergütung {pct} % ab Zielerreichung, Zahlungsziel {days} Tage.",
      "Geheimhaltung: fünf Jahre. Konditionen gegenüber {competitor} dürfen nicht offengelegt werden.",
      "Ansprechpartner: {contact}, {contactPhone}, {contactEmail}.",
    ],
  },
  {
    category: "contract",
    classification: "strictly_confidential",
    language: "en",
    title: "Settlement with {customer}",
    tags: ["legal", "settlement"],
    isAboutCustomer: true,
    paragraphs: [
      "To settle the claim over the damage of {date}, Quellmar pays {amount} to {account} without admitting fault.",
      "{customer}, {address}, withdraws the claim. Counsel for the other side: {person}, {personPhone}.",
      "Neither side speaks about the amount.",
    ],
  },
  {
    category: "access",
    classification: "strictly_confidential",
    language: "en",
    title: "Access to the {city} warehouse",
    tags: ["access", "warehouse"],
    paragraphs: [
      "The door code for the {city} warehouse is {code}#, changed on {date}. The alarm is switched off with {code2}.",
      "Spare key with {person}, {personPhone}. [Never leave a driver alone inside.|Log every entry.]",
      "Camera system: user lager, password {password}.",
    ],
  },
  {
    category: "access",
    classification: "strictly_confidential",
    language: "de",
    title: "Zugänge Werk {city}",
    tags: ["zugang", "passwort"],
    paragraphs: [
      "Türcode Halle {gate}: {code}. Tresor im Musterraum: {code2}.",
      "WLAN Werkstatt: Quellmar-Prod, Kennwort {password}.",
      "Fernwartung Prüfstand: Benutzer pruefstand, Kennwort {password2}. [Bitte nicht weitergeben.|Wechsel jedes Quartal.]",
      "Verantwortlich: {owner}, {ownerPhone}.",
    ],
  },
  {
    category: "access",
    classification: "strictly_confidential",
    language: "en",
    title: "Integration notes: {system}",
    tags: ["api", "integration"],
    paragraphs: [
      "The {system} interface runs every {days} minutes. The live API key is {apiKey}; the test key is {apiKey2}.",
      "Database: host erp.quellmar.example, user {dbUser}, password {password}.",
      "If it stops, call {person} ({personPhone}). Do not paste keys into tickets.",
    ],
  },
  {
    category: "procedure",
    classification: "internal",
    language: "en",
    title: "How to answer complaints",
    tags: ["support", "complaints"],
    paragraphs: [
      "Answer within one working day. Goodwill up to {price} needs no approval, up to {price2} the team lead, above that {boss}.",
      "Never admit a defect in writing before quality has seen the valve.",
      "Threats of legal action go to {person} ({personEmail}) unanswered.",
    ],
  },
  {
    category: "procedure",
    classification: "internal",
    language: "de",
    title: "Ablauf Rückbuchungen",
    tags: ["zahlung", "chargeback"],
    paragraphs: [
      "Eine Rückbuchung wird am selben Tag von {owner} geprüft. Frist der Kartengesellschaft: {days} Tage.",
      "Belege: Auftrag, Lieferschein, Unterschrift. Keine vollständigen Kartennummern per Mail, [auch nicht auf Wunsch des Kunden|niemals].",
      "Ab {price2} entscheidet {boss} mit.",
    ],
  },
  {
    category: "procedure",
    classification: "internal",
    language: "fr",
    title: "Procédure de retour {year}",
    tags: ["retours"],
    paragraphs: [
      "Tout retour porte un numéro donné par le service. Délai de contrôle : {days} jours.",
      "Frais de remise en stock {pct} %, sauf erreur de notre part. Contact {owner}, {ownerPhone}.",
      "Avoir au-delà de {price2} : accord de {boss}.",
    ],
  },
  {
    category: "procedure",
    classification: "internal",
    language: "pt",
    title: "Atendimento por WhatsApp",
    tags: ["suporte"],
    paragraphs: [
      "Responder em até {days} minutos no horário comercial. Nunca pedir número de cartão.",
      "Reclamações e ameaças de processo: encaminhar para {person}, {personPhone}.",
      "Desconto acima de {floor}% só com {boss}.",
    ],
  },
  {
    category: "procedure",
    classification: "internal",
    language: "hi",
    title: "Dealer visit ke niyam",
    tags: ["sales", "dealer"],
    paragraphs: [
      "Har visit ke baad note 2 din mein. {floor}% se zyada discount {boss} ke bina nahi.",
      "Dealer ki rate list kisi aur ko mat dikhana. Sawal ho toh {owner}, {ownerPhone}.",
    ],
  },
  {
    category: "personnel",
    classification: "strictly_confidential",
    language: "de",
    title: "Gehaltsrunde {year}",
    tags: ["personal", "gehalt"],
    paragraphs: [
      "Erhöhung im Mittel {pct} %. {person}: von {price2} auf {salary} im Monat, Begründung: Abwerbung durch {competitor}.",
      "{owner} erhält eine Einmalzahlung. Mitarbeiter in Wiedereingliederung werden gesondert betrachtet.",
      "Nicht vor dem {date} bekannt geben.",
    ],
  },
  {
    category: "personnel",
    classification: "strictly_confidential",
    language: "en",
    title: "Warning letter, {person}",
    tags: ["hr"],
    paragraphs: [
      "{person}, {personAddress}, was late {days} times since {date} and shared a dealer price list by private mail ({personEmail}).",
      "A doctor's note about a back condition was handed in later. Works council heard. Next step: {boss}.",
    ],
  },
  {
    category: "finance",
    classification: "confidential",
    language: "en",
    title: "Credit watch list {date}",
    tags: ["credit", "risk"],
    isAboutCustomer: true,
    paragraphs: [
      "{customer}: open {amount}, pays {days} days late, limit cut to {price2}. Contact {contact}, {contactPhone}.",
      "Rumour of a sale to {competitor}; ship against prepayment only.",
      "Bank details changed twice this year ({account}); call back before paying anything out.",
    ],
  },
  {
    category: "finance",
    classification: "strictly_confidential",
    language: "de",
    title: "Liquiditätsplan {year}",
    tags: ["finanzen"],
    paragraphs: [
      "Kreditlinie {amount} bei der Hausbank, Konto {account}, Covenants bis {date} eingehalten.",
      "Größtes Risiko: Verlust des Rahmenvertrags in {city}. Ergebnis vor Steuern {margin} % vom Umsatz.",
      "Nur für {boss} und {owner}.",
    ],
  },
  {
    category: "meeting",
    classification: "confidential",
    language: "en",
    title: "Minutes of the sales meeting, {date}",
    tags: ["minutes", "sales"],
    paragraphs: [
      "Present: {boss}, {owner}, {person}.",
      "{competitor} undercuts us by {pct}% in {city}; answer with {floor}% for three months, [quietly|key accounts only].",
      "The recall of series {sku} ({days} leaks known) will be told to dealers on {date}, not before.",
      "Action: {owner} calls {contact} at {contactPhone}.",
    ],
    isAboutCustomer: true,
  },
  {
    category: "meeting",
    classification: "strictly_confidential",
    language: "de",
    title: "Protokoll Geschäftsleitung {date}",
    tags: ["protokoll"],
    paragraphs: [
      "Anwesend: {boss}, {owner}. Thema: Verlagerung der Gießerei nach {city}, betroffen {days} Stellen.",
      "Übernahmegespräch mit {competitor}, Kontakt {person} ({personPhone}), Deckname Mühlrad.",
      "Kundenlisten verlassen das Haus nicht, auch nicht für den Datenraum, [solange kein NDA vorliegt|bis {date}].",
    ],
  },
];
