import { JSON_KIND_NAMES, toLeaves, toPathWords } from "@/components/reviews/json-leaves";
import { toActionWord, toMoneyWords } from "@/components/reviews/review-words";
import type { Json } from "@/lib/kernel/canonical-json";
import type { Action } from "@/lib/reviews/release-payload";

type Row = { name: string; kind: string; value: string };

function toJsonRows(data: Json): Row[] {
  return toLeaves(data).map(({ path, kind, text }) => ({
    name: toPathWords(path),
    kind: JSON_KIND_NAMES[kind],
    value: text,
  }));
}

function toRows(action: Action): Row[] {
  switch (action.type) {
    case "reply":
      return [];
    case "refund":
      return [
        { name: "Amount", kind: "money", value: toMoneyWords(action.amount, action.currency) ?? "" },
        ...(action.order === undefined ? [] : [{ name: "Order", kind: "text", value: action.order }]),
      ];
    case "cancel_order":
      return [{ name: "Order", kind: "text", value: action.order }];
    case "custom":
      return [
        ...(action.amount === undefined
          ? []
          : [{ name: "Amount", kind: "money", value: toMoneyWords(action.amount, action.currency ?? null) ?? "" }]),
        ...toJsonRows(action.data),
      ];
  }
}

/** What the agent means to do, every value with its type, so that 12 and "12" are told apart. */
export function ActionTable({ action }: { action: Action }) {
  const rows = toRows(action);
  const title = toActionWord(action.type === "custom" ? action.name : action.type);
  if (rows.length === 0) return <p className="text-ink-muted">It sends the reply and does nothing else.</p>;
  return (
    <div
      role="region"
      aria-label={`Action: ${title}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line -outline-offset-2"
    >
      <table className="w-full text-start text-sm">
        <caption className="border-line border-b bg-canvas px-3 py-2 text-start font-medium">{title}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Part</th>
            <th scope="col">Value</th>
            <th scope="col">Type</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className="border-line not-last:border-b">
              <th scope="row" className="w-1/3 min-w-28 px-3 py-1.5 text-start align-top font-normal text-ink-muted">
                {row.name}
              </th>
              <td className="break-words px-3 py-1.5 font-medium [overflow-wrap:anywhere]">{row.value}</td>
              <td className="whitespace-nowrap px-3 py-1.5 text-end align-top text-ink-faint text-xs">{row.kind}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
