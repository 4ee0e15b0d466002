/** Every exchange and every story, at the servers whose settings they are about. */
import { Coverage, defaultSettings, exchanges, runExchange, runStory, stories, storyOf } from '../src/index.js';
import type { Result, Story } from '../src/index.js';
import { settingMissing } from '../src/settings.js';
import { openTarget, type OpenTarget } from './open-target.js';
import { hasSlapd, openWithDirectory } from './with-directory.js';
import { hasSimpleSamlPhp, openWithIdentityProvider } from './with-identity-provider.js';
import { plain, special, withTickets, type ServerKind } from './servers.js';

const kinds = [plain, ...special];
const runsAt = ({ with: wanted = {} }: Story, { settings }: ServerKind): boolean =>
  settingMissing(wanted, { ...defaultSettings, ...settings }) === undefined;

/** At a special server: only what asks for one of its settings. */
const isAbout = ({ with: wanted }: Pick<Story, 'with'>, { settings }: ServerKind): boolean =>
  Object.keys(wanted ?? {}).some((key) => key in settings || key === 'auth.modes.unavailable');

const belongsTo = (story: Story, kind: ServerKind): boolean =>
  runsAt(story, kind) && (kind === plain || isAbout(story, kind));
const exchangesFor = (kind: ServerKind) => exchanges.filter((exchange) => belongsTo(storyOf(exchange), kind));
const storiesFor = (kind: ServerKind) => stories.filter((story) => belongsTo(story, kind));

const canRun = ({ hasDirectory, hasIdentityProvider }: ServerKind) =>
  (hasSlapd || !hasDirectory) && (hasSimpleSamlPhp || !hasIdentityProvider);
const opened = (kind: ServerKind) => {
  const { config, settings } = kind;
  if (kind.hasDirectory) return openWithDirectory(kind);
  if (kind.hasIdentityProvider) return openWithIdentityProvider(kind);
  return openTarget(config, settings);
};

describe.each(kinds.filter(canRun))('a server $name', (kind) => {
  const coverage = new Coverage();
  let open: OpenTarget;
  beforeAll(async () => {
    open = await opened(kind);
  }, 60_000);
  afterAll(() => open[Symbol.asyncDispose]());

  const target = () => ({ ...open.target, ...(kind.proofs && { proofs: kind.proofs }) });
  const passes = ({ outcome, reasons }: Result) =>
    expect({ outcome, reasons }).toEqual({ outcome: 'passed', reasons: [] });

  for (const exchange of exchangesFor(kind)) {
    it(exchange.title, async () => passes(await runExchange(exchange, target(), coverage)));
  }

  for (const story of storiesFor(kind)) {
    it(`${story.title} (story)`, async () => passes(await runStory(story, target(), coverage)));
  }

  it('lets nothing out that the document does not allow', () => {
    expect(coverage.violations).toEqual([]);
    expect(coverage.seen.size).toBeGreaterThan(0);
  });
});

describe('the data', () => {
  it('is tried as a whole: there is a server for every exchange and every story', () => {
    const tried = new Set(
      [...kinds, withTickets].flatMap((kind) => [...exchangesFor(kind), ...storiesFor(kind)].map(({ id }) => id)),
    );
    expect([...exchanges, ...stories].map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([]);
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
