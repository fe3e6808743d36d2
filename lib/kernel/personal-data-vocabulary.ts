import { isEverydayName, isKnownGivenName } from "./personal-data-given-names";
import { BRANDS, ORGANISATION_WORDS, PLACES } from "./personal-data-places";
import { SURNAMES } from "./personal-data-surnames";
import { ENGLISH_WORDS } from "./personal-data-words-english";
import { EUROPEAN_WORDS } from "./personal-data-words-europe";

/** What is known of single folded words. All lists are of single words, so a look-up is all it takes. */

const toSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const ENGLISH = toSet(ENGLISH_WORDS);
const EUROPEAN = toSet(EUROPEAN_WORDS);
const NOT_PEOPLE = toSet(`${PLACES} ${BRANDS}`);
const ORGANISATIONS = toSet(ORGANISATION_WORDS);
const FAMILY = toSet(SURNAMES);

/** Endings of words that are formed in the language rather than given to a person. */
const FORMED =
  /(?:tion|tions|sion|sions|ment|ments|ness|less|able|ible|ably|ibly|ally|edly|ingly|ously|ously|ful|fully|ious|eous|uous|ity|ities|ical|ology|ography|ship|ships|hood|wise|ward|wards|ism|ists|ized|ised|izing|ising|ation|ating|ated|ates|ings|keit|keiten|heit|heiten|ung|ungen|schaft|schaften|tat|taten|isch|ische|ischen|lich|liche|lichen|ement|cion|ciones|sion|cao|coes|mente|miento|mento|menti|zione|zioni|dad|dades|dade|tate|eren|heid|heden)$/;
const INFLECTED = /^(.{3,})(?:s|es|ed|d|ing|ly|est|ies)$/;
const INFLECTED_ENGLISH = /^(.{3,})(?:s|es|ed|d|ing|er|ers|ly|est|ies)$/;

/** The language whose everyday words a text is read by; "other" is read by those of all languages. */
export type Language = "english" | "german" | "other";

export const isListedWord = (folded: string, language: Language): boolean =>
  ENGLISH.has(folded) || (language !== "english" && EUROPEAN.has(folded));

/** An everyday word, or one formed from such a word. */
export function isCommonWord(folded: string, language: Language): boolean {
  if (isListedWord(folded, language)) return true;
  if (isKnownName(folded)) return false;
  if (folded.length >= 7 && FORMED.test(folded)) return true;
  const stem = (language === "english" ? INFLECTED_ENGLISH : INFLECTED).exec(folded)?.[1];
  if (stem === undefined) return false;
  const stems = [stem, `${stem}e`, `${stem}y`, ...(stem.at(-1) === stem.at(-2) ? [stem.slice(0, -1)] : [])];
  return stems.some((form) => isListedWord(form, language));
}

/** Looks like a word that the language formed: enough where only the start of a sentence explains the capital. */
export function isFormedWord(folded: string): boolean {
  return (
    folded.length >= 6 &&
    /(?:ly|ing|ed|ive|al|ous|ic|ful|est|ant|ent|ary|ory|ism|ist|ize|ise|ate|ually)$/.test(folded) &&
    !isKnownName(folded)
  );
}

/** A place, a people, a month or a brand. */
export function isProperNoun(folded: string): boolean {
  return NOT_PEOPLE.has(folded) || (folded.endsWith("s") && NOT_PEOPLE.has(folded.slice(0, -1)));
}

export function isOrganisationWord(folded: string): boolean {
  return ORGANISATIONS.has(folded);
}

export function isKnownSurname(folded: string): boolean {
  return FAMILY.has(folded);
}

export function isKnownName(folded: string): boolean {
  return isKnownGivenName(folded) || FAMILY.has(folded);
}

/** Endings that family names have in languages whose names no list can hold. */
const SURNAME_ENDING =
  /(?:ss?on|sen|sdottir|dottir|ov|ova|ev|eva|yev|yeva|iev|ieva|ovic|evic|ovich|evich|ovsky|evsky|ski|ska|sky|skaya|cki|cka|ek|enko|chuk|czyk|wicz|yan|ian|shvili|adze|poulos|idis|akis|ez|quez|strom|berg|qvist|quist|gren|lund|stad|feld|mann|meier|meyer|mayer|bauer|hofer|huber|stein|ini|etti|elli|ucci|ani|wala|singh|kar|oglu|aho|nen|vaara)$/;

export function hasSurnameEnding(folded: string): boolean {
  return folded.length >= 5 && SURNAME_ENDING.test(folded);
}

/** A given name that is no everyday word, so that it needs no other evidence. */
export function isPlainGivenName(folded: string, language: Language): boolean {
  return (
    isKnownGivenName(folded) && !isEverydayName(folded) && !isListedWord(folded, language) && !NOT_PEOPLE.has(folded)
  );
}

/** The small words of one language's grammar, by which a text that is written in it is told. */
const GERMAN_SMALL = toSet(
  "und ich nicht das ist mit mein meine meinen der die dem den eine einen bitte auf fur von habe haben wurde wir aber noch bei zum zur uber danke sie ihre ihr nach aus auch es dass wenn weil oder einem seit bin sind hat vom im am",
);
const ENGLISH_SMALL = toSet(
  "the and of to you my it for that this with are have be at your they what how can not as but from if would been has please where when which there their our was i",
);
const OTHER_SMALL = toSet(
  `le la les de et un une je du des au ce ma mon ne vous nous pas pour avec est suis que qui sur el los las y en mi su con una por para es soy muy ya pero o um uma os as nao do da meu minha eu que com il lo gli mia mio sono ho non per che di del della alla
   het een van ik mijn niet naar op dat voor met maar waarom hoe bel zijn deze hai nahi mera meri aap ka ki ko se och att det inte jag min till pa har heter bor nie jest sie moj na ve bir benim`,
);

/** In German every noun has a capital, so a capital says nothing there; in English it says most. */
export function readLanguage(foldedWords: readonly string[]): Language {
  let german = 0;
  let english = 0;
  let other = 0;
  for (const word of foldedWords) {
    if (GERMAN_SMALL.has(word)) german += 1;
    if (ENGLISH_SMALL.has(word)) english += 1;
    if (OTHER_SMALL.has(word)) other += 1;
  }
  if (german >= 2 && german > english && german >= other) return "german";
  return english > Math.max(german, other) ? "english" : "other";
}
