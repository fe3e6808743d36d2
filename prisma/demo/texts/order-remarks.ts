export const ORDER_REMARKS: readonly string[] = [
  "Extra 3 % given by phone, do not repeat in writing.",
  "Ship only after prepayment, limit exhausted.",
  "Priced below cost on line 20 to win the follow-up order.",
  "Customer does not know that the castings come from the new foundry.",
  "Express at our cost, see complaint.",
  "Sondernachlass durch Geschäftsleitung freigegeben, Marge beachten.",
  "Lieferung nicht vor Monatsende, sonst Bonusstaffel überschritten.",
  "Kunde zahlt schleppend, Vorkasse besprechen.",
  "Ne pas communiquer le délai réel avant accord du directeur.",
  "Não divulgar o desconto ao revendedor da região.",
  "Dealer ko is rate ka pata nahi chalna chahiye.",
  "Matching the offer of a competitor, floor price reached.",
];
