"use client";

import { Printer } from "lucide-react";
import { Button } from "@/components/ui/button";

/** Opens the browser's print, which also saves a PDF. */
export function PrintButton() {
  return (
    <Button variant="primary" icon={<Printer aria-hidden />} onClick={() => window.print()}>
      Print or save as PDF
    </Button>
  );
}
