import { describe, expect, it } from "vitest";
import { findNameFault, sniffFileType } from "./sniff-file-type";

const bytes = (...parts: (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part, "utf8")] : part)));
const number = (value: number, size: number) =>
  Array.from({ length: size }, (_, index) => (value >> (8 * index)) & 0xff);

/** A ZIP with empty files of these names: local headers, central directory, its end. */
function zip(...names: string[]): Uint8Array {
  const local = names.map((name) =>
    bytes([0x50, 0x4b, 3, 4], number(0, 22), number(name.length, 2), number(0, 2), name),
  );
  const central = names.map((name) =>
    bytes([0x50, 0x4b, 1, 2], number(0, 24), number(name.length, 2), number(0, 16), name),
  );
  const start = local.reduce((total, one) => total + one.length, 0);
  const size = central.reduce((total, one) => total + one.length, 0);
  const end = bytes(
    [0x50, 0x4b, 5, 6],
    number(0, 4),
    number(names.length, 2),
    number(names.length, 2),
    number(size, 4),
    number(start, 4),
    number(0, 2),
  );
  return Uint8Array.from([...local, ...central, end].flatMap((one) => [...one]));
}

describe("a file's type", () => {
  it.each<[string, Uint8Array, string | null]>([
    ["report.pdf", bytes("%PDF-1.7\n"), "application/pdf"],
    ["REPORT.PDF", bytes("%PDF-1.7\n"), "application/pdf"],
    ["picture.png", bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "image/png"],
    ["photo.jpeg", bytes([0xff, 0xd8, 0xff, 0xe0]), "image/jpeg"],
    ["notes.txt", bytes("Größe, 数, 🌍\n"), "text/plain"],
    ["list.csv", bytes("a,b\n1,2\n"), "text/csv"],
    [
      "contract.docx",
      zip("[Content_Types].xml", "word/document.xml"),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ],
    [
      "list.xlsx",
      zip("[Content_Types].xml", "xl/workbook.xml"),
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ],
  ])("%s is what its content says", (name, content, type) => {
    expect(sniffFileType(name, content)).toBe(type);
  });

  it.each<[string, string, Uint8Array]>([
    ["a page called a PDF", "report.pdf", bytes("<html><script>alert(1)</script>")],
    ["a PDF called a picture", "picture.png", bytes("%PDF-1.7\n")],
    ["a program called a text", "notes.txt", bytes("MZ", [0x90, 0x00, 0x03])],
    ["a text that is not UTF-8", "notes.txt", bytes([0xe9, 0x20, 0x61])],
    ["an overlong sequence", "notes.txt", bytes([0xc0, 0x80])],
    ["a page by its own name", "page.html", bytes("<html>")],
    ["a picture that holds a script", "picture.svg", bytes("<svg>")],
    ["a name without an ending", "report", bytes("%PDF-1.7\n")],
    [
      "a document with a macro",
      "contract.docx",
      zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
    ],
    ["a table called a document", "contract.docx", zip("[Content_Types].xml", "xl/workbook.xml")],
    ["an archive called a document", "contract.docx", zip("virus.exe")],
    ["a cut archive", "contract.docx", zip("[Content_Types].xml", "word/document.xml").slice(0, -8)],
    ["a name of the object's own", "x.constructor", bytes("a")],
  ])("is refused: %s", (_, name, content) => {
    expect(sniffFileType(name, content)).toBeNull();
  });
});

it("a name with a path, hidden signs or nothing in it is refused", () => {
  for (const name of [
    "../report.pdf",
    "a/b.pdf",
    "a\\b.pdf",
    "C:\\report.pdf",
    "",
    "  ",
    "..",
    "a\u0000.pdf",
    "report\u202Efdp.exe",
    "x".repeat(201),
  ])
    expect(findNameFault(name), name).not.toBeNull();
  for (const name of ["report.pdf", "Bericht (Prüfung) 2026.pdf", "報告.pdf"]) expect(findNameFault(name)).toBeNull();
});
