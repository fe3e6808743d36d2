import { paths } from "@/app/(console)/paths";
import { ProofCheck } from "@/components/audit/proof-check";
import { CodeBlock } from "@/components/ui/code-block";
import { TextLink } from "@/components/ui/text-link";
import { getEventProof } from "@/lib/audit/get-event-proof";
import { listLogKeys } from "@/lib/audit/list-log-keys";
import type { RequestContext } from "@/lib/identity/request-context";

/** Where the event stands in the log, what proves it, and a button that checks the proof. */
export async function EventProofPart({ ctx, eventId, text }: { ctx: RequestContext; eventId: string; text: string }) {
  const [proof, { keys }] = await Promise.all([getEventProof(ctx, eventId), listLogKeys(ctx)]);
  return (
    <section aria-label="Proof" className="space-y-3">
      <h3 className="font-medium text-sm">Proof</h3>
      {proof === null ? (
        <p className="text-ink-muted text-sm">
          It waits for its place in the log, mostly for less than a second. Load the page again to see its proof.
        </p>
      ) : (
        <>
          <p className="text-sm">
            Entry <span className="tabular-nums">{proof.entry.toLocaleString("en-GB")}</span> of{" "}
            <TextLink href={paths.log()}>a log of {proof.size.toLocaleString("en-GB")} entries</TextLink>.
          </p>
          <ProofCheck text={text} proof={proof} keys={keys.map(({ key }) => key)} />
          <details>
            <summary className="w-fit cursor-pointer rounded-sm text-ink-muted text-sm">The proof itself</summary>
            <div className="mt-2 space-y-2">
              <CodeBlock title="Signed checkpoint" code={proof.checkpoint} wrap />
              <CodeBlock title="Hashes, lowest first" code={[proof.leafHash, ...proof.hashes].join("\n")} wrap />
            </div>
          </details>
        </>
      )}
    </section>
  );
}
