// Loaded first into each process that `npm start` starts: when the parent is gone, even by kill -9, the channel to it closes.
// Imported with "?leader" into one that leads a process group, it takes the group along.
const target = import.meta.url.endsWith("?leader") ? -process.pid : process.pid;

if (process.channel) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.kill(target, "SIGKILL"), 5_000).unref();
  });
  process.channel.unref();
}
