// `npm test`: everything, from a fresh clone, as root too, without a terminal.
import { installPackages } from "../cli/start/install-packages.mjs";
import { projectFolder } from "../cli/start/run-step.mjs";

process.chdir(projectFolder);
await installPackages();
const { runSteps } = await import("./run-steps.mjs");
const { browserSteps, staticSteps, unitSteps } = await import("./steps.mjs");
await runSteps([...staticSteps, ...unitSteps, ...browserSteps]);
