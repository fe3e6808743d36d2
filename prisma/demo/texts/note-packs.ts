export interface NotePack {
  readonly titles: readonly string[];
  readonly openings: readonly string[];
  readonly discounts: readonly string[];
  readonly competitors: readonly string[];
  readonly margins: readonly string[];
  /** What sales people should not write about people, and do. */
  readonly people: readonly string[];
  readonly nextSteps: readonly string[];
}

/** Slots: see generate-sales-notes.ts. */
export const NOTE_PACKS: Readonly<Record<"de" | "en" | "fr" | "pt" | "hi", NotePack>> = {
  de: {
    titles: [
      "Besuch {company}",
      "Telefonat mit {name}",
      "Preisrunde {company}",
      "Messegespräch {name}",
      "Rahmenvertrag {city}",
    ],
    openings: [
      "bei {company} in {city} gewesen, Gespräch mit {name}.",
      "{name} hat angerufen ({mobile}), es geht um den Bedarf von {number} Armaturen im Quartal.",
      "Jahresgespräch mit {name} und {other} ({otherPhone}), Volumen {amount}.",
      "Kurzes Treffen am Stand, {name} sucht einen zweiten Lieferanten.",
      "Nachfass zu {order}: zufrieden, [aber Lieferzeit zu lang|will aber bessere Zahlungsziele].",
    ],
    discounts: [
      "Haben {discount} % angeboten, Schmerzgrenze sind {rivalDiscount} %.",
      "Mündlich {discount} % zugesagt, schriftlich steht nur {floor} %.",
      "Kunde weiß nicht, dass andere Händler {rivalDiscount} % bekommen, bitte so lassen.",
      "Bonus von {floor} % ab {amount}, nicht ins Angebot schreiben.",
    ],
    competitors: [
      "{competitor} liegt mit {price} pro Stück unter uns.",
      "{competitor} hat letzten Monat {number} Stück zur Probe geliefert, zwei davon undicht.",
      "{other} ist von {competitor} gekommen und bringt deren Preisliste mit ({otherEmail}).",
    ],
    margins: [
      "Bei {discount} % bleiben uns noch {margin} % Deckungsbeitrag.",
      "Unter {floor} % Marge nur mit Freigabe von {boss}.",
      "Einstandspreis aus dem neuen Werk {price}, das darf der Kunde nicht erfahren.",
    ],
    people: [
      "{name} lässt sich gerade scheiden und ist kurz angebunden.",
      "{other} ist seit März krankgeschrieben (Burnout), {name} entscheidet allein.",
      "{name} will eine Rechnung privat über {account} laufen lassen, habe abgelehnt.",
      "{name} hat im Mai Geburtstag, trinkt gern Riesling.",
      "{other} sitzt im Betriebsrat und bremst.",
      "Privat erreichbar unter {otherPhone}, nicht weitergeben.",
    ],
    nextSteps: [
      "Wiedervorlage {date}.",
      "Angebot bis {date}, cc {boss}.",
      "Muster schicken, dann Termin mit {name} ({email}).",
      "{boss} soll selbst anrufen.",
    ],
  },
  en: {
    titles: [
      "Visit to {company}",
      "Call with {name}",
      "Price talks {company}",
      "Met {name} at the fair",
      "Frame contract {city}",
    ],
    openings: [
      "visited {company} in {city}, spoke with {name}.",
      "{name} called ({mobile}) about {number} valves a quarter.",
      "Annual review with {name} and {other} ({otherPhone}), volume {amount}.",
      "Short chat at the booth, {name} is looking for a second source.",
      "Follow-up on {order}: happy, [but lead time is too long|but wants longer terms].",
    ],
    discounts: [
      "We offered {discount}%, the walk-away is {rivalDiscount}%.",
      "Promised {discount}% by word, paper only says {floor}%.",
      "They do not know other dealers get {rivalDiscount}%, keep it that way.",
      "Year-end rebate of {floor}% above {amount}, keep it off the quote.",
    ],
    competitors: [
      "{competitor} is below us at {price} apiece.",
      "{competitor} sent {number} samples last month, two of them leaked.",
      "{other} joined from {competitor} and brought their price list ({otherEmail}).",
    ],
    margins: [
      "At {discount}% off we still make {margin}%.",
      "Anything under {floor}% margin needs {boss}.",
      "Landed cost from the new foundry is {price}, the customer must not hear that.",
    ],
    people: [
      "{name} is going through a divorce, go easy.",
      "{other} is off with heart trouble until summer, {name} decides alone.",
      "{name} asked to route part of the fee to {account}, I said no.",
      "{name} has a birthday in May, likes single malt.",
      "{other} is the union rep and slows things down.",
      "Private number {otherPhone}, do not pass on.",
    ],
    nextSteps: [
      "Follow up {date}.",
      "Quote by {date}, cc {boss}.",
      "Send samples, then meet {name} ({email}).",
      "{boss} should call in person.",
    ],
  },
  fr: {
    titles: ["Visite {company}", "Appel avec {name}", "Négociation {company}", "Salon : {name}"],
    openings: [
      "passé chez {company} à {city}, vu {name}.",
      "{name} a appelé ({mobile}), besoin de {number} vannes par trimestre.",
      "Revue annuelle avec {name} et {other} ({otherPhone}), volume {amount}.",
    ],
    discounts: [
      "Proposé {discount} %, limite à {rivalDiscount} %.",
      "Promis {discount} % à l'oral, l'écrit dit {floor} %.",
      "Il ne sait pas que d'autres ont {rivalDiscount} %, ne rien dire.",
    ],
    competitors: [
      "{competitor} est à {price} pièce.",
      "{competitor} a livré {number} échantillons, deux fuyaient.",
      "{other} vient de chez {competitor} ({otherEmail}).",
    ],
    margins: [
      "À {discount} % il reste {margin} % de marge.",
      "Sous {floor} % il faut l'accord de {boss}.",
      "Prix de revient {price}, confidentiel.",
    ],
    people: [
      "{name} est en plein divorce.",
      "{other} est en arrêt maladie, {name} décide seul.",
      "{name} voulait un versement sur {account}, j'ai refusé.",
      "Numéro privé {otherPhone}, ne pas diffuser.",
    ],
    nextSteps: [
      "Relance le {date}.",
      "Offre avant le {date}, copie {boss}.",
      "Envoyer des échantillons, puis revoir {name} ({email}).",
    ],
  },
  pt: {
    titles: ["Visita {company}", "Ligação com {name}", "Negociação {company}", "Feira: {name}"],
    openings: [
      "visitei {company} em {city}, falei com {name}.",
      "{name} ligou ({mobile}), precisa de {number} válvulas por trimestre.",
      "Reunião anual com {name} e {other} ({otherPhone}), volume {amount}.",
    ],
    discounts: [
      "Oferecemos {discount}%, limite {rivalDiscount}%.",
      "Prometi {discount}% de boca, no papel {floor}%.",
      "Ele não sabe que outros têm {rivalDiscount}%, não contar.",
    ],
    competitors: [
      "{competitor} está a {price} por peça.",
      "{competitor} entregou {number} amostras, duas vazaram.",
      "{other} veio da {competitor} ({otherEmail}).",
    ],
    margins: [
      "Com {discount}% sobra {margin}% de margem.",
      "Abaixo de {floor}% só com {boss}.",
      "Custo da nova fundição {price}, sigiloso.",
    ],
    people: [
      "{name} está se separando, ir com calma.",
      "{other} está de licença médica, {name} decide sozinho.",
      "{name} pediu comissão na conta {account}, recusei.",
      "Celular particular {otherPhone}, não repassar.",
    ],
    nextSteps: [
      "Retorno em {date}.",
      "Proposta até {date}, cópia {boss}.",
      "Mandar amostras e marcar com {name} ({email}).",
    ],
  },
  hi: {
    titles: ["{company} visit", "{name} ji se call", "Rate negotiation {company}", "{name} se milna, {city}"],
    openings: [
      "{company}, {city} gaya tha, {name} ji mile.",
      "{name} ka call aaya ({mobile}), quarter mein {number} valve chahiye.",
      "{name} aur {other} ({otherPhone}) ke saath yearly meeting, volume {amount}.",
      "{name} जी से मुलाक़ात हुई, अगला ऑर्डर {amount} का हो सकता है।",
    ],
    discounts: [
      "{discount}% diya hai, last {rivalDiscount}% tak.",
      "Muh zabani {discount}% bola, likha {floor}% hai.",
      "Doosre dealer ko {rivalDiscount}% milta hai, inko mat batana.",
    ],
    competitors: [
      "{competitor} {price} per piece de raha hai.",
      "{competitor} ne {number} sample diye, do leak the.",
      "{other} pehle {competitor} mein tha ({otherEmail}).",
    ],
    margins: [
      "{discount}% pe {margin}% margin bachta hai.",
      "{floor}% se neeche {boss} ka approval chahiye.",
      "Cost {price} hai, customer ko pata na chale.",
    ],
    people: [
      "{name} ji ke ghar shaadi hai, agle mahine baat.",
      "{other} bimar hain, {name} hi decide karenge.",
      "{name} ne {account} mein commission maanga, mana kiya.",
      "Personal number {otherPhone}, kisi ko mat dena.",
    ],
    nextSteps: ["{date} ko follow up.", "{date} tak quotation, cc {boss}.", "Sample bhejke {name} ({email}) se milna."],
  },
};
