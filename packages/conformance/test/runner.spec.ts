/** The runner itself: finds what is wrong, skips what cannot be tried, and says why. */
import { exchanges, runExchange, runStory, stories, type Exchange, type RawAnswer, type Story } from '../src/index.js';
import { hiddenProject, openTarget, type OpenTarget } from './open-target.js';
import { spoilingProxy, type Spoil } from './spoiling-proxy.js';

const exchange = (id: string): Exchange => exchanges.find((one) => one.id === id) as Exchange; // it is there
const story = (id: string): Story => stories.find((one) => one.id === id) as Story; // it is there

const replaceHeader =
  (name: string, change: (value: string) => readonly string[]): Spoil =>
  (answer) => ({
    ...answer,
    headers: answer.headers.flatMap(([one, value]) =>
      one === name ? change(value).map((changed) => [one, changed] as const) : [[one, value] as const],
    ),
  });
const changeBody =
  (change: (body: string) => string): Spoil =>
  (answer) => ({ ...answer, body: change(answer.body) });
const ifStatus =
  (status: number, spoil: Spoil): Spoil =>
  (answer) =>
    answer.status === status ? spoil(answer) : answer;
const withStatus =
  (status: number) =>
  (answer: RawAnswer): RawAnswer => ({ ...answer, status });

const spoiled: readonly (readonly [fault: string, id: string, spoil: Spoil, reason: string])[] = [
  [
    'a charset',
    'status',
    replaceHeader('content-type', (type) => [`${type}; charset=utf-8`]),
    'content-type is application/json; charset=utf-8',
  ],
  [
    'a charset on an error',
    'login-wrong-password',
    replaceHeader('content-type', () => ['application/json;charset=UTF-8']),
    'content-type',
  ],
  ['no content type', 'status', replaceHeader('content-type', () => []), 'content-type is '],
  ['another success', 'login-json', ifStatus(204, withStatus(200)), 'expected 204, got 200'],
  ['an undeclared status', 'status', withStatus(202), 'getStatus does not declare status 202'],
  ['a body with a 201', 'identity-token', ifStatus(201, (answer) => ({ ...answer, body: '{}' })), 'there is a body'],
  [
    'a surplus member',
    'status',
    changeBody((body) => body.replace('{', '{"vendor":1,')),
    'must NOT have additional properties',
  ],
  [
    'a missing member',
    'user-info',
    changeBody((body) => body.replace('"metadataUser":true,', '')),
    "must have required property 'metadataUser'",
  ],
  [
    'a number as text',
    'session-get',
    changeBody((body) => body.replace('"timeout":600', '"timeout":"600"')),
    'the body/timeout must be integer',
  ],
  [
    'a wrong type among chosen fields',
    'session-fields',
    changeBody((body) => body.replace(/"fullName":"\w+"/, '"fullName":7')),
    'the body/fullName must be string',
  ],
  [
    'two session cookies',
    'login-json',
    replaceHeader('set-cookie', (value) => [value, value]),
    'JSESSIONID is set 2 times',
  ],
  [
    'another cookie first',
    'login-json',
    replaceHeader('set-cookie', (value) => ['lb=1; Path=/', value]),
    'set-cookie is not as declared',
  ],
  [
    'a short session cookie',
    'login-json',
    replaceHeader('set-cookie', (value) => [value.replace(/=.{4}/, '=')]),
    'set-cookie is not as declared',
  ],
  [
    'a token of another form',
    'login-json',
    replaceHeader('x-mstr-authtoken', () => ['UPPER']),
    'x-mstr-authtoken is not as',
  ],
  ['no token', 'login-json', replaceHeader('x-mstr-authtoken', () => []), 'x-mstr-authtoken is missing'],
  ['no count', 'projects', replaceHeader('x-mstr-total-count', () => []), 'x-mstr-total-count is missing'],
  [
    'a count that is none',
    'projects',
    replaceHeader('x-mstr-total-count', () => ['many']),
    'x-mstr-total-count is not as',
  ],
  [
    'a cookie where none is declared',
    'status',
    (answer) => ({ ...answer, headers: [...answer.headers, ['set-cookie', 'JSESSIONID=1']] }),
    'set-cookie is not declared here',
  ],
  [
    'an undeclared code',
    'login-wrong-password',
    changeBody((body) => body.replace('ERR003', 'ERR009')),
    'only ERR003 is declared',
  ],
  [
    'another iServerCode',
    'login-wrong-password',
    changeBody((body) => body.replace('-2147216959', '-1')),
    'expected iServerCode -2147216959, got -1',
  ],
  [
    'an error that is wrapped',
    'login-wrong-password',
    changeBody((body) => `{"errors":[${body}]}`),
    'must have required property',
  ],
  ['a text in the place of an error', 'unknown-path', changeBody(() => 'Not Found'), 'the body is not JSON'],
  ['405 for an unknown method', 'unknown-method', withStatus(405), 'expected 404, got 405'],
  [
    'another message for an unknown path',
    'unknown-path',
    changeBody((body) => body.replace('HTTP 404 Not Found', 'nope')),
    'the message is nope',
  ],
];

describe('the runner', () => {
  let open: OpenTarget;
  beforeAll(async () => {
    open = await openTarget();
  });
  afterAll(() => open[Symbol.asyncDispose]());

  it.each(spoiled)('finds %s', async (_, id, spoil, reason) => {
    await using proxy = await spoilingProxy(open.target.baseUrl, spoil);
    const result = await runExchange(exchange(id), { ...open.target, baseUrl: proxy.baseUrl });
    expect(result.outcome).toBe('failed');
    expect(result.reasons.join('\n')).toContain(reason);
  });

  it('finds nothing wrong through a proxy that spoils nothing', async () => {
    await using proxy = await spoilingProxy(open.target.baseUrl, (answer) => answer);
    const target = { ...open.target, baseUrl: proxy.baseUrl };
    const ids = new Set(spoiled.map(([, id]) => id));
    for (const id of ids) expect(await runExchange(exchange(id), target)).toMatchObject({ outcome: 'passed' });
  });

  it('stops a story at the step that went wrong, and names it', async () => {
    const never = story('check-then-delegate');
    const steps = never.steps.map((step, index) => (index === 2 ? { ...step, expect: { status: 418 } } : step));
    const { outcome, reasons } = await runStory({ ...never, steps }, open.target);
    expect(outcome).toBe('failed');
    expect(reasons).toEqual(['step 3 of 9: anybody, getIdentityTokenInfo: expected 418, got 200']);
  });

  it.each(['', '/', '/api', '/api/'])('takes a base address that ends in "%s"', async (end) => {
    const target = { ...open.target, baseUrl: open.target.baseUrl + end };
    expect(await runExchange(exchange('session-get'), target)).toMatchObject({ outcome: 'passed' });
  });

  it('fails, and does not throw, where there is no server', async () => {
    const target = { ...open.target, baseUrl: 'http://127.0.0.1:9/Lib' };
    const { outcome, reasons } = await runExchange(exchange('status'), target);
    expect(outcome).toBe('failed');
    expect(reasons.join()).toMatch(/no answer: .*ECONNREFUSED/);
  });

  it.each([
    ['an account that is not named', 'login-disabled', 'the target names no disabled'],
    ['a project that is not named', 'project-hidden', 'the target names no hiddenProject'],
    ['a setting', 'delegate-again', 'identityToken.singleUse is not false'],
    ['a login mode that is not enabled', 'default-mode-guest', 'login mode 1 is enabled'],
  ])('skips what depends on %s', async (_, id, reason) => {
    const { baseUrl, accounts } = open.target;
    const result = await runExchange(exchange(id), { baseUrl, accounts: { user: accounts.user } });
    expect(result).toMatchObject({ outcome: 'skipped', reasons: [reason] });
  });

  it('skips a story in which time passes where it cannot let it', async () => {
    const { advance: _, ...timeless } = open.target;
    const result = await runStory(story('engine-idle'), timeless);
    expect(result).toMatchObject({ outcome: 'skipped', reasons: ['the time of the target cannot be moved'] });
  });

  it('puts values into texts as their place asks for', async () => {
    const odd = { id: hiddenProject.id, name: 'a "quoted" & a/slash?' };
    const result = await runExchange(
      { ...exchange('project-unknown'), request: { path: { idOrName: '{{project.name}}' } } },
      { ...open.target, project: odd },
    );
    expect(result).toMatchObject({ outcome: 'passed' });
  });
});
