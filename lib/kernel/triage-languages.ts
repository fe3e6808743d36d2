import type { TriageToken } from "./triage-tokens";

/** The languages that triage reads; the others it only knows well enough to say that it does not. */
export const TRIAGE_LANGUAGES = ["en", "de", "fr", "es", "pt", "hi"] as const;

/** Small words that only one of these languages has. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: "do,no,um,plus,pour,ma,mon,os,van,min,er,hat,ho,dos,the,and,is,of,it,you,your,my,with,have,that,this,not,are,was,were,been,what,how,when,where,why,which,would,could,should,please,there,they,from,about,did,does,dont,cant,im,ive,can,want,need,has,had,will,who,get,just,only,because,thanks,thank,hello,hi,i,we,our,their,on,at,for,to,be,if,or,by,us,him,her",
  de: "und,ich,nicht,das,ist,mit,mein,meine,meinen,meiner,meinem,wie,kann,sie,ihre,ihr,ihren,der,dem,den,eine,einen,einer,bitte,auf,fur,von,habe,haben,wurde,wir,uns,aber,noch,bei,zum,zur,uber,mochte,danke,warum,wann,wo,hallo,keine,kein,sehr,nach,aus,auch,schon,es,gibt,ihnen,mir,mich,du,dass,wenn,weil,oder,einem,seit,heute,ohne,doch,nur,bin,sind,hat,vom",
  fr: "le,les,des,je,vous,votre,vos,nous,notre,nos,mon,ma,mes,est,pas,et,une,pour,dans,avec,sur,mais,bonjour,merci,comment,quand,pourquoi,cette,ce,jai,suis,etes,avez,puis,voudrais,aux,du,au,qui,ne,plus,tres,chez,depuis,cest,quel,quelle,ai,ete,sans,peux,veux,moi,toujours,encore,sil,plait,etait,sont,ou",
  es: "el,los,las,una,por,con,mi,mis,y,es,en,del,al,su,sus,pero,hola,gracias,como,cuando,donde,porque,quiero,puedo,tengo,necesito,estoy,esta,este,muy,ya,lo,le,ustedes,usted,mas,hay,desde,han,ha,he,favor,hace,cual,soy,ayer,nadie,nunca,sin,yo,tambien,ayuda,fue,aqui,unos",
  pt: "os,um,uma,nao,voce,voces,meu,minha,meus,minhas,com,do,da,dos,das,no,na,nos,nas,em,por,mas,ola,obrigado,obrigada,quero,posso,tenho,preciso,estou,esta,isso,muito,ja,mais,pelo,pela,ao,foi,ate,sem,quando,onde,como,seu,sua,bom,dia,boa,qual,eu,ainda,fiz,gostaria,esse,essa,tem,sao,ninguem",
  hi: "hai,hain,nahi,nahin,mera,meri,mere,mujhe,mujhko,aap,aapka,aapki,aapke,aapko,kya,kaise,kab,kahan,kyun,kyu,karo,karna,karne,kar,raha,rahi,rahe,hua,hui,gaya,gayi,gaye,chahiye,hum,humko,humara,hamara,mein,tak,bhi,aur,lekin,abhi,bahut,bohot,iska,uska,yeh,woh,wo,ho,hoon,hun,tha,thi,diya,kiya,kijiye,batao,bataiye,dijiye,paisa,paise,koi,kuch,sirf,agar,toh,ko,ka,ki,ke,se,wapas,ek,apna,apne,apni",
  it: "il,gli,sono,della,delle,degli,nel,nella,perche,anche,questo,questa,ciao,grazie,buongiorno,vorrei,posso,mio,mia,miei,dal,alla,che,piu,cosa,quando,dove,quanto,ho,hanno,stato,ordine,avete,vostro,molto,ancora,sul",
  nl: "het,een,ik,niet,van,voor,maar,mijn,jullie,hoe,wanneer,waarom,graag,bedankt,wij,hebben,heb,zijn,naar,ook,kunnen,kan,deze,geen,nog,wordt,bestelling,waar,uw,hallo,wil,te",
  pl: "nie,jest,sie,moje,moj,moja,prosze,dziekuje,kiedy,gdzie,jak,czy,dlaczego,zamowienie,dzien,dobry,przez,jestem,mam,chce,zeby,tego",
  tr: "bir,ve,icin,degil,nasil,merhaba,tesekkurler,siparis,siparisim,benim,lutfen,cok,ama,neden,nerede,istiyorum,var,yok,ile",
  sv: "jag,och,att,det,inte,har,min,mitt,mina,nar,hur,varfor,tack,hej,vill,kan,med,ni,er,min,bestallning",
  id: "saya,yang,tidak,dan,untuk,dengan,bagaimana,kapan,pesanan,terima,kasih,sudah,belum,bisa,anda,mau,ini,itu,dari",
};

/** A word in several lists says nothing, unless only one of its languages is read here. */
const LANGUAGE_OF = readSmallWords();

function readSmallWords(): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  for (const [language, words] of Object.entries(SMALL_WORDS)) {
    for (const word of new Set(words.split(","))) found.set(word, found.has(word) ? null : language);
  }
  const only = new Map<string, string>();
  for (const [word, language] of found) if (language !== null) only.set(word, language);
  return only;
}

export type LanguageReading = {
  /** The languages with small words in the text, the most frequent first. */
  readonly languages: readonly string[];
  readonly isMixed: boolean;
  readonly isUnknown: boolean;
};

const isRead = (language: string) => (TRIAGE_LANGUAGES as readonly string[]).includes(language);

export function readLanguages(tokens: readonly TriageToken[]): LanguageReading {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  const add = (language: string) => counts.set(language, (counts.get(language) ?? 0) + 1);
  let words = 0;
  let foreignWords = 0;
  for (const token of tokens) {
    // A word that comes again and again is no further sign of its language.
    if (token.kind !== "word" || token.isHashtag || seen.has(token.word)) continue;
    seen.add(token.word);
    words += 1;
    const script = scriptOf(token.word);
    if (script === "other") foreignWords += 1;
    else if (script === "devanagari") add("hi");
    else {
      const language = LANGUAGE_OF.get(token.word);
      if (language !== undefined) add(language);
    }
  }
  const ranked = [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
  const languages = ranked.map(([language]) => language);
  const [first] = ranked;
  const isForeign = foreignWords * 10 >= words * 3 && foreignWords > 0;
  const isOther = first !== undefined && !isRead(first[0]) && first[1] >= 2;
  return { languages, isMixed: isMixed(ranked, foreignWords, words), isUnknown: isForeign || isOther };
}

/** English inside Hindi in Latin letters is how that language is written, not a mix. */
function isMixed(ranked: readonly (readonly [string, number])[], foreignWords: number, words: number): boolean {
  if (foreignWords >= 2 && words - foreignWords >= 2) return true;
  const [first, second, third] = ranked;
  if (first === undefined || second === undefined) return false;
  const total = ranked.reduce((sum, [, count]) => sum + count, 0);
  if (third !== undefined && second[1] + third[1] >= 3 && (second[1] + third[1]) * 3 >= total) return true;
  const pair = [first[0], second[0]];
  if (pair.includes("hi") && pair.includes("en")) return false;
  return second[1] >= 2 && second[1] * 4 >= total;
}

function scriptOf(word: string): "latin" | "devanagari" | "other" {
  const letter = /\p{L}/u.exec(word)?.[0] ?? "a";
  if (/^\p{Script=Latin}$/u.test(letter)) return "latin";
  return /^\p{Script=Devanagari}$/u.test(letter) ? "devanagari" : "other";
}
