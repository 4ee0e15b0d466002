/**
 * Calls off what a suite has left to background timers, such as clients that look after their session: it would run when the suite is
 * over, load modules that are gone by then, and fail a run in which every test passed.
 */
const timers = [];
globalThis.setTimeout = new Proxy(globalThis.setTimeout, {
  apply(set, self, given) {
    const timer = Reflect.apply(set, self, given);
    timers.push(timer);
    return timer;
  },
});
afterAll(() => timers.filter((timer) => !timer.hasRef()).forEach(clearTimeout));
