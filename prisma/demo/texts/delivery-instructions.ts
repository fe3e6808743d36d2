/** Slots: name, mobile, code, gate, hour. */
export const DELIVERY_INSTRUCTIONS: Readonly<Record<"de" | "en" | "fr" | "pt" | "hi", readonly string[]>> = {
  de: [
    "Anlieferung nur über Tor {gate}, bitte bei {name} melden ({mobile}).",
    "Wareneingang ab {hour} Uhr. Schrankencode {code}#.",
    "Bitte vorher anrufen: {mobile}. Kein Stapler vor Ort.",
    "Wenn niemand da ist, [beim Nachbarn {name} abgeben|in der Garage abstellen, Code {code}].",
    "Hund auf dem Hof! Klingeln bei {name}, nicht einfach reingehen.",
  ],
  en: [
    "Deliver to dock {gate} only, ask for {name} ({mobile}).",
    "Receiving opens at {hour}:00. Gate code {code}.",
    "Call ahead on {mobile}, the road is closed to heavy trucks after {hour}:30.",
    "[Leave with the security guard {name} if the office is shut.|Key safe behind the meter box, code {code}.]",
    "Pallet jack needed. Site contact {name}, {mobile}.",
  ],
  fr: [
    "Livraison quai {gate} uniquement, demander {name} ({mobile}).",
    "Réception à partir de {hour} h. Code portail {code}A.",
    "Prévenir par téléphone au {mobile}, pas de chariot élévateur.",
    "En cas d'absence, déposer chez {name}, code de l'immeuble {code}.",
  ],
  pt: [
    "Entregar na doca {gate}, falar com {name} ({mobile}).",
    "Recebimento a partir das {hour}h. Senha do portão: {code}.",
    "Ligar antes para {mobile}. Portaria exige documento do motorista.",
    "Se não tiver ninguém, deixar com o porteiro {name}.",
  ],
  hi: [
    "Gate no. {gate} se entry, {name} ji ko call karein {mobile}.",
    "Subah {hour} baje ke baad hi delivery. Gate code {code}.",
    "Godown ke peeche wala gate, chowkidar {name}, phone {mobile}.",
    "डिलीवरी से पहले {mobile} पर फ़ोन करें, {name} से मिलें।",
  ],
};
