// `npm run build`: what `npm start` would build, without starting it.
import { buildConsole } from "../cli/start/build-console.mjs";
import { generateClient } from "../cli/start/generate-client.mjs";
import { installPackages } from "../cli/start/install-packages.mjs";
import { projectFolder } from "../cli/start/run-step.mjs";

process.chdir(projectFolder);
await installPackages();
await generateClient();
await buildConsole();
