import type { PersonalDataType } from "./personal-data-span";

/** One kind of number or code as its issuer writes it. */
export type IdForm = {
  readonly type: PersonalDataType;
  /** Source of a case-blind expression; the engine adds "no letter or digit before or after". Every repeat is bounded. */
  readonly pattern: string;
  /** The check digits and other rules, on the code without separators and in capitals. */
  readonly isValid?: (code: string) => boolean;
  /**
   * Words (folded) that must stand before it; null where the form says enough by itself. A message that is nothing but the code needs no words.
   */
  readonly cue: string | null;
};

export const PASSPORT = "pass(?:port|eport|nummer)?|reisepass|pasaporte|passaporte|passaporto|paspoort|travel document";
export const TAX =
  "tax|tin|itin|tfn|steuer\\w*|idnr|tin|fiscal\\w*|nif|nipc|contribuinte|cif|rfc|gst\\w*|vat|uid|ust\\w*|iva|tva|partita|btw|abn|acn|npwp|business number";
export const IDENTITY =
  "id|ids|identity|identification|identi\\w{0,12}|ident\\w*|personal\\w{0,12}|ausweis\\w*|perso|national\\w{0,8}|citizen\\w{0,8}|insurance|social|ssn|sin|sozial\\w*|versicherung\\w*|dni|nie|cedula|cpf|rg|bsn|burgerservice\\w*|carta|documento|document|pesel|personnummer|cpr|fodselsnummer|hetu|henkilo\\w*|aadhaar|aadhar|nin|nric|fin|rrn|resident|registration|rut|run|curp|pps\\w*|ird|ahv|avs|nss|numero|number|nr|no";
export const HEALTH =
  "health\\w*|nhs|medicare|patient|kranken\\w*|kvnr|lanr|bsnr|arzt\\w*|npi|provider|mbi|versichert\\w*|doctor";
export const LICENCE =
  "licen[cs]e|driv\\w*|fuhrerschein\\w*|permis|carnet|patente|rijbewijs|permiso|dl|carta de conducao|cnh";
export const VEHICLE =
  "plates?|registration|reg|vehicle|car|auto|kfz|kennzeichen|nummernschild|license|licence|matricula|placa|targa|immatriculation|plaque|kenteken|plaka|rc|bike|van|truck|number";
