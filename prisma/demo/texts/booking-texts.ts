type Language = "de" | "en" | "fr" | "pt" | "hi";

/** Slots: name, phone, code, gate. */
export const ACCESS_INSTRUCTIONS: Readonly<Record<Language, readonly string[]>> = {
  de: [
    "Am Tor {gate} klingeln, {name} holt ab ({phone}). [Helm und Sicherheitsschuhe mitbringen.|Unterweisung dauert 20 Minuten.]",
    "Türcode {code}, Heizraum im Keller links. Bei Fragen {name}, {phone}.",
    "Schlüssel beim Pförtner auf den Namen {name}. Schranke {code}*.",
    "Zugang nur mit Heißarbeitserlaubnis, [Ansprechpartner|zuständig] {name} {phone}.",
  ],
  en: [
    "Report to gate {gate}, {name} will escort you ({phone}). [Hard hat and hi-vis.|Site induction takes 20 minutes.]",
    "Lockbox by the side door, code {code}. Text {name} on {phone} when you arrive.",
    "Alarm code is {code}, [please re-arm when leaving|boiler room is behind the canteen].",
    "Security needs photo ID, badge is under {name}. Phone {phone}.",
  ],
  fr: [
    "Se présenter au portail {gate}, demander {name} ({phone}). Badge visiteur obligatoire.",
    "Code de la porte {code}B, chaufferie au sous-sol. {name} : {phone}.",
    "Plan de prévention à signer avec {name} avant toute intervention.",
  ],
  pt: [
    "Portaria {gate}, procurar {name} ({phone}). [Levar EPI completo.|Integração de segurança às 7h.]",
    "Senha do portão {code}. Ligar para {name}: {phone}.",
    "Acesso só com ordem de serviço assinada por {name}.",
  ],
  hi: [
    "Gate {gate} pe register mein entry, phir {name} ji ko call {phone}.",
    "Boiler room ka lock code {code}. {name} se chabi lein.",
    "Security ko gate pass dikhana, naam {name}, mobile {phone}.",
  ],
};

/** Slots: name, serial, technician, number. */
export const SERVICE_REPORTS: Readonly<Record<Language, readonly string[]>> = {
  de: [
    "{number} Armaturen geprüft, Nr. {serial} mit Undichtigkeit am Sitz, [Sitzring getauscht|Ersatzteil bestellt]. Abnahme durch {name}. {technician}",
    "Stellantrieb {serial} neu eingemessen, Endlagen i. O. [Kunde zufrieden.|{name} wünscht Wartungsvertrag.]",
    "Leckage bestätigt, Stopfbuchse nachgezogen. Empfehlung: Austausch beim nächsten Stillstand. Unterschrift {name}.",
  ],
  en: [
    "Checked {number} valves. Serial {serial} leaked past the seat, [seat ring replaced|spare ordered]. Signed off by {name}. {technician}",
    "Stroke tested actuator {serial}, reset limit switches. [No findings.|{name} asked for a maintenance quote.]",
    "Relief valve {serial} set pressure drifted, recalibrated on site and tagged. Customer signature: {name}.",
  ],
  fr: [
    "{number} vannes contrôlées, n° {serial} fuyarde, [joint remplacé|pièce commandée]. Réception par {name}. {technician}",
    "Actionneur {serial} recalibré, fins de course vérifiées. Signature {name}.",
  ],
  pt: [
    "{number} válvulas verificadas, nº {serial} com vazamento na sede, [anel trocado|peça pedida]. Aceite de {name}. {technician}",
    "Atuador {serial} calibrado, sem pendências. Assinado por {name}.",
  ],
  hi: [
    "{number} valve check kiye, {serial} mein seat leakage tha, [seat ring badla|spare order kiya]. {name} ji ne sign kiya. {technician}",
    "Actuator {serial} calibrate kiya, sab theek. Sign {name}.",
  ],
};
