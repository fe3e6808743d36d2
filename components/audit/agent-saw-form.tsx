import { TIME_PRESETS } from "@/components/table/time-range";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";

/** Which agent and when; the address holds the answer, so it can be sent to somebody else. */
export function AgentSawForm({
  agents,
  agentId,
  time,
}: {
  agents: readonly { value: string; label: string }[];
  agentId: string | undefined;
  time: string;
}) {
  const [from = "", to = ""] = time.includes("..") ? time.split("..") : [];
  const toField = (text: string) => text.replace(/(:\d\d(\.\d+)?)?Z$/, "").slice(0, 16);
  return (
    <form method="get" aria-label="Choose an agent" className="flex flex-wrap items-end gap-4 print:hidden">
      <label className="block w-full space-y-1 sm:w-64">
        <span className="font-medium text-sm">Agent</span>
        <NativeSelect name="agent" options={agents} placeholder="Choose one" defaultValue={agentId} required />
      </label>
      <label className="block space-y-1">
        <span className="font-medium text-sm">When</span>
        <NativeSelect
          name="time"
          options={TIME_PRESETS.map(({ value, label }) => ({ value, label }))}
          defaultValue={time.includes("..") ? "7d" : time}
        />
      </label>
      <label className="block space-y-1">
        <span className="font-medium text-sm">or from (UTC)</span>
        <Input type="datetime-local" name="from" defaultValue={toField(from)} />
      </label>
      <label className="block space-y-1">
        <span className="font-medium text-sm">to (UTC)</span>
        <Input type="datetime-local" name="to" defaultValue={toField(to)} />
      </label>
      <Button type="submit" variant="primary">
        Show what it saw
      </Button>
    </form>
  );
}
