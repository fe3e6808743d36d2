"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useTransition } from "react";
import { changedSearch } from "@/components/table/table-query";

type Changes = Record<string, string | readonly string[] | null>;

export type TableUrl = {
  /** The values of a key, without the table's prefix. */
  values: (key: string) => string[];
  /** The address with some keys changed. A change of filter, sort or size starts at the first page again. */
  hrefWith: (changes: Changes) => string;
  /** The page's address without a place in the list, for an export. */
  searchForExport: () => string;
  go: (href: string) => void;
  /** A page asked for by `go` is on its way. */
  isPending: boolean;
};

/** The URL as the table's state. */
export function useTableUrl(prefix: string): TableUrl {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [isPending, startTransition] = useTransition();
  const place = { [`${prefix}after`]: null, [`${prefix}before`]: null };
  return {
    values: (key) => params.getAll(prefix + key),
    hrefWith: (changes) => {
      const named = Object.fromEntries(Object.entries(changes).map(([key, value]) => [prefix + key, value]));
      return pathname + changedSearch(params, { ...place, ...named });
    },
    searchForExport: () => changedSearch(params, { ...place, [`${prefix}size`]: null }),
    go: (href) => startTransition(() => router.push(href, { scroll: false })),
    isPending,
  };
}
