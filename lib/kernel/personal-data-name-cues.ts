import type { Word } from "./personal-data-words";

/** Words that say that a person's name follows, folded. */

const toSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const HONORIFICS =
  toSet(`mr mrs ms miss mx dr prof professor sir madam madame mme mlle mademoiselle monsieur herr herrn frau fraulein senor senora senorita sr sra srta don dona signor signora signorina sig sigra dott dottssa ing avv
  dhr mevr mevrouw meneer shri shree smt shrimati kumari pan pani doutor doutora doktor lord lady captain rev reverend father brother sister rabbi imam sheikh judge officer detective sergeant inspector president senator governor sen uncle aunt auntie tante onkel tio tia`);
/** These are everyday words, too: in a text with capitals the name after them must have one. */
const EVERYDAY_HONORIFICS = toSet(
  "miss father brother sister judge officer don pan ing father president uncle aunt lord lady captain sir madam tante onkel tio tia king queen detective inspector",
);

const GREETINGS = toSet(
  `hi hello hey hallo dear liebe lieber geehrte geehrter bonjour salut cher chere hola estimado estimada querido querida ola caro cara prezado prezada gentile ciao egregio egregia beste geachte namaste hoi dag moin servus buongiorno namaskar greetings oi`,
);

const SIGN_OFFS = toSet(
  `regards regard sincerely thanks thank thx cheers best yours truly faithfully grusse grussen gruesse gruss lg mfg vg cordialement amicalement bises merci saludos atentamente atenciosamente abraco abracos saluti groet groeten groetjes gracias obrigado obrigada grazie danke dank dhanyavad shukriya rgds wishes respectfully salutations cordiali`,
);

const RELATIONS = toSet(
  `wife husband son daughter mother father brother sister mum mom dad uncle aunt cousin friend boss manager colleague neighbour neighbor partner boyfriend girlfriend fiance fiancee nephew niece grandfather grandmother landlord lawyer doctor frau mann sohn tochter mutter vater bruder schwester freund freundin chef kollege kollegin nachbar mari femme fils fille mere pere frere soeur ami amie esposa esposo hijo hija madre padre hermano hermana amigo amiga marido mulher filho filha mae pai irmao irma moglie marito figlio figlia fratello sorella amico zoon dochter moeder vader broer zus vriend vriendin pati patni beta beti bhai behen agent rep representative guardian`,
);

/** Three words back at most, joined with spaces: after these even a word in small letters is a name. */
const SURE_PHRASES = [
  "name is",
  "names is",
  "name s",
  "named him",
  "named her",
  "named it",
  "called him",
  "my name",
  "name ist",
  "ich heisse",
  "heisse ich",
  "je mappelle",
  "mappelle",
  "m appelle",
  "sappelle",
  "me llamo",
  "se llama",
  "nombre es",
  "nome e",
  "me chamo",
  "se chama",
  "mi chiamo",
  "si chiama",
  "naam is",
  "ik heet",
  "mera naam",
  "nom est",
  "nom cest",
  "heisse",
  "heisst",
  "signed by",
  "goes by",
  "known as",
  "on behalf of",
  "im auftrag von",
  "attn",
  "nick name is",
  "surname is",
  "listen auf",
  "lautet auf",
  "this is mr",
  "call me",
];
/** After these a word with a capital is a name, and so is a known given name. */
const LIKELY_PHRASES = [
  "i am",
  "im",
  "i m",
  "this is",
  "its",
  "it is",
  "spoke to",
  "spoke with",
  "speak to",
  "speak with",
  "speaking to",
  "speaking with",
  "talked to",
  "talk to",
  "talking to",
  "met with",
  "ask for",
  "contact",
  "named",
  "called",
  "was called",
  "name",
  "ich bin",
  "hier ist",
  "je suis",
  "cest",
  "soy",
  "sou",
  "sono",
  "ik ben",
  "main",
  "from",
  "by",
  "with",
  "mit",
  "von",
  "avec",
  "con",
  "com",
  "met",
  "per",
  "and",
  "und",
  "et",
  "y",
  "e",
  "en",
  "to",
  "an",
  "said",
  "says",
  "regards",
  "cc",
  "for",
  "fur",
  "pour",
  "para",
  "voor",
  "via",
  "dear",
  "miss",
  "via",
  "meet",
  "not by",
  "singer",
  "producer",
  "songwriter",
  "manager",
  "agent",
  "by our",
  "aur",
];
const SURE = new Set(SURE_PHRASES);
const LIKELY = new Set(LIKELY_PHRASES);

/** A label of a form, before ":" or "?" or on a line of its own. */
const LABELS = toSet(
  `name names fullname firstname lastname surname forename vorname nachname familienname kontoinhaber karteninhaber inhaber nom prenom titulaire nombre apellido apellidos titular nome cognome sobrenome apelido intestatario naam voornaam achternaam naam cardholder holder owner attn attention contact customer client kunde kundin ansprechpartner passenger guest patient recipient sender signature signed beneficiary empfanger absender destinataire destinatario cliente klant naam by`,
);

export type NameCue = "sure" | "likely" | "none";

export function isHonorific(word: Word | undefined): boolean {
  return word !== undefined && HONORIFICS.has(word.folded);
}

/** What the words before this one say about it. */
export function readNameCue(words: readonly Word[], at: number, isCaseless: boolean): NameCue {
  const word = words[at];
  const last = words[at - 1];
  if (word === undefined || last === undefined) return "none";
  const second = words[at - 2]?.folded ?? "";
  const isNear = /^[\s.,"'“”„:;?!\-–(]*$/.test(word.gap) && word.gap.length <= 10;
  if (!isNear) return "none";
  if (isHonorific(last) && /^\.? {0,2}$/.test(word.gap))
    return EVERYDAY_HONORIFICS.has(last.folded) && !isCaseless ? "likely" : "sure";
  if (LABELS.has(last.folded) && /[:?=]/.test(word.gap)) return "sure";
  if (isSignOff(last, word)) return "sure";
  const isTied = !/[.!?:;]/.test(word.gap) && !word.gap.includes("\n");
  if (!isTied) return "none";
  if (
    GREETINGS.has(last.folded) ||
    (/^(?:morning|afternoon|evening|tag|morgen|day)$/.test(last.folded) && /^(?:good|guten)$/.test(second))
  )
    return "likely";
  const pair = `${second} ${last.folded}`;
  const triple = `${words[at - 3]?.folded ?? ""} ${pair}`;
  if (SURE.has(last.folded) || SURE.has(pair) || SURE.has(triple)) return "sure";
  if (RELATIONS.has(last.folded) || LIKELY.has(pair) || LIKELY.has(last.folded)) return "likely";
  return "none";
}

/** "Best regards,\nAnna": the closing words, then a line or a comma. */
export function isSignOff(last: Word, word: Word): boolean {
  return SIGN_OFFS.has(last.folded) && /[\n,]|^\s?[-–!.]\s/.test(word.gap);
}

/** "Hi", "Best regards,": a name in small letters may stand here. */
export function isAddressedTo(words: readonly Word[], at: number): boolean {
  const last = words[at - 1];
  const word = words[at];
  if (last === undefined || word === undefined) return false;
  return (GREETINGS.has(last.folded) && /^,? {1,2}$/.test(word.gap)) || isSignOff(last, word);
}
