import type { ReactNode } from "react";
import { TIME_PRESETS } from "@/components/table/time-range";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
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
      <Labelled id="saw-agent" label="Agent" className="w-full sm:w-64">
        <NativeSelect
          id="saw-agent"
          name="agent"
          options={agents}
          placeholder="Choose one"
          defaultValue={agentId}
          required
        />
      </Labelled>
      <Labelled id="saw-time" label="When">
        <NativeSelect
          id="saw-time"
          name="time"
          options={TIME_PRESETS.map(({ value, label }) => ({ value, label }))}
          defaultValue={time.includes("..") ? "7d" : time}
        />
      </Labelled>
      <Labelled id="saw-from" label="or from (UTC)">
        <Input id="saw-from" type="datetime-local" name="from" defaultValue={toField(from)} />
      </Labelled>
      <Labelled id="saw-to" label="to (UTC)">
        <Input id="saw-to" type="datetime-local" name="to" defaultValue={toField(to)} />
      </Labelled>
      <Button type="submit" variant="primary">
        Show what it saw
      </Button>
    </form>
  );
}

function Labelled({
  id,
  label,
  className,
  children,
}: {
  id: string;
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={cn("space-y-1", className)}>
      <label htmlFor={id} className="block font-medium text-sm">
        {label}
      </label>
      {children}
    </div>
  );
}
