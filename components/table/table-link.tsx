"use client";

import Link from "next/link";
import type { ComponentProps } from "react";
import type { TableUrl } from "@/components/table/use-table-url";

/** A link to another state of the same table: real before JavaScript, and with it the table shows that the page is on its way. */
export function TableLink({
  url,
  href,
  ...rest
}: Omit<ComponentProps<typeof Link>, "href"> & { url: TableUrl; href: string }) {
  return (
    <Link
      {...rest}
      href={href}
      scroll={false}
      prefetch={false}
      onNavigate={(event) => {
        event.preventDefault();
        url.go(href);
      }}
    />
  );
}
