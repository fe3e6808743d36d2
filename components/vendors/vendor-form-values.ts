import { toDayInput } from "@/components/vendors/words";
import type { Criticality } from "@/lib/kernel/vendor-vocabulary";

/** What a person says about a vendor, as it is stored. */
export type VendorFormValues = {
  revision: number;
  name: string;
  isOurselves: boolean;
  services: readonly string[];
  models: readonly string[];
  contacts: readonly { name: string; email: string; role: string }[];
  contractFrom: Date | null;
  contractUntil: Date | null;
  dpaFrom: Date | null;
  dpaUntil: Date | null;
  regions: readonly string[];
  ownerId: string;
  criticality: Criticality;
  notes: string;
};

/** A form's fields by name, as they travel. */
export type FormFields = Record<string, string>;

/** The same as the form's fields hold it. */
export function toVendorFields(vendor: VendorFormValues): FormFields {
  const contacts = vendor.contacts.flatMap((contact, index) =>
    (["name", "email", "role"] as const).map((part) => [`contacts.${index}.${part}`, contact[part]]),
  );
  return {
    name: vendor.name,
    isOurselves: vendor.isOurselves ? "on" : "",
    services: vendor.services.join("\n"),
    models: vendor.models.join("\n"),
    contactRows: String(Math.max(1, vendor.contacts.length)),
    ...Object.fromEntries(contacts),
    contractFrom: toDayInput(vendor.contractFrom),
    contractUntil: toDayInput(vendor.contractUntil),
    dpaFrom: toDayInput(vendor.dpaFrom),
    dpaUntil: toDayInput(vendor.dpaUntil),
    regions: vendor.regions.join(", "),
    ownerId: vendor.ownerId,
    criticality: vendor.criticality,
    notes: vendor.notes,
  };
}

const clean = (text: string | undefined): string => (text ?? "").replaceAll("\r\n", "\n").trim();

/**
 * Two people's changes of one form: what only one of them changed is as that one said; where both did, mine stays and its name is in
 * `both`.
 */
export function mergeFields(
  base: FormFields,
  mine: FormFields,
  theirs: FormFields,
): { merged: FormFields; both: string[] } {
  const merged: FormFields = {};
  const both: string[] = [];
  for (const name of new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])) {
    const [was, own, other] = [clean(base[name]), clean(mine[name]), clean(theirs[name])];
    merged[name] = own === was ? other : own;
    if (own !== was && other !== was && own !== other) both.push(name);
  }
  const rows = (fields: FormFields): number => Number(fields["contactRows"]) || 1;
  merged["contactRows"] = String(Math.max(rows(mine), rows(theirs)));
  return { merged, both: both.filter((name) => name !== "contactRows") };
}
