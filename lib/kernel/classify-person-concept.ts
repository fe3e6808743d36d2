import type { NameFacts } from "./classify-by-name";
import { impersonal, nothing, personal, type Verdict } from "./classify-verdict";
import type { Concept } from "./column-concepts";
import { holdsWords } from "./column-data-type";
import { isPersonalRole } from "./column-entities";

/** Columns that say who someone is, how to reach them and what they are like. Null when the concept is of another kind. */
export function judgePersonConcept(facts: NameFacts, concept: Concept): Verdict | null {
  return (
    judgeReach(facts, concept) ?? judgeNaming(facts, concept) ?? judgeTrait(facts, concept) ?? judgeMark(facts, concept)
  );
}

function judgeReach({ reading, family, context }: NameFacts, concept: Concept): Verdict | null {
  if (concept !== "email" && concept !== "phone") return null;
  if (family === "date" || family === "decimal" || family === "binary" || (concept === "email" && family === "integer"))
    return nothing(0.85, "its type cannot hold a way to reach someone");
  const what = concept === "email" ? "an e-mail address" : "a phone or fax number";
  if (reading.hasForeignTail) return nothing(0.5, `its name mentions ${what} but is about something else`);
  if (reading.isAggregate) return nothing(0.8, "it counts or averages");
  if (reading.hasUnknownTail && /(?:ed|ing)$/.test(reading.tokens.leaf.at(-1) ?? ""))
    return nothing(0.6, `its name says what is done with ${what}`);
  if (concept === "phone" && context.isPremises && reading.owner === null)
    return nothing(0.6, "it is the phone of a place of business");
  return personal(concept, reading.hasUnknownTail ? 0.74 : 0.92, `its name says that it is ${what}`);
}

function judgeNaming(facts: NameFacts, concept: Concept): Verdict | null {
  const { reading, family, context } = facts;
  if (concept === "name" || isLooseName(reading.phrase)) return judgeBareName(facts);
  if (concept === "first_name" || concept === "last_name" || concept === "full_name" || concept === "honorific") {
    if (!holdsWords(family)) return nothing(0.8, "its type cannot hold a name");
    const isThings =
      reading.owner?.kind === "thing" ||
      (context.entity === "thing" &&
        /^(?:full name|fullname|formatted name)$/.test(reading.phrase) &&
        reading.owner === null);
    if (isThings && !context.rowsArePeople) return nothing(0.6, "it names a thing");
    return personal("name", concept === "honorific" ? 0.75 : 0.93, "its name says that it is a person's name");
  }
  if (concept === "username" && /\b(?:on|for|at|after) (?:login|logon)$/.test(reading.tokens.leaf.join(" ")))
    return nothing(0.6, "it says what happens when someone signs in");
  if (concept === "username" && reading.phrase === "handle" && !context.touchesPeople)
    return nothing(0.6, "it is the short name of a thing");
  if (concept === "username")
    return personal("identifier", 0.85, "its name says that it is the name someone signs in with");
  return null;
}

function isLooseName(phrase: string): boolean {
  return /^(?:display name|displayname|nickname|nick name|formatted name|alias name)$/.test(phrase);
}

/** "name" is a person's where its owner is one: by the words around it, by its path, or by its table. */
function judgeBareName({ reading, context, family, isBlind }: NameFacts): Verdict {
  if (!holdsWords(family)) return nothing(0.8, "its type cannot hold a name");
  if (reading.hasForeignTail || reading.hasUnknownTail) return nothing(0.6, "its name is about something else");
  const kind = reading.owner?.kind ?? null;
  if (kind === "person" || kind === "staff") return personal("name", 0.9, "its name says that it is a person's name");
  if (/^(?:from|to)$/.test(reading.tokens.path.at(-1) ?? "") && reading.tokens.leaf.length === 1)
    return personal("name", 0.7, "it names who sent or received something");
  if ((kind === "delivery" || kind === "place") && reading.phrase.startsWith("nick"))
    return nothing(0.6, "it is what an address is called");
  if (kind === "delivery") return personal("name", 0.85, "it names who something is sent or billed to");
  if (kind === "place" && reading.tokens.path.length > 0) return personal("name", 0.7, "it is the name in an address");
  if (
    kind === "weak_person" &&
    (isPersonalRole(reading.owner) ||
      context.rowsArePeople ||
      (!isBlind && context.touchesPeople) ||
      context.entities.has("money"))
  )
    return personal("name", 0.7, "it probably names the person an account or record belongs to");
  if (kind === "org") {
    const isCustomer = context.entities.has("person") || context.concepts.has("full_name");
    return isCustomer
      ? personal("name", 0.62, "it names the company that a customer or contact belongs to")
      : nothing(0.6, "it names a company");
  }
  if (kind !== null) return nothing(0.85, "it names a thing");
  if (context.rowsArePeople) return personal("name", 0.84, "it is the name in a table in which each row is a person");
  if (context.entity === "weak_person" && (context.concepts.has("phone") || context.addressParts.size > 0))
    return personal("name", 0.65, "it stands beside ways to reach someone");
  if (context.entity === "support" && reading.tokens.leaf.length === 1 && context.concepts.has("email"))
    return personal("name", 0.6, "it stands beside the e-mail address of whoever asked");
  if (context.entity === "money" && context.entities.has("money") && context.concepts.has("card"))
    return personal("name", 0.7, "it stands beside payment data");
  if (!isBlind && context.entity === null && (context.addressParts.get("") ?? 0) > 1)
    return personal("name", 0.55, "it stands beside an address");
  return nothing(0.75, "nothing says that it names a person");
}

const SENSITIVE: readonly Concept[] = ["gender", "race", "religion", "politics", "sexuality", "criminal", "health"];
const TRAIT_WORDS: Partial<Record<Concept, string>> = {
  gender: "someone's sex or gender",
  race: "someone's ethnic origin",
  religion: "someone's belief",
  politics: "someone's political opinion",
  sexuality: "someone's sexual orientation",
  criminal: "offences or convictions",
  health: "someone's health",
  marital: "someone's marital status",
  nationality: "someone's nationality",
  age: "someone's age",
  education: "someone's education",
  income: "someone's income",
  family: "someone's family or household",
};

function judgeTrait(facts: NameFacts, concept: Concept): Verdict | null {
  const { reading, context } = facts;
  if (concept === "birth") return judgeBirth(facts);
  if (concept === "health_hint")
    return context.isStudy || (context.touchesPeople && context.isMedical)
      ? personal("special_category", 0.7, "it stands in a table of medical facts about people")
      : nothing(0.55, "nothing says that it is about a person");
  if (concept === "job_title" || (concept === "title" && context.rowsArePeople && !context.isStudy))
    return judgeJobTitle(facts);
  if (concept === "language") return judgeLanguage(facts);
  const what = TRAIT_WORDS[concept];
  if (what === undefined) return null;
  if ((reading.hasForeignTail || (reading.hasUnknownTail && !context.rowsArePeople)) && !context.isStudy)
    return nothing(0.55, `its name mentions ${what} but is about something else`);
  const isAboutPerson =
    context.isStudy || context.rowsArePeople || reading.owner?.kind === "person" || reading.owner?.kind === "staff";
  if (isAboutPerson) return personal("special_category", 0.88, `its name says that it is ${what}`);
  const isAboutThing =
    context.entity === "thing" || context.entity === "document" || context.entity === "org" || context.isAboutObjects;
  if (!SENSITIVE.includes(concept) && concept !== "marital")
    return nothing(0.6, "nothing says that it is about a person");
  if (isAboutThing || (concept === "gender" && !context.touchesPeople))
    return nothing(0.5, "nothing says that it is about a person");
  return personal("special_category", 0.72, `its name says that it is ${what}`);
}

function judgeBirth({ reading, context, family }: NameFacts): Verdict {
  if (family === "boolean" || reading.hasForeignTail || reading.isAggregate)
    return nothing(0.6, "nothing says that it is a date of birth");
  if (reading.phrase === "born" && !context.touchesPeople)
    return nothing(0.5, "nothing says that it is a date of birth");
  return personal("special_category", 0.93, "its name says that it is when or where someone was born or died");
}

function judgeJobTitle({ context, reading }: NameFacts): Verdict {
  const isWork =
    context.isStudy || context.rowsArePeople || reading.owner?.kind === "person" || reading.owner?.kind === "staff";
  if (!isWork || reading.hasForeignTail) return nothing(0.6, "nothing says that it is about a person");
  return personal("identifier", 0.66, "it speaks of the work of the person in the row");
}

function judgeLanguage({ context, reading }: NameFacts): Verdict {
  const isPersons = context.rowsArePeople && /prefer|spoken|native|langue|idioma/.test(reading.phrase);
  return isPersons || context.isStudy
    ? personal("identifier", 0.6, "it says which language a person speaks")
    : nothing(0.7, "it says which language something is in");
}

function judgeMark(facts: NameFacts, concept: Concept): Verdict | null {
  const { reading, context } = facts;
  const owner = reading.owner?.kind;
  const isPersons = context.rowsArePeople || owner === "person" || owner === "staff";
  switch (concept) {
    case "gov_id":
      return reading.hasForeignTail || (/^licen[cs]e n/.test(reading.phrase) && !isPersons)
        ? nothing(0.5, "nothing says that it is a person's number")
        : personal("identifier", 0.9, "its name says that it is a number that a state or insurer gave to someone");
    case "person_number":
      return personal("identifier", 0.86, "its name says that it is a person's number");
    case "plate":
      return personal("identifier", 0.8, "its name says that it is a vehicle's registration");
    case "ip":
      return personal("identifier", 0.9, "its name says that it is a network address");
    case "device":
      if (reading.hasForeignTail) return nothing(0.5, "nothing says that it is a person's device");
      if (
        /^(?:browser|operating system|device name|device model|unique id|tracking id|session cookie|click id)$/.test(
          reading.phrase,
        ) &&
        !isPersons
      )
        return nothing(0.55, "nothing says that it is a person's device");
      return personal("identifier", 0.84, "its name says that it recognises someone's device or browser");
    case "social":
    case "website":
    case "photo":
      return (isPersons || isPersonalRole(reading.owner) || (concept === "social" && context.entity === "support")) &&
        !reading.hasForeignTail
        ? personal("identifier", 0.7, "it shows or links to the person in the row")
        : impersonal("none", 0.6, "nothing says that it is about a person");
    case "link":
      return isPersons && /^(?:icon|image|picture|thumbnail)/.test(reading.phrase) && !reading.hasForeignTail
        ? personal("identifier", 0.6, "it shows the person in the row")
        : null;
    default:
      return null;
  }
}
