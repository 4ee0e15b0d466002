import { Coverage, exchanges, runExchange, runStory, stories, type Target } from '@mstr-rest/conformance';

/** Says what a server does otherwise than it should. */
export async function examine(baseUrl: string): Promise<string[]> {
  const target: Target = {
    baseUrl,
    accounts: { user: { username: 'ann', password: 'ann likes long passwords' } },
    project: { id: 'B7CA92F04B9FAE8D941C3E9B7E0CD754', name: 'Sales Demo' },
    settings: { 'auth.modes.available': [1, 8, 4096] },
  };
  const coverage = new Coverage();
  const results = [];
  for (const exchange of exchanges) results.push(await runExchange(exchange, target, coverage));
  for (const story of stories) results.push(await runStory(story, target, coverage));
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  return [...failed.map(({ title, reasons }) => `${title}: ${reasons.join('; ')}`), ...coverage.violations];
}
