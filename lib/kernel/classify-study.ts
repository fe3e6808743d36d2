import type { Concept } from "./column-concepts";
import { findEntities } from "./column-entities";
import { toPhrases } from "./column-fold";
import type { NameReading } from "./column-reading";
import type { Trait } from "./detect-trait";

/** How strongly a column of this kind says that each row of a table describes one person. */
const PERSON_WEIGHT: Partial<Record<Concept, number>> = {
  full_name: 0.5,
  email: 0.5,
  birth: 2,
  age: 1.5,
  gender: 1.5,
  marital: 2,
  race: 1.5,
  religion: 2,
  politics: 2,
  sexuality: 2,
  nationality: 1.5,
  education: 1.5,
  job_title: 1,
  income: 1,
  family: 1.5,
  criminal: 1.5,
  health: 1.5,
  health_hint: 0.6,
  behaviour: 0.6,
  payment: 0.5,
};

/** Words of tables about objects, places and markets. */
const OBJECT_WORDS = new Set(
  toPhrases(`species, petal, sepal, engine, horsepower, hp, mpg, cylinders, fuel, mileage, odometer, transmission, gearbox, doors, wheelbase, bore, make, sqft, squarefeet, bedrooms, bathrooms, rooms, room, floors, floor, garage, basement, lot, roof, built, price, acidity,
    alcohol, sulphates, soil, rainfall, rain, snow, humidity, wind, pollen, ozone, movie, film, budget, gross, screens, director, track, tempo, danceability, album, publisher, pixel, pixels, sensor, voltage, current, torque, rpm, axle, shell, rings, shucked, wing, tail, beak, fur, cap, stalk,
    gill, petals, leaf, crop, mineral, calories, sugar, protein, sodium, flavor, flavour, latitude, longitude, elevation, altitude, magnitude, galaxy, redshift, population, gdp, capita, expectancy, thousand, million, median, medv, zn, crim, nox, tax, ptratio, fixtures, team, teams, goals, away, weapon, attack, defense, pokemon, wavelength, frequency, airline, flight, departure, arrival, carat, clarity, cut, depth`),
);
/** Prices of a market: any of these words alone may mean something else. */
const MARKET_WORDS = new Set(["open", "high", "low", "close", "bid", "ask", "volume"]);
/** The keys under which studies keep their subjects. */
const SUBJECT_KEY =
  /^(?:usubjid|subjid|subject(?: id| number)?|subj|participant(?: id)?|respondent(?: id)?|pat ?id|patno|patient(?: id| no)?)$/;
const STUDY_WORDS = new Set(
  toPhrases(`census, survey, adult, adults, churn, attrition, hr, salary, salaries, credit, personality, lifestyle, marketing, titanic, health, healthcare, heart, cardio, cardiovascular, cardiac, diabetes, cancer, tumor, disease, diseases, hospital, medical, clinical, patient, patients, stroke, thyroid, hepatitis, liver, kidney, lung, breast, dementia,
    parkinsons, parkinson, alzheimers, autism, autistic, sleep, obesity, pregnancy, maternal, birth, contraceptive, depression, mental, suicide, covid, vaccine, insurance, students, student, grades, admissions, alumni, recidivism, compas, people, persons, passengers, voters, dating, demographics, income, wages, unemployment, loan, loans, stress, smoking, smokers, drinking, injury, trauma, surgery, icu, therapy, rct, trial, psychiatric, births, babies, infants, twins, adolescents, teenagers, cps, psid, nlsy, gss, labor, labour, households, divorce, marriage, affairs, creditcard, fitness, wellness, gym, blood, transfusion, fetal, arrhythmia, echocardiogram, ecg, eeg, lymph, tumour, psychology, behavior, behaviour`),
);
const MEDICAL_TOPICS = new Set(
  toPhrases(
    `health, healthcare, onco, oncology, medpar, medicare, medicaid, heart, cardio, cardiovascular, cardiac, diabetes, cancer, tumor, disease, hospital, medical, clinical, patient, patients, stroke, thyroid, hepatitis, liver, kidney, lung, breast, dementia, onco, oncology, parkinsons, parkinson, alzheimers, autism, pregnancy, covid, vaccine, injury, trauma, burn, burns, cognitive, brain, brains, neuro, surgery, icu, psychiatric, births, infants, blood, fetal, arrhythmia, echocardiogram, ecg, eeg`,
  ),
);
/** Topics that only people have, and that no application names a table after. */
const PEOPLE_TOPICS = new Set(
  toPhrases(
    `onco, oncology, medicare, medicaid, churn, attrition, census, recidivism, fraud, epilepsy, schizophrenia, dyslexia, asthma, hiv, malaria, tuberculosis, crohn, migraine, insomnia, sepsis, melanoma, diabetes, cancer, tumor, thyroid, hepatitis, dementia, parkinsons, parkinson, alzheimers, autism, arrhythmia, echocardiogram, cardiovascular, obesity`,
  ),
);
const TRAIT_WEIGHT: Record<Trait, number> = {
  gender: 1.5,
  marital: 2,
  race: 1.5,
  religion: 2,
  education: 1.5,
  blood: 2,
};

/** Short names that statisticians give to facts about people, with how telling each is. Only whole names count. */
const HINTS = new Map<string, number>([
  ...["m f", "f m", "sx", "eth", "female", "femme"].map((name) => [name, 1.5] as const),
  ...["ses", "exper", "experience", "kids", "black"].map((name) => [name, 1] as const),
  ...["white", "union", "smsa", "treat", "treated", "baseline", "visit", "hours", "urban", "rural", "lfp", "nkids"].map(
    (name) => [name, 0.5] as const,
  ),
]);
/** Endings of the names of diseases, and words that only share them. */
const DISEASE =
  /(?:itis|phrenia|lepsy|emia|aemia|carcinoma|sarcoma|lymphoma|myeloma|blastoma|osis|pathy|plegia|ectomy)$/;
const NO_DISEASE = new Set(
  "academia bohemia empathy sympathy osmosis hypnosis diagnosis metamorphosis symbiosis prognosis photosynthosis".split(
    " ",
  ),
);

export type StudyScore = {
  readonly isStudy: boolean;
  readonly isMedical: boolean /** Its columns measure animals, goods or places. */;
  readonly isAboutObjects: boolean;
};

/**
 * Whether a table is a data set about people (a census, a clinical study, personnel figures). One telling column is not enough, since fish
 * have a sex and houses an age; columns about objects count against it, and so do the created/updated columns of an application's table.
 */
export function scoreStudy(
  tableWords: readonly string[],
  readings: readonly NameReading[],
  { traits, hasValues }: { readonly traits: readonly Trait[]; readonly hasValues: boolean },
): StudyScore {
  const weighed = weighReadings(readings, traits, hasValues);
  const isMedical = weighed.medical >= 2 || tableWords.some((word) => MEDICAL_TOPICS.has(word));
  const isAboutObjects = (weighed.objects > 0 || readings.some(isTally)) && weighed.kinds <= 1;
  if (readings.some(isApplicationColumn) || isDirectory(readings) || readings.filter(isForeignKey).length >= 3)
    return { isStudy: false, isMedical, isAboutObjects };
  const topics = tableWords.filter((word) => STUDY_WORDS.has(word)).length;
  if (hasValues && isPanelOfPlaces(readings)) weighed.objects += 1;
  const score = weighed.score + Math.min(topics, 2) + judgeTableNouns(tableWords) - 1.2 * weighed.objects;
  const isOfThings = judgeTableNouns(tableWords) < 0;
  const kinds = weighed.kinds + (weighed.isKeyed ? 1 : 0);
  const isStudy =
    (score >= 3 && kinds >= 2) ||
    (hasValues && score >= 2.4 && kinds >= 2 && weighed.objects === 0 && readings.some(isBodily)) ||
    (hasValues && weighed.objects === 0 && !isOfThings && (hasSubjects(readings, isMedical) || isOfBuild(readings))) ||
    (hasValues && weighed.objects === 0 && readings.some(isPersonKey) && shareOf(readings, speaksOfBody) >= 0.34) ||
    (weighed.objects === 0 &&
      (isNamedStudy(tableWords, readings, isMedical) || (traits.length > 1 && shareOf(readings, isAnonymous) >= 0.5)));
  return { isStudy, isMedical, isAboutObjects: isAboutObjects && !isStudy };
}

function weighReadings(
  readings: readonly NameReading[],
  traits: readonly Trait[],
  hasValues: boolean,
): { score: number; medical: number; objects: number; kinds: number; isKeyed: boolean } {
  let score = traits.reduce((sum, trait) => sum + TRAIT_WEIGHT[trait], 0);
  let medical = 0;
  let objects = 0;
  let market = 0;
  let isKeyed = false;
  const kinds = new Set<string>(traits);
  for (const reading of readings) {
    const { concept } = reading;
    const named = concept === null || reading.isAggregate ? 0 : (PERSON_WEIGHT[concept] ?? 0);
    const hint = hasValues && named < 1 ? (HINTS.get(reading.tokens.leaf.join(" ")) ?? 0) : 0;
    const weight = Math.max(named, hint);
    if (hint >= 1) kinds.add(reading.tokens.leaf.join(" "));
    const isHealth = concept === "health" || concept === "health_hint";
    if (hasValues && concept === "id" && reading.owner?.kind === "person") {
      score += 1;
      isKeyed = true;
    }
    score += weight;
    if (named >= 1 && concept !== null) kinds.add(isHealth ? reading.phrase : concept);
    if (isHealth) medical += weight;
    if (weight === 0 && reading.tokens.leaf.some((word) => OBJECT_WORDS.has(word))) objects += 1;
    if (reading.tokens.leaf.some((word) => MARKET_WORDS.has(word))) market += 1;
  }
  if (market > 2) objects += market;
  return { score, medical, objects, kinds: kinds.size, isKeyed };
}

/** By its table's name alone: a disease or a topic that only people have, or any such topic over columns that were made anonymous. */
function isNamedStudy(tableWords: readonly string[], readings: readonly NameReading[], isMedical: boolean): boolean {
  if (readings.some((reading) => isWholePlace(reading) || (reading.isAggregate && isCount(reading)))) return false;
  if (tableWords.some((word) => PEOPLE_TOPICS.has(word) || (DISEASE.test(word) && !NO_DISEASE.has(word)))) return true;
  return (
    tableWords.some((word) => STUDY_WORDS.has(word)) &&
    (shareOf(readings, isAnonymous) >= 0.5 ||
      (isMedical && shareOf(readings, (reading) => isAnonymous(reading) || saysNothing(reading)) >= 0.6))
  );
}

function shareOf(readings: readonly NameReading[], is: (reading: NameReading) => boolean): number {
  return readings.filter(is).length / Math.max(readings.length, 1);
}

function judgeTableNouns(tableWords: readonly string[]): number {
  const kinds = findEntities(tableWords).map((hit) => hit.kind);
  return (kinds.includes("person") || kinds.includes("staff") ? 1 : 0) - (kinds.includes("thing") ? 1 : 0);
}

/** A state or a country with a year, and nothing that only one person has: figures of places over time. */
function isPanelOfPlaces(readings: readonly NameReading[]): boolean {
  const concepts = new Set(readings.map(({ concept }) => concept));
  const isOfPlaces = readings.some(
    ({ concept, owner, phrase }) =>
      (concept === "region" || concept === "country" || concept === "city" || /^(?:district|county)$/.test(phrase)) &&
      owner === null,
  );
  const hasYear = readings.some(({ tokens }) => /^(?:year|yr|date|month)$/.test(tokens.leaf.join(" ")));
  return (
    isOfPlaces &&
    hasYear &&
    !(["gender", "race", "marital", "full_name", "birth"] as const).some((own) => concepts.has(own))
  );
}

/** A column of counts or rates: each row adds up many. */
function isTally({ tokens }: NameReading): boolean {
  return /^(?:freq|frequency|count|counts|n|deaths|rate|pop|population|mortality)$/.test(tokens.leaf.join(" "));
}

/** A key of subjects, or any numbering of rows in a table with a medical name. */
function hasSubjects(readings: readonly NameReading[], isMedical: boolean): boolean {
  return readings.some(({ concept, tokens }) => {
    const name = tokens.leaf.join(" ");
    return (
      (SUBJECT_KEY.test(name) && (name !== "subject" || readings.some(isMeasured))) ||
      (isMedical && (name === "id" || concept === "age"))
    );
  });
}

/** What is measured of the subjects of a study; the subjects of a school have no such columns. */
function isMeasured({ concept, tokens }: NameReading): boolean {
  return (
    ["age", "gender", "health", "health_hint"].includes(concept ?? "") ||
    /^(?:time|dose|conc|treat|group|visit|occasion|trial|score|response|rt|y)$/.test(tokens.leaf.join(" "))
  );
}

/** Sex, height and weight together are of people where nothing speaks of animals or things. */
function isOfBuild(readings: readonly NameReading[]): boolean {
  const names = new Set(readings.map(({ tokens }) => tokens.leaf[0]));
  return names.has("height") && names.has("weight") && readings.some(({ concept }) => concept === "gender");
}

/** What only a person has; incomes and schooling are also averaged over jobs and places. */
function isBodily({ concept, isAggregate, tokens }: NameReading): boolean {
  if (isAggregate) return false;
  return (
    ["age", "gender", "race", "marital", "birth", "health", "id"].includes(concept ?? "") ||
    (HINTS.get(tokens.leaf.join(" ")) ?? 0) >= 1
  );
}

function isPersonKey({ concept, owner }: NameReading): boolean {
  return concept === "id" && owner?.kind === "person";
}

function speaksOfBody({ concept }: NameReading): boolean {
  return concept === "health" || concept === "health_hint";
}

/** "V12", "feature_3", "x1". */
function isAnonymous(reading: NameReading): boolean {
  return /^(?:[a-z]{1,2} \d+|(?:feature|attr|attribute|var|variable|col|column|field|f|x|input|unnamed) ?\d+)$/.test(
    reading.tokens.leaf.join(" "),
  );
}

function saysNothing(reading: NameReading): boolean {
  return /^(?:value|values|id|class|target|label|time|date|y|outcome|index)$/.test(reading.tokens.leaf.join(" "));
}

/** Created and updated stamps and nested payload fields belong to applications, whose other columns are about the record. */
function isApplicationColumn(reading: NameReading): boolean {
  return (
    reading.tokens.path.length > 0 ||
    (reading.concept === "stamp" && /^(?:created|updated|modified|deleted)/.test(reading.phrase))
  );
}

/** "job_id", "department_id": a table that points at three others belongs to an application. */
function isForeignKey({ concept, owner, tokens }: NameReading): boolean {
  return concept === "id" && tokens.leaf.at(-1) === "id" && tokens.leaf.length > 1 && owner?.kind !== "person";
}

/** Names with streets and phones are an address book or a personnel file, where columns differ in what they hold. */
function isDirectory(readings: readonly NameReading[]): boolean {
  const concepts = new Set(readings.map((reading) => reading.concept));
  return concepts.has("phone") && concepts.has("street") && (concepts.has("last_name") || concepts.has("full_name"));
}

/** "new_cases", "total_deaths" beside a country are statistics of places, not records of people. */
function isCount(reading: NameReading): boolean {
  return /(?:cases|deaths|beds|people|patients|population|recovered|tests)$/.test(reading.tokens.leaf.at(-1) ?? "");
}

function isWholePlace(reading: NameReading): boolean {
  return reading.concept === "country" && reading.owner === null;
}
