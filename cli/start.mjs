// `npm start`: from a fresh clone to a running Gatehouse. Plain JavaScript, because nothing may be installed yet.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Gatehouse needs Node 20.19 or newer (24 LTS is best); this is Node ${process.versions.node}.`);
  process.exit(1);
}

const known = ["--help", "-h", "--dev"];
const given = process.argv.slice(2);

async function start() {
  const unknown = given.find((option) => !known.includes(option));
  if (unknown) throw new Error(`There is no option ${unknown}. \`npm start -- --help\` lists them.`);
  const { projectFolder } = await import("./start/run-step.mjs");
  process.chdir(projectFolder);
  const { installPackages } = await import("./start/install-packages.mjs");
  await installPackages();
  const { register } = await import("tsx/esm/api");
  register();
  if (given.includes("--help") || given.includes("-h")) {
    const { printHelp } = await import("./start/print-help.ts");
    return printHelp();
  }
  const { checkBeforeStart } = await import("./start/check-before-start.ts");
  const env = await checkBeforeStart();
  const isDev = given.includes("--dev");
  const { generateClient } = await import("./start/generate-client.mjs");
  await generateClient();
  if (!isDev) {
    const { buildConsole } = await import("./start/build-console.mjs");
    await buildConsole();
  }
  const { run } = await import("./start/main.ts");
  await run(env, { isDev });
}

start().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  if (process.env["GATEHOUSE_LOG_LEVEL"] === "debug") console.error(error);
  process.exit(1);
});
