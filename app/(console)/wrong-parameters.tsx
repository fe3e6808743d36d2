import { Callout } from "@/components/ui/callout";
import { InlineCode } from "@/components/ui/code-block";
import type { WrongParameter } from "./search-params";

/** Says which parts of the address were left out, so that nobody takes the list below for the one they asked for. */
export function WrongParameters({ wrong }: { wrong: readonly WrongParameter[] }) {
  if (wrong.length === 0) return null;
  return (
    <Callout tone="warn" title="A part of this address could not be used and was left out." className="mb-4">
      <ul>
        {wrong.map(({ name, must }) => (
          <li key={name}>
            <InlineCode>{name}</InlineCode> {must}.
          </li>
        ))}
      </ul>
    </Callout>
  );
}
