import type { TicketPack } from "./ticket-pack";
import { TICKETS_DE } from "./tickets-de";
import { TICKETS_EN } from "./tickets-en";
import { TICKETS_FR } from "./tickets-fr";
import { TICKETS_HI } from "./tickets-hi";
import { TICKETS_PT } from "./tickets-pt";

export const TICKET_PACKS: Readonly<Record<"de" | "en" | "fr" | "pt" | "hi", TicketPack>> = {
  de: TICKETS_DE,
  en: TICKETS_EN,
  fr: TICKETS_FR,
  pt: TICKETS_PT,
  hi: TICKETS_HI,
};
