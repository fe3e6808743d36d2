import { writeFileSync } from "node:fs";
import { writeReferencePages } from "./reference-pages";

for (const [file, text] of Object.entries(writeReferencePages())) {
  writeFileSync(file, text);
  console.log(`wrote ${file}`);
}
