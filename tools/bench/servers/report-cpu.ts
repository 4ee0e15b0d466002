/** Loaded into every measured process before its own code: says how much CPU time the process has used so far. */
process.on('message', () => process.send?.(process.cpuUsage()));
// Whoever asked is gone: nobody else would end this process.
process.on('disconnect', () => process.exit());
