import type { NameFacts } from "./classify-by-name";
import { impersonal, nothing, personal, type Verdict } from "./classify-verdict";
import type { Concept } from "./column-concepts";
import { holdsWords } from "./column-data-type";

/** Columns about money, purchases, requests and the company's own affairs. Null when the concept is of another kind. */
export function judgeBusinessConcept(facts: NameFacts, concept: Concept): Verdict | null {
  switch (concept) {
    case "bank":
    case "card":
      return judgeAccount(facts, concept);
    case "amount":
    case "payment":
      return judgeMoney(facts, concept);
    case "purchase":
    case "behaviour":
      return judgeConduct(facts, concept);
    case "support":
    case "free_text":
    case "title":
      return judgeText(facts, concept);
    case "business":
      return facts.context.isStudy
        ? null
        : impersonal(
            "business_sensitive",
            facts.reading.hasForeignTail ? 0.5 : 0.72,
            "its name says that it is the company's own figure or note",
          );
    case "count":
    case "price":
      return judgeOrderLine(facts, concept);
    case "status":
    case "kind":
    case "stamp":
      return judgeCourse(facts, concept);
    default:
      return null;
  }
}

function judgeAccount({ reading, context }: NameFacts, concept: "bank" | "card"): Verdict | null {
  if ((reading.hasForeignTail && !context.isStudy) || context.isPremises)
    return nothing(0.55, "its name mentions payment but is about something else");
  return personal(
    "payment_context",
    0.88,
    concept === "bank" ? "its name says that it is a bank account" : "its name says that it is a payment card",
  );
}

/** Whether the table records what customers owe, pay or buy. */
function isAboutTrade({ context }: NameFacts): boolean {
  return (
    context.entity === "money" ||
    context.entity === "trade" ||
    context.entity === "booking" ||
    ((context.entity === null || context.entity === "weak_person") && context.concepts.has("bank")) ||
    context.entities.has("money") ||
    context.entities.has("trade")
  );
}

function judgeMoney(facts: NameFacts, concept: "amount" | "payment"): Verdict | null {
  const { reading, context, isBlind } = facts;
  if (reading.hasForeignTail && !context.isStudy)
    return nothing(0.55, "its name mentions money but is about something else");
  if (context.isStudy)
    return personal("payment_context", 0.7, "it is money in a table where each row describes one person");
  const owner = reading.owner?.kind;
  const isReduction = /^(?:tax|taxes|discount|discounts|coupon|coupons|promotion)$/.test(reading.owner?.phrase ?? "");
  if ((owner === "thing" && !(isReduction && isAboutTrade(facts))) || /\bfee\b/.test(reading.tokens.leaf.join(" ")))
    return nothing(0.6, "it is the price of a thing or a fee");
  if (!isAboutTrade(facts) && !context.rowsArePeople && owner !== "person" && owner !== "money" && owner !== "trade")
    return nothing(0.6, "nothing says whose money it is");
  if (concept === "payment" && isBlind) return nothing(0.45, "it may be only a reference to how something is paid");
  if (context.entity === "trade" && concept === "amount")
    return personal("purchase_history", 0.78, "it says what a customer's purchase came to");
  return personal("payment_context", 0.78, "its name says that it is what someone owes, pays or is paid");
}

function judgeConduct(facts: NameFacts, concept: "purchase" | "behaviour"): Verdict | null {
  const { reading, context } = facts;
  if (context.isStudy) return personal("purchase_history", 0.7, "it says what a person in this table bought or did");
  if (reading.hasForeignTail || reading.owner?.kind === "thing" || (concept === "behaviour" && facts.isBlind))
    return nothing(0.55, "its name mentions a purchase but is about something else");
  const isSomebodys =
    isAboutTrade(facts) ||
    context.rowsArePeople ||
    reading.owner?.kind === "person" ||
    context.entity === "support" ||
    context.entity === "booking";
  if (!isSomebodys) return nothing(0.6, "nothing says that it is about a person");
  if (facts.isBlind && /^(?:number of|num) |(?:date|at|on|id|name|count|items)$/.test(reading.phrase))
    return nothing(0.5, "it may be only when a record was made");
  return personal(
    "purchase_history",
    concept === "purchase" ? 0.82 : 0.62,
    "it says what a customer bought or did, or when",
  );
}

function judgeText(facts: NameFacts, concept: "support" | "free_text" | "title"): Verdict | null {
  const { reading, context, family, isBlind } = facts;
  if (context.isStudy) return null;
  if (!holdsWords(family)) return nothing(0.7, "its type cannot hold running text");
  if (
    (SELF_DESCRIPTION.test(reading.phrase) || (reading.phrase === "about" && context.rowsArePeople)) &&
    (context.touchesPeople || context.entity === "weak_person")
  )
    return personal("support_issue", 0.66, "it holds what a person wrote about themselves");
  if (isBlind && context.rowsArePeople && REMARK.test(reading.tokens.leaf.join(" ")))
    return personal("business_sensitive", 0.6, "it holds remarks about the person in the row");
  const isSpoken = !isBlind || concept === "support" || (context.touchesPeople && SPOKEN.test(reading.phrase));
  if (context.entity === "support" && isSpoken)
    return personal(
      "support_issue",
      concept === "support" ? 0.88 : 0.8,
      "it holds what a customer wrote or what was said about a request",
    );
  if (concept === "support")
    return context.touchesPeople
      ? personal("support_issue", 0.72, "its name says that it is a customer's request or complaint")
      : nothing(0.5, "nothing says that a customer wrote it");
  if (isBlind) return nothing(0.45, "nothing says that its text is about a person");
  return judgeTextByTable(facts, concept);
}

function judgeTextByTable({ reading, context }: NameFacts, concept: "free_text" | "title"): Verdict {
  const isPersons = reading.owner?.kind === "person";
  switch (context.entity) {
    case "sales_note":
      return personal("business_sensitive", 0.8, "it holds notes that staff keep about customers");
    case "document":
      return impersonal("business_sensitive", 0.68, "it holds the text of the company's own documents");
    case "money":
      return concept === "title"
        ? nothing(0.6, "nothing says that its text is about a person")
        : personal("payment_context", 0.6, "it is free text beside a payment or an invoice");
    case "booking":
    case "trade":
      if (/^(?:description|desc|title|beschreibung|descripcion|descricao)$/.test(reading.phrase))
        return personal("purchase_history", 0.6, "it says what a customer bought or booked");
      return personal("support_issue", 0.6, "it is free text beside a customer's order or appointment");
    default:
      if (context.rowsArePeople)
        return personal("business_sensitive", 0.66, "it is free text in a table in which each row is a person");
      return isPersons
        ? personal("support_issue", 0.6, "it is free text from or about a person")
        : nothing(0.6, "nothing says that its text is about a person");
  }
}

const SELF_DESCRIPTION = /^(?:bio|biography|about me|cover letter|motivation letter|personal statement)$/;
const REMARK =
  /^(?:personal |private |general |additional )?(?:answers?|notes?|remarks?|comments?|notiz|notizen|bemerkung(?:en)?)(?: \d)?$/;
const SPOKEN =
  /^(?:remarks?|feedback|body html|html body|body text|text body|plain body|body plain|message|messages|body|text|content|contents|comment|comments|description)$/;

/** Quantities and prices are a purchase in the lines of an order, and stock data elsewhere. */
function judgeOrderLine(facts: NameFacts, concept: "count" | "price"): Verdict | null {
  const { reading, context, isBlind } = facts;
  if (context.isStudy) return null;
  const isLine = (context.entity === "trade" || context.entity === "booking") && !isBlind;
  if (concept === "price")
    return isLine
      ? personal("purchase_history", 0.68, "it says what a customer paid for each piece")
      : nothing(0.75, "it is the price of a thing");
  return isLine && QUANTITY.test(reading.phrase)
    ? personal("purchase_history", 0.66, "it says how much a customer bought")
    : null;
}

const QUANTITY = /^(?:quantity|qty|units|menge|anzahl|cantidad|quantidade|quantities)$/;

/** How a customer's payment or appointment stands: whether it is paid, how, and when it takes place. */
function judgeCourse(
  { reading, context, isBlind, isPrimaryKey }: NameFacts,
  concept: "status" | "kind" | "stamp",
): Verdict | null {
  if (isBlind || isPrimaryKey || context.isStudy) return null;
  const isOwn = reading.owner === null || reading.owner.kind === context.entity;
  if (
    context.entity === "money" &&
    isOwn &&
    ((concept === "status" && /^(?:status|statut|estatus)$/.test(reading.phrase)) ||
      /^(?:method|mode)$/.test(reading.phrase))
  ) {
    return personal("payment_context", 0.6, "it says how a customer's payment or invoice stands");
  }
  if (context.entity === "booking" && isOwn && concept === "stamp" && BOOKED.test(reading.tokens.leaf.join(" ")))
    return personal("purchase_history", 0.6, "it says when a customer's appointment takes place");
  return null;
}

const BOOKED =
  /^(?:time window|time|date|start|end|start date|end date|start time|end time|starts at|ends at|scheduled at|scheduled for|appointment date|appointment time|check in|check out|termin|datum|fecha|data|hora)$/;
