import { CATEGORY_WORDS } from "@/components/ui/category-words";
import { CATEGORIES } from "@/lib/kernel/vocabulary";
import type { VendorDependencies } from "@/lib/vendors/get-vendor-dependencies";

const ROW = 40;
const HEAD = 28;
const BOX = { width: 172, height: 28 };
const GAP = 72;

type Node = { id: string; label: string; column: number; row: number };
type Edge = { from: string; to: string };

function place(column: number, items: readonly { id: string; label: string }[]): Node[] {
  return items.map((item, row) => ({ ...item, column, row }));
}

function toPicture({ vendors, chains, agents, datasets, grants }: VendorDependencies): {
  nodes: Node[];
  edges: Edge[];
} {
  const held = CATEGORIES.filter((category) => grants.some((grant) => grant.categories.includes(category)));
  // Those behind stand before the vendor, and what it leads to after it.
  const behind = vendors.filter(({ isDirect }) => !isDirect);
  const direct = vendors.filter(({ isDirect }) => isDirect);
  const columns = [
    ...(behind.length === 0 ? [] : [behind.map(({ id, name }) => ({ id, label: name }))]),
    direct.map(({ id, name }) => ({ id, label: name })),
    agents.map(({ id, name }) => ({ id, label: name })),
    datasets.map(({ id, name }) => ({ id, label: name })),
    held.map((category) => ({ id: category, label: CATEGORY_WORDS[category] })),
  ];
  const edges = [
    ...chains.map(({ from, to }) => ({ from: to, to: from })),
    ...agents.map(({ id, vendorId }) => ({ from: vendorId, to: id })),
    ...grants.map(({ agentId, datasetId }) => ({ from: agentId, to: datasetId })),
    ...datasets.flatMap(({ id, categories }) => categories.map((category) => ({ from: id, to: category }))),
  ];
  return { nodes: columns.flatMap((items, column) => place(column, items)), edges };
}

const xOf = ({ column }: Node): number => column * (BOX.width + GAP);
const yOf = ({ row }: Node): number => HEAD + row * ROW;

function toCurve(from: Node, to: Node): string {
  // Of two in one column the line leaves and comes back on the same side.
  const isSame = from.column === to.column;
  const [x1, y1] = [xOf(from) + BOX.width, yOf(from) + BOX.height / 2];
  const [x2, y2] = [isSame ? xOf(to) + BOX.width : xOf(to), yOf(to) + BOX.height / 2];
  const bend = GAP / 2;
  return `M${x1} ${y1} C${x1 + bend} ${y1} ${isSame ? x2 + bend : x2 - bend} ${y2} ${x2} ${y2}`;
}

function shorten(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}

/** Vendors, agents, datasets and categories as boxes with lines. The table beside it says the same in words. */
export function DependencyPicture({ dependencies }: { dependencies: VendorDependencies }) {
  const { nodes, edges } = toPicture(dependencies);
  const columns = Math.max(...nodes.map(({ column }) => column)) + 1;
  const rows = Math.max(...nodes.map(({ row }) => row)) + 1;
  const width = columns * BOX.width + (columns - 1) * GAP + 2;
  const height = HEAD + rows * ROW;
  const heads = [...(columns === 5 ? ["Behind it"] : []), "Vendor", "Agents", "Datasets", "Categories"];
  const { agents, datasets } = dependencies;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div
      role="region"
      aria-label="Picture of who depends on whom"
      tabIndex={0}
      className="overflow-x-auto rounded-xl border border-line bg-surface p-4 shadow-xs"
    >
      <svg
        role="img"
        aria-label={`${agents.length} agents and ${datasets.length} datasets depend on it; the table below names them.`}
        viewBox={`-1 0 ${width} ${height}`}
        width={width}
        height={height}
        className="max-w-none"
      >
        {heads.map((head, column) => (
          <text key={head} x={column * (BOX.width + GAP)} y={14} className="fill-ink-muted text-xs">
            {head}
          </text>
        ))}
        {edges.map(({ from, to }) => {
          const [start, end] = [nodes.find(({ id }) => id === from), nodes.find(({ id }) => id === to)];
          if (start === undefined || end === undefined) return null;
          return (
            <path
              key={`${from} ${to}`}
              d={toCurve(start, end)}
              fill="none"
              strokeWidth="1.5"
              className="stroke-line-strong"
            />
          );
        })}
        {nodes.map((node) => (
          <g key={node.id}>
            <title>{node.label}</title>
            <rect
              x={xOf(node)}
              y={yOf(node)}
              width={BOX.width}
              height={BOX.height}
              rx="6"
              className="fill-canvas stroke-line-strong"
            />
            <text x={xOf(node) + 10} y={yOf(node) + 18} className="fill-ink text-xs">
              {shorten(node.label)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
