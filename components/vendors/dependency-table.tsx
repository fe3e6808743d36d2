import { CategoryMark } from "@/components/ui/category-mark";
import { TextLink } from "@/components/ui/text-link";
import type { VendorDependencies } from "@/lib/vendors/get-vendor-dependencies";

/** Every agent with its vendor, and what it is granted of each dataset. */
export function DependencyTable({
  dependencies: { vendors, agents, datasets, grants },
  agentHrefs,
  datasetHrefs,
}: {
  dependencies: VendorDependencies;
  agentHrefs: Readonly<Record<string, string>>;
  datasetHrefs: Readonly<Record<string, string>>;
}) {
  type Row = { agent: (typeof agents)[number]; grant: (typeof grants)[number] | null };
  const rows = agents.flatMap((agent): Row[] => {
    const own = grants.filter(({ agentId }) => agentId === agent.id);
    return own.length === 0 ? [{ agent, grant: null }] : own.map((grant) => ({ agent, grant }));
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div
      role="region"
      aria-label="Table of who depends on whom"
      tabIndex={0}
      className="overflow-x-auto rounded-xl border border-line bg-surface shadow-xs"
    >
      <table className="w-full text-start">
        <caption className="sr-only">Who depends on whom</caption>
        <thead>
          <tr className="text-ink-muted text-sm">
            {["Vendor", "Agent", "Dataset", "Categories granted"].map((head) => (
              <th key={head} scope="col" className="px-4 py-2 text-start font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ agent, grant }) => (
            <tr key={`${agent.id} ${grant?.datasetId ?? ""}`} className="align-top">
              <td className="border-line border-t px-4 py-2">
                {vendors.find(({ id }) => id === agent.vendorId)?.name}
              </td>
              <td className="border-line border-t px-4 py-2">
                <TextLink href={agentHrefs[agent.id] ?? ""}>{agent.name}</TextLink>
              </td>
              <td className="border-line border-t px-4 py-2">
                {grant === null ? (
                  <span className="text-ink-faint">No live scope</span>
                ) : (
                  <TextLink href={datasetHrefs[grant.datasetId] ?? ""}>
                    {datasets.find(({ id }) => id === grant.datasetId)?.name}
                  </TextLink>
                )}
              </td>
              <td className="border-line border-t px-4 py-2">
                <span className="flex flex-wrap gap-x-3 gap-y-1">
                  {grant?.categories.map((category) => (
                    <CategoryMark key={category} category={category} />
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
