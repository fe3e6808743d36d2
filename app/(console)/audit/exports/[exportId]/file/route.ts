import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { requireContext } from "@/app/session";
import { openExport } from "@/lib/audit/open-export";
import { DomainError } from "@/lib/kernel/domain-error";

/** An export's tar, as an attachment. */
export async function GET(_request: Request, { params }: { params: Promise<{ exportId: string }> }): Promise<Response> {
  const ctx = await requireContext("audit:export");
  try {
    const { path, fileName, bytes } = await openExport(ctx, { exportId: (await params).exportId });
    return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, {
      headers: {
        "content-type": "application/x-tar",
        "content-length": String(bytes),
        "content-disposition": `attachment; filename="${fileName}"`,
      },
    });
  } catch (error) {
    if (error instanceof DomainError) return new Response(error.message, { status: 404 });
    throw error;
  }
}
