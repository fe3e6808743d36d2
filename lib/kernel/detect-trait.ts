import { foldText, toPhrases } from "./column-fold";

/** Closed lists of what people are, as surveys and personnel files write them. */
const TRAIT_VALUES = {
  gender: `male, female, m, f, w, man, woman, men, women, mannlich, weiblich, divers, diverse, homme, femme, h, masculino, femenino, feminino, hombre, mujer, homem, mulher, non binary, nonbinary, other, unknown, prefer not to say, x, boy, girl, mr, mrs, ms, miss, purush, mahila, stri`,
  marital: `single, married, divorced, widowed, widow, separated, engaged, never married, unmarried, partnered, domestic partnership, married civ spouse, married af spouse, married spouse absent, ledig, verheiratet, geschieden, verwitwet, celibataire, marie, mariee, divorce, veuf, veuve, pacse, soltero, soltera, casado, casada, divorciado, divorciada, viudo, viuda, solteiro, solteira, viuvo, viuva, vivahit, avivahit, unknown, other`,
  race: `white, black, asian, hispanic, latino, caucasian, african american, asian pac islander, amer indian eskimo, native american, pacific islander, mixed, multiracial, two or more races, other, african, indian, chinese, malay, unknown`,
  education: `high school, hs grad, some college, bachelors, bachelor, masters, master, doctorate, phd, prof school, assoc voc, assoc acdm, associate, university degree, professional course, basic 4 y, basic 6 y, basic 9 y, illiterate, primary, secondary, tertiary, graduate, undergraduate, postgraduate, graduation, not graduate, below college, college, university, 7 th 8 th, 9 th, 10 th, 11 th, 12 th, 1 st 4 th, 5 th 6 th, preschool, abitur, realschule, hauptschule, licence, bac, unknown, other`,
  religion: `christian, catholic, protestant, muslim, islam, hindu, buddhist, jewish, sikh, jain, atheist, agnostic, none, orthodox, evangelisch, katholisch, rom katholisch, konfessionslos, other, unknown`,
  blood: `a, b, ab, o, a pos, a neg, b pos, b neg, ab pos, ab neg, o pos, o neg, a positive, b positive, o positive`,
} as const;
export type Trait = keyof typeof TRAIT_VALUES;

const TRAIT_SETS = Object.entries(TRAIT_VALUES).map(
  ([trait, list]) => [trait as Trait, new Set(toPhrases(list))] as const,
);
/** Values that any list may hold: alone they prove nothing. */
const VAGUE = new Set([
  "other",
  "unknown",
  "none",
  "x",
  "a",
  "b",
  "ab",
  "o",
  "m",
  "f",
  "h",
  "w",
  "diverse",
  "mixed",
  "black",
  "white",
  "primary",
  "secondary",
  "master",
  "indian",
  "chinese",
  "single",
  "graduate",
  "college",
  "university",
  "separated",
]);

/** The list that nearly all the values are from, or null. Single letters and everyday words need a telling value beside them. */
export function toTraitList(values: readonly string[]): Trait | null {
  if (values.length === 0) return null;
  const folded = values.map((value) =>
    value.length > 40
      ? ""
      : foldText(value)
          .replace(/[^\p{L}\d]+/gu, " ")
          .replace(/(\d)(?=\p{L})/gu, "$1 ")
          .trim(),
  );
  for (const [trait, list] of TRAIT_SETS) {
    const inList = folded.filter((value) => list.has(value)).length;
    if (inList / values.length >= 0.9 && folded.some((value) => list.has(value) && !VAGUE.has(value))) return trait;
  }
  return null;
}
