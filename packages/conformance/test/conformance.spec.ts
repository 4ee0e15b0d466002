/** Every exchange and every story, at the servers whose settings they are about. */
import { Coverage, exchanges, reasonToSkip, runExchange, runStory, stories, storyOf } from '../src/index.js';
import type { Exchange, Story, Target } from '../src/index.js';
import { openTarget, type OpenTarget } from './open-target.js';
import { plain, special, type ServerKind } from './servers.js';

const kinds = [plain, ...special];
const placeless: Omit<Target, 'settings'> = {
  baseUrl: 'http://127.0.0.1/Lib',
  accounts: { user: { username: '', password: '' } },
};
const runsAt = (script: Pick<Story, 'with' | 'steps'>, { settings }: ServerKind): boolean =>
  reasonToSkip({ ...script, steps: [] }, { ...placeless, settings }) === undefined;

/** At a special server: only what asks for one of its settings. */
const isAbout = ({ with: wanted }: Pick<Story, 'with'>, { settings }: ServerKind): boolean =>
  Object.keys(wanted ?? {}).some((key) => key in settings || key === 'auth.modes.unavailable');

const scriptsFor = <Script extends Exchange | Story>(scripts: readonly Script[], kind: ServerKind) =>
  scripts.filter((script) => {
    const story = 'steps' in script ? script : storyOf(script);
    return runsAt(story, kind) && (kind === plain || isAbout(script, kind));
  });

describe.each(kinds)('a server $name', (kind) => {
  const coverage = new Coverage();
  const chosenExchanges = scriptsFor(exchanges, kind);
  const chosenStories = scriptsFor(stories, kind);
  let open: OpenTarget;
  beforeAll(async () => {
    open = await openTarget(kind.config, kind.settings, kind.loginModes ? { loginModes: kind.loginModes } : {});
  });
  afterAll(() => open.close());

  if (chosenExchanges.length > 0) {
    it.each(chosenExchanges.map((exchange) => [exchange.title, exchange] as const))('%s', async (_, exchange) => {
      const { outcome, reasons } = await runExchange(exchange, open.target, coverage);
      expect({ outcome, reasons }).toEqual({ outcome: 'passed', reasons: [] });
    });
  }

  if (chosenStories.length > 0) {
    it.each(chosenStories.map((story) => [story.title, story] as const))('%s', async (_, story) => {
      const { outcome, reasons } = await runStory(story, open.target, coverage);
      expect({ outcome, reasons }).toEqual({ outcome: 'passed', reasons: [] });
    });
  }

  it('lets nothing out that the document does not allow', () => {
    expect(coverage.violations).toEqual([]);
    expect(coverage.seen.size).toBeGreaterThan(0);
  });
});

describe('the data', () => {
  it('is tried as a whole: there is a server for every exchange and every story', () => {
    const untried = [...exchanges, ...stories].filter(
      (script) => !kinds.some((kind) => scriptsFor([script], kind).length > 0),
    );
    expect(untried.map(({ id }) => id)).toEqual([]);
  });

  it.each([
    ['exchanges', exchanges],
    ['stories', stories],
  ] as const)('gives each of the %s an id and a title of its own', (_, scripts) => {
    expect(new Set(scripts.map(({ id }) => id)).size).toBe(scripts.length);
    expect(new Set(scripts.map(({ title }) => title)).size).toBe(scripts.length);
  });

  it('names the client in the title of what a client sends', () => {
    const unnamed = [...exchanges, ...stories].filter(({ client, title }) => client && !title.includes(client));
    expect(unnamed.map(({ id }) => id)).toEqual([]);
  });

  it('is plain data, without functions', () => {
    expect(JSON.parse(JSON.stringify([exchanges, stories]))).toEqual([exchanges, stories]);
  });
});
