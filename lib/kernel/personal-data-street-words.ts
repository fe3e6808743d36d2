/** What streets, parts of houses and boxes are called, folded. */

const toSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Stand after the name: "Prospect St", "Rákóczi út". */
const AFTER_NAME =
  toSet(`street streets st str road rd avenue ave av lane ln drive dr boulevard blvd court ct place pl square sq terrace ter way highway hwy parkway pkwy circle cir crescent cres close mews row walk hill hills
  park parks grove gardens garden green greens view vista ridge rise trail trl turnpike tpke pike path pass plaza loop alley aly bend bluff branch bridge brook burg bypass cape causeway cliff cliffs common corner corners cove creek crest crossing crossroad crossroads curve dale dam divide estate estates expressway
  extension fall falls field fields flat flats ford forest forge forges fork forks fort freeway gateway glen grange harbor harbour haven heights hollow inlet island islands isle junction key keys knoll knolls lake lakes landing light loaf lock locks lodge manor meadow meadows mill mills mission mount mountain neck orchard oval overpass
  passage pine pines plain plains point points port ports prairie quay radial ramp ranch rapid rapids rest river route rue run shoal shoals shore shores skyway spring springs spur spurs squares station stravenue stream summit throughway trace track trafficway tunnel underpass union unions valley viaduct view views village ville vista wall walks ways well wells wharf wood
  strasse weg platz gasse allee ring ufer damm steig steg pfad utca ut utja u ter korut kapu koz sor setany krt dulo straat laan plein singel gracht kade dreef hof steenweg gatan gata gate vag vagen vei veien vegen vej gade alle torv plass tie katu kuja polku aukio tee puiestee tanav maantee poik cesta ulice ulica namesti trida trg nabrezi
  marg nagar gali chowk sector colony vihar layout sokak sokagi caddesi cad sok bulvari mahallesi odos leoforos`);

/** Stand before the name: "Rue Dielhère", "ul. Grochowa". */
const BEFORE_NAME =
  toSet(`rue avenue av ave boulevard bd blvd chemin allee allees place pl quai impasse route cours square sentier passage faubourg via viale piazza piazzale corso vicolo largo strada contrada calle c/ carrer avenida avda av paseo plaza carretera camino ronda carrera cra travesia glorieta rambla
  rua r travessa alameda praca estrada rodovia beco praceta ul ulica al aleja aleje os osiedle pl plac ulitsa ulice namesti trida nam strada str bulevardul calea sokak cadde cite jalan jl gang lorong am an der im zum zur unter auf lot residence hameau lieu-dit odos leoforos λεωφοροσ λεωφορος οδος οδοσ trg pod prospekt pereulok`);

/** End one word: "Hansinegata", "Ziegelgasse". */
const COMPOUND =
  /^.{2,}(?:strasse|strass|str|gasse|weg|platz|allee|ring|ufer|damm|steig|graben|gurtel|zeile|chaussee|straat|laan|plein|singel|gracht|kade|steenweg|dreef|hove|weide|gatan|gata|gate|vagen|vag|vegen|vei|veien|vej|vejen|gade|stien|sti|torv|veg|vegur|braut|stigur|hlid|tie|katu|kuja|polku|aukio|ranta|puiestee|tanav|maantee|gardur|vollen|terrasse|trad|odda|rodda|lyckan|backen|stigen|grand)$/;
/** The shortest compounds are also ends of names ("Katie"): they are told only with a house number. */
const WEAK_COMPOUND = /^.{2,}(?:str|tie|sti|veg|hlid|gate|ring|vag|vei|hove|grand|odda)$/;

const UNIT = toSet(
  `apt apartment suite ste unit floor fl room rm flat box bldg building block blk door tur top stiege stock etage stg og eg wohnung whg appartement appt app bat batiment escalier etg piso puerta pta esc escalera bajo bloco bl andar apto sala lote casa interno int scala piano bus huis lejl em ph penthouse plot house no level lvl shop kat daire tv mf sal`,
);

/** Postal boxes and posts of armed forces. */
const BOX = toSet(
  `box pobox postbox postfach postbus postboks apartado boite bp casilla caixa psc cmr fpo apo dpo usns uss usnv usav usnm gpo`,
);

export function isStreetAfter(folded: string): boolean {
  return AFTER_NAME.has(folded);
}

export function isStreetBefore(folded: string): boolean {
  return BEFORE_NAME.has(folded);
}

export function isStreetCompound(folded: string): boolean {
  return COMPOUND.test(folded);
}

export function isWeakStreetCompound(folded: string): boolean {
  return WEAK_COMPOUND.test(folded);
}

export function isUnitWord(folded: string): boolean {
  return UNIT.has(folded);
}

export function isBoxWord(folded: string): boolean {
  return BOX.has(folded);
}

/** Small words inside names of streets and towns. */
const PARTICLES = toSet(
  `de da do dos das del della dei degli delle di du des la le les los las el l d van von der den dem ten ter op aan a au aux en et y e i na nad pod v u ob an am im in of the and und upon sur sous saint san santa sankt st bei ben al`,
);

export function isPlaceParticle(folded: string): boolean {
  return PARTICLES.has(folded);
}
