"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { TableLink } from "@/components/table/table-link";
import { PAGE_SIZES } from "@/components/table/table-query";
import type { TableUrl } from "@/components/table/use-table-url";
import { buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";
import { NativeSelect } from "@/components/ui/native-select";

/** Where the shown rows stand in the list. Cursors are the server's and opaque; null: nothing further that way. */
export type TablePage = {
  next: string | null;
  previous: string | null;
  /** All rows that match, where it is known. */
  total?: number | undefined;
  /** The total is an estimate and is said to be one. */
  isEstimate?: boolean | undefined;
};

export function TablePager({
  page,
  shown,
  url,
  pageSizes = PAGE_SIZES,
}: {
  page: TablePage;
  shown: number;
  url: TableUrl;
  pageSizes?: readonly number[] | undefined;
}) {
  const size = Number(url.values("size")[0] ?? pageSizes[0]);
  const total = page.total?.toLocaleString("en-GB");
  const count = total === undefined ? `${shown} shown` : `${shown} of ${page.isEstimate ? "about " : ""}${total}`;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t px-4 py-2 text-ink-muted text-sm">
      <span className="tabular-nums" aria-live="polite">
        {count}
      </span>
      <div className="ms-auto flex items-center gap-2">
        <label className="flex items-center gap-2 max-sm:sr-only">
          Rows
          <NativeSelect
            className="w-20"
            value={String(size)}
            onChange={(event) => url.go(url.hrefWith({ size: event.target.value }))}
            options={pageSizes.map((each) => ({ value: String(each), label: String(each) }))}
          />
        </label>
        <PageLink url={url} label="Previous" href={page.previous && url.hrefWith({ before: page.previous })} />
        <PageLink url={url} label="Next" href={page.next && url.hrefWith({ after: page.next })} />
      </div>
    </div>
  );
}

function PageLink({ url, label, href }: { url: TableUrl; label: "Previous" | "Next"; href: string | null }) {
  const content = (
    <>
      {label === "Previous" && <ChevronLeft aria-hidden />}
      {label}
      {label === "Next" && <ChevronRight aria-hidden />}
    </>
  );
  if (href === null) {
    return (
      <span role="link" aria-disabled className={cn(buttonStyles("secondary", "sm"), "pointer-events-none")}>
        {content}
      </span>
    );
  }
  return (
    <TableLink
      url={url}
      href={href}
      rel={label === "Next" ? "next" : "prev"}
      className={buttonStyles("secondary", "sm")}
    >
      {content}
    </TableLink>
  );
}
