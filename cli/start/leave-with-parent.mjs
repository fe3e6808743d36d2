// Loaded first into each process that `npm start` starts: when the parent is gone, even by kill -9, the channel to it closes.
// `of` is the parent's process id, because a process hands its loader flags on to children that have channels of their own.
// `leads` says that the process leads a group, which it then takes along.
const { searchParams } = new URL(import.meta.url);
const target = searchParams.has("leads") ? -process.pid : process.pid;

if (process.channel && process.ppid === Number(searchParams.get("of"))) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.kill(target, "SIGKILL"), 5_000).unref();
  });
  process.channel.unref();
}
