import { Card } from "@/components/ui/card";
import { CategoryMark } from "@/components/ui/category-mark";
import { InlineCode } from "@/components/ui/code-block";
import { KeyValueList } from "@/components/ui/key-value-list";
import { OutcomeMark } from "@/components/ui/outcome-mark";
import { CATEGORIES, type Category } from "@/lib/kernel/vocabulary";
import type { VendorStatus } from "@/lib/vendors/vendor-status";

function Categories({ of, none }: { of: readonly Category[]; none: string }) {
  if (of.length === 0) return <span className="text-ink-faint">{none}</span>;
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {of.map((category) => (
        <CategoryMark key={category} category={category} />
      ))}
    </span>
  );
}

/** What the vendor's agents may touch now at most, whatever their scopes say, and what is withheld from them. */
export function LimitsCard({ status }: { status: VendorStatus }) {
  const { limits } = status;
  if (limits === null)
    return (
      <Card title="What its agents may touch">
        <OutcomeMark outcome="denied" word="Nothing: every request is refused" />
      </Card>
    );
  const withheld = CATEGORIES.filter((category) => !limits.categories.includes(category));
  return (
    <Card
      title="What its agents may touch"
      description="At most, whatever their scopes say: its conditions and those of everybody behind it, put together."
    >
      <KeyValueList
        items={[
          { label: "Allowed", value: <Categories of={limits.categories} none="No category" /> },
          {
            label: "Withheld",
            value: <Categories of={withheld} none="Nothing is withheld because of the vendor" />,
            ...(limits.isNarrowed && { help: "A lapse narrowed it: a certificate, or somebody behind it." }),
          },
          {
            label: "Purposes",
            value:
              limits.purposes === null ? (
                "Any"
              ) : (
                <span className="flex flex-wrap gap-1">
                  {limits.purposes.map((purpose) => (
                    <InlineCode key={purpose}>{purpose}</InlineCode>
                  ))}
                </span>
              ),
          },
          {
            label: "Regions",
            value:
              limits.regions.length === 0 ? "Any" : limits.regions.map((list) => list.join(", ")).join(" and also "),
          },
        ]}
      />
    </Card>
  );
}
