import type { ReactNode } from "react";

/** A filter the table offers; `key` is its name in the URL. */
export type FilterSpec =
  | {
      kind: "choice";
      key: string;
      label: string;
      options: readonly { value: string; label: string; icon?: ReactNode }[];
      /** Only one at a time. */
      isSingle?: boolean;
    }
  | { kind: "text"; key: string; label: string; placeholder?: string }
  | { kind: "time"; key: string; label: string };
