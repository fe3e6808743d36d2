"use client";

import { Pause, Radio } from "lucide-react";
import { useState } from "react";
import { KeepCurrent } from "@/components/data/keep-current";
import { Button } from "@/components/ui/button";

/** Follows the log's end until it is paused. */
export function LiveTail({ disabledReason }: { disabledReason: string | null }) {
  const [isOn, setOn] = useState(false);
  const isFollowing = isOn && disabledReason === null;
  return (
    <>
      {isFollowing && <KeepCurrent />}
      <Button
        aria-pressed={isFollowing}
        icon={isFollowing ? <Pause aria-hidden /> : <Radio aria-hidden />}
        disabledReason={disabledReason}
        onClick={() => setOn(!isOn)}
      >
        {isFollowing ? "Pause" : "Follow"}
      </Button>
    </>
  );
}
