import "@/app/globals.css";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { DENSITY_COOKIE, parseDensity, parseTheme, THEME_COOKIE } from "@/components/shell/appearance";
import { Providers } from "@/components/shell/providers";

export const metadata: Metadata = {
  title: { default: "Gatehouse", template: "%s · Gatehouse" },
  description: "The gate between a company's AI agents and its customer data.",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fafafb" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1013" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  return (
    <html
      lang="en"
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      data-theme={parseTheme(jar.get(THEME_COOKIE)?.value)}
      data-density={parseDensity(jar.get(DENSITY_COOKIE)?.value)}
    >
      <body>
        <Providers now={Date.now()}>{children}</Providers>
      </body>
    </html>
  );
}
