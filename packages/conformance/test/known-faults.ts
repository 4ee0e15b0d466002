/** What our server does not do yet. A fault that is gone makes its test fail, so that it leaves this list. */
export const knownFaults: ReadonlySet<string> = new Set([
  'project-id-malformed', // 404 ERR004 instead of 400 ERR006
  'project-name-in-header', // accepted: the header is looked up by name too
]);
