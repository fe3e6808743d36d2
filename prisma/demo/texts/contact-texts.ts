type Language = "de" | "en" | "fr" | "pt" | "hi";
type Department = "purchasing" | "maintenance" | "engineering" | "accounting" | "management";

export const JOB_TITLES: Readonly<Record<Language, Readonly<Record<Department, readonly string[]>>>> = {
  de: {
    purchasing: ["Einkäufer", "Leitung Einkauf", "Strategischer Einkauf"],
    maintenance: ["Leiter Instandhaltung", "Betriebstechnik", "Werkstattleitung"],
    engineering: ["Projektingenieur", "Verfahrenstechnik", "Konstruktion"],
    accounting: ["Buchhaltung", "Kreditoren", "Leitung Rechnungswesen"],
    management: ["Geschäftsführung", "Werkleitung", "Prokura"],
  },
  en: {
    purchasing: ["Buyer", "Purchase Manager", "Procurement Lead"],
    maintenance: ["Maintenance Manager", "Plant Fitter", "Reliability Engineer"],
    engineering: ["Project Engineer", "Process Engineer", "Piping Designer"],
    accounting: ["Accounts Payable", "Finance Manager", "Bookkeeper"],
    management: ["Managing Director", "Plant Manager", "Owner"],
  },
  fr: {
    purchasing: ["Acheteuse", "Responsable achats"],
    maintenance: ["Responsable maintenance", "Chef d'atelier"],
    engineering: ["Ingénieur projet", "Bureau d'études"],
    accounting: ["Comptable", "Comptabilité fournisseurs"],
    management: ["Gérant", "Directrice d'usine"],
  },
  pt: {
    purchasing: ["Compradora", "Gerente de compras"],
    maintenance: ["Supervisor de manutenção", "Encarregado"],
    engineering: ["Engenheiro de projetos", "Engenheira de processos"],
    accounting: ["Contas a pagar", "Analista financeiro"],
    management: ["Diretor", "Sócia"],
  },
  hi: {
    purchasing: ["Purchase Officer", "Purchase Manager"],
    maintenance: ["Maintenance Incharge", "Fitter Supervisor"],
    engineering: ["Project Engineer", "Utility Engineer"],
    accounting: ["Accountant", "Accounts Head"],
    management: ["Proprietor", "Partner", "Works Manager"],
  },
};

export const CONTACT_REMARKS: Readonly<Record<Language, readonly string[]>> = {
  de: [
    "Nur vormittags erreichbar.",
    "Bis Jahresende in Elternzeit, Vertretung über die Zentrale.",
    "Duzt sich mit dem Außendienst, trinkt keinen Alkohol.",
    "Bitte keine Werbung mehr schicken.",
    "Nach Bandscheiben-OP noch in Teilzeit.",
    "Entscheidet bis 5.000 € allein.",
  ],
  en: [
    "Mornings only.",
    "Prefers calls over mail.",
    "On medical leave until spring, do not call the mobile.",
    "Vegetarian, remember for the factory tour.",
    "Asked not to get marketing mail.",
    "Signs off up to 10k alone.",
  ],
  fr: [
    "Joignable le matin seulement.",
    "En congé maternité jusqu'en mars.",
    "Ne souhaite plus recevoir la newsletter.",
    "Décide seul jusqu'à 5 000 €.",
    "Délégué syndical, absent le jeudi.",
  ],
  pt: [
    "Prefere WhatsApp.",
    "De licença médica até fevereiro.",
    "Não quer receber propaganda.",
    "Decide sozinho até R$ 20 mil.",
    "Só atende depois das 14h.",
  ],
  hi: [
    "Subah 11 baje ke baad call karein.",
    "Jain, factory visit pe khana dhyan rakhna.",
    "WhatsApp pe jaldi reply dete hain.",
    "Marketing message mat bhejo.",
    "Operation ke baad abhi half day aate hain.",
  ],
};
