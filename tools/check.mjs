// `npm run check`: what does not need a browser.
import { installPackages } from "../cli/start/install-packages.mjs";
import { projectFolder } from "../cli/start/run-step.mjs";

process.chdir(projectFolder);
await installPackages();
const { runSteps } = await import("./run-steps.mjs");
const { staticSteps, unitSteps } = await import("./steps.mjs");
await runSteps([...staticSteps, ...unitSteps]);
