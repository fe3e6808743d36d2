"use client";

import { Paperclip, X } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/textarea";
import type { AttachFile, EvidenceItem } from "@/components/vendors/answer-types";

function toSizeWords(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** What shows an answer: links and files. A file is stored when it is chosen; `onFiles` gets the whole list. */
export function EvidencePart({
  questionText,
  links,
  onLinks,
  files,
  onFiles,
  attach,
  hrefOf,
  unavailable,
}: {
  questionText: string;
  links: readonly string[];
  onLinks: (links: string[]) => void;
  files: readonly EvidenceItem[];
  onFiles: (files: EvidenceItem[]) => void;
  attach: AttachFile;
  /** Where a file is downloaded; absent for somebody who cannot. */
  hrefOf?: ((fileId: string) => string) | undefined;
  unavailable?: string | null | undefined;
}) {
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const send = async (file: File) => {
    const form = new FormData();
    form.set("file", file);
    setPending(true);
    setFault(null);
    const result = await attach(form).catch(
      () => ({ status: "refused", message: "The file could not be sent: is it larger than 10 MB?" }) as const,
    );
    setPending(false);
    if (result.status === "attached") onFiles([...files, result.file]);
    else setFault(result.message);
  };
  return (
    <div className="space-y-3">
      <div className="space-y-1.5">
        <label htmlFor={`${id}-links`} className="font-medium text-sm">
          Links that show it, one a line
        </label>
        <Textarea
          id={`${id}-links`}
          rows={2}
          className="min-h-14"
          value={links.join("\n")}
          onChange={(event) => onLinks(event.target.value.split("\n"))}
        />
      </div>
      <div className="space-y-2">
        <ul className="space-y-1">
          {files.map((file) => (
            <li key={file.id} className="flex flex-wrap items-center gap-2 text-sm">
              {hrefOf === undefined ? (
                <span className="break-all">{file.name}</span>
              ) : (
                <a
                  href={hrefOf(file.id)}
                  download
                  className="inline-block min-h-6 break-all text-accent-ink underline underline-offset-2"
                >
                  {file.name}
                </a>
              )}
              <span className="text-ink-muted">{toSizeWords(file.sizeBytes)}</span>
              <Button
                size="sm"
                variant="ghost"
                aria-label={`Take ${file.name} away from this answer`}
                icon={<X aria-hidden />}
                disabledReason={unavailable}
                onClick={() => onFiles(files.filter((one) => one.id !== file.id))}
              />
            </li>
          ))}
        </ul>
        <input
          ref={picker}
          type="file"
          className="sr-only"
          tabIndex={-1}
          aria-label={`File for: ${questionText}`}
          accept=".pdf,.png,.jpg,.jpeg,.txt,.csv,.docx,.xlsx"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) void send(file);
            event.target.value = "";
          }}
        />
        <Button
          size="sm"
          icon={<Paperclip aria-hidden />}
          isPending={isPending}
          disabledReason={unavailable}
          onClick={() => picker.current?.click()}
        >
          Attach a file
        </Button>
        <p className="text-ink-muted text-sm">PDF, PNG, JPEG, TXT, CSV, DOCX or XLSX, at most 10 MB.</p>
        {fault !== null && (
          <p role="alert" className="text-denied-ink text-sm">
            {fault}
          </p>
        )}
      </div>
    </div>
  );
}
