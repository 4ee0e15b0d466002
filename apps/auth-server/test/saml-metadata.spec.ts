import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ConfigInput } from '../src/index.js';
import { openServer } from './open-server.js';
import { newKeys, type TestKeys } from './saml-keys.js';
import { idp, providerMetadata, said, signed, signedResponse } from './saml-responses.js';
import { SamlRoad } from './saml-road.js';

const metadataOf = (keys: readonly TestKeys[], more = '', entityId = idp) => providerMetadata(keys, { more, entityId });

const fromMetadata = { entityId: undefined, singleSignOnUrl: undefined, certificates: undefined };

/** Sends as fast as it is read. */
function endless(response: ServerResponse): void {
  const text = Buffer.alloc(16_384, ' ');
  const more = () => {
    while (!response.destroyed && response.write(text));
    response.once('drain', more);
  };
  more();
}

describe('our metadata', () => {
  it('say who we are, where answers go, and with which keys', async () => {
    const [signing, encryption] = [newKeys('signing'), newKeys('encryption')];
    const road = await SamlRoad.open(newKeys('idp'), {}, { signingKey: signing, encryptionKeys: [encryption] });
    const answer = await road.ask('GET', '/saml/metadata');
    expect(answer.headers.get('content-type')).toBe('application/samlmetadata+xml');
    const text = await answer.text();
    const url = 'https://library.example.com/MicroStrategyLibrary/saml';
    expect(text).toContain(`entityID="${url}/metadata"`);
    expect(text).toContain(`bindings:HTTP-POST" Location="${url}/SSO" index="0"`);
    expect(text).toContain(`bindings:HTTP-Redirect" Location="${url}/SingleLogout"`);
    expect(text).toContain('AuthnRequestsSigned="true" WantAssertionsSigned="true"');
    for (const [use, { certificate }] of [
      ['signing', signing],
      ['encryption', encryption],
    ] as const) {
      const base64 = certificate.replace(/-----[^-]+-----|\s/g, '');
      expect(text.replace(/\s+/g, '')).toContain(
        `use="${use}"><KeyInfoxmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${base64}<`,
      );
    }
    await road.close();
  });
});

describe('the metadata of an identity provider', () => {
  const [first, second, strange] = [newKeys('first'), newKeys('second'), newKeys('x')] as [
    TestKeys,
    TestKeys,
    TestKeys,
  ];
  let server: Server;
  let road: SamlRoad | undefined;
  let asked = 0;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`;
  const serve = (text: string) => (answer = (_request, response) => void response.end(text));
  const down = () => (answer = (_request, response) => void response.writeHead(503).end());
  beforeAll((done) => {
    server = createServer((request, response) => {
      asked += 1;
      answer(request, response);
    }).listen(0, '127.0.0.1', done);
  });
  afterAll((done) => {
    server.closeAllConnections();
    server.close(done);
  });
  afterEach(() => road?.close());

  const open = async (more: object = {}, saml: object = {}) =>
    (road = await SamlRoad.open(first, { ...fromMetadata, metadata: url(), ...more }, saml));
  async function logIn(keys: TestKeys): Promise<number> {
    if (road === undefined) throw new Error('no road');
    const begun = await road.begin();
    const it = said({ inResponseTo: begun.id, now: road.test.clock.now() });
    return (await road.finish(await road.deliver(signedResponse(it, keys), begun.relayState), begun.cookie)).status;
  }

  it('are read when they are needed, and not at each login', async () => {
    serve(metadataOf([first]));
    asked = 0;
    await open();
    expect(asked).toBe(0);
    expect([await logIn(first), await logIn(first)]).toEqual([303, 303]);
    expect(asked).toBe(1);
  });

  it('are read again when a key signs that they do not have, and then let it in', async () => {
    serve(metadataOf([first]));
    await open();
    expect(await logIn(first)).toBe(303);
    serve(metadataOf([first, second]));
    expect(await logIn(second)).toBe(303);
    expect(await logIn(first)).toBe(303);
    serve(metadataOf([second]));
    road?.test.clock.advance(61 * 60_000);
    await logIn(second); // begins to read them
    expect(await logIn(second)).toBe(303);
  });

  it('are not read again and again because a stranger signs', async () => {
    serve(metadataOf([first]));
    await open();
    await logIn(first);
    asked = 0;
    for (let times = 0; times < 5; times += 1) expect(await logIn(strange)).toBe(404);
    expect(asked).toBe(1);
    expect(road?.refusal).toMatchObject({ detail: 'no key of the identity provider made the signature' });
  });

  it('stay as they were while they cannot be read', async () => {
    serve(metadataOf([first]));
    await open();
    await logIn(first);
    for (const bad of [down, () => serve('<x/>'), () => serve(metadataOf([])), () => serve('x'.repeat(600_000))]) {
      bad();
      road?.test.clock.advance(61 * 60_000);
      expect([await logIn(first), await logIn(first)]).toEqual([303, 303]);
    }
  });

  const attempts = () => road?.test.log.filter(({ msg }) => String(msg).startsWith('the metadata of')) ?? [];

  /** Old metadata are read beside the logins. */
  const noted = async (count: number) => {
    while (attempts().length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it('that cannot be read again are in the log with what to do, are asked for ever more rarely, and come back', async () => {
    serve(metadataOf([first], ' validUntil="2026-01-02T00:00:00Z"'));
    await open({ metadata: `${url()}?token=a-secret` });
    await logIn(first);
    down();
    asked = 0;
    road?.test.clock.advance(61 * 60_000);
    for (const waitedMs of [0, 9_000, 1_000, 10_000, 9_000, 1_000]) {
      road?.test.clock.advance(waitedMs);
      expect(await logIn(first)).toBe(303); // with the certificate of before
    }
    await noted(3);
    expect(asked).toBe(3); // at once, after 10 seconds, and after 20 more
    expect(attempts()).toMatchObject(
      [10, 20, 40].map((retryInSeconds, at) => ({
        ...{ level: 'warn', loginMode: 1048576, provider: 'default', metadata: url() },
        ...{ failures: at + 1, retryInSeconds, goodUntil: '2026-01-02T00:00:00.000Z' },
        cause: expect.objectContaining({ message: expect.stringContaining('answered 503') as string }) as object,
        msg: expect.stringMatching(/check auth.saml.identityProviders.metadata.*stays in use$/) as string,
      })),
    );
    expect(JSON.stringify(road?.test.log)).not.toContain('a-secret');
    serve(metadataOf([first, second]));
    road?.test.clock.advance(40_000);
    await logIn(first);
    expect(await logIn(second)).toBe(303);
    expect(attempts().at(-1)).toMatchObject({ level: 'info', provider: 'default' });
  });

  it.each<[string, typeof answer]>([
    ['hang', () => undefined],
    ['begin, and then hang', (_request, response) => void response.write('<md:EntityDescriptor')],
    ['never end', (_request, response) => endless(response)],
  ])('that %s hold nobody up for longer than is set', async (_what, hostile) => {
    answer = hostile;
    await open({}, { requestTimeoutSeconds: 1 });
    const began = performance.now();
    expect((await road?.ask('GET', '/auth/login?loginMode=1048576'))?.status).toBe(503);
    expect(performance.now() - began).toBeLessThan(3000);
    expect(attempts()).toMatchObject([{ msg: expect.stringContaining('nobody can log in there') as string }]);
  });

  it('may be a file, of which no more is read than metadata may be long', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'metadata-'));
    const metadata = join(folder, 'idp.xml');
    writeFileSync(metadata, metadataOf([first]));
    await open({ metadata });
    expect(await logIn(first)).toBe(303);
    rmSync(metadata);
    symlinkSync('/dev/zero', metadata);
    road?.test.clock.advance(61 * 60_000);
    expect([await logIn(first), await logIn(first)]).toEqual([303, 303]);
    await noted(1);
    expect(attempts()).toMatchObject([{ metadata, cause: { message: 'the message is too large' } }]);
    rmSync(folder, { recursive: true });
  });

  it('that nobody could ever read make it unavailable, and the next login tries again', async () => {
    down();
    const opened = await open();
    const start = () => opened.ask('GET', '/auth/login?loginMode=1048576');
    expect((await start()).status).toBe(503);
    serve(metadataOf([first]));
    expect((await start()).status).toBe(303);
  });

  it('are not used when they are over', async () => {
    serve(metadataOf([first], ' validUntil="2026-01-01T01:00:00Z"'));
    const opened = await open();
    expect(await logIn(first)).toBe(303);
    opened.test.clock.advance(3_600_000);
    expect((await opened.ask('GET', '/auth/login?loginMode=1048576')).status).toBe(503);
  });

  it('are not looked for where they lead elsewhere', async () => {
    answer = (_request, response) => void response.writeHead(302, { location: '/other' }).end();
    await open();
    expect((await road?.ask('GET', '/auth/login?loginMode=1048576'))?.status).toBe(503);
  });

  it('may have to be signed', async () => {
    serve(metadataOf([first]));
    await open({ metadataCertificate: strange.certificate });
    expect((await road?.ask('GET', '/auth/login?loginMode=1048576'))?.status).toBe(503);
    const withIssuer = metadataOf([first]).replace('<md:IDPSSO', '<Issuer/><md:IDPSSO');
    serve(signed(withIssuer, '_m', strange));
    expect(await logIn(first)).toBe(303);
  });

  it('may hold several, of which one is named', async () => {
    const all = [metadataOf([second], '', 'https://other.example.com').replace('ID="_m"', ''), metadataOf([first])];
    serve(
      `<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata">${all.join('')}</md:EntitiesDescriptor>`,
    );
    await open({ entityId: idp });
    expect(await logIn(first)).toBe(303);
    expect(await logIn(second)).toBe(404);
  });
});

describe('the settings', () => {
  it.each([
    [{}, 'auth.saml.identityProviders.0.metadata: expected either this, or entityId'],
    [{ metadata: 'http://idp.example.com/metadata' }, 'metadata: expected a file or an https URL'],
    [
      { metadata: 'https://idp.example.com', certificates: ['x'] },
      'certificates.0: expected a certificate with an RSA key',
    ],
    [{ metadata: 'https://idp.example.com', signed: 'none' }, 'auth.saml.identityProviders.0.signed'],
  ])('are checked before the server starts: %j', async (provider, message) => {
    await expect(SamlRoad.open(newKeys('idp'), { ...fromMetadata, ...provider })).rejects.toThrow(message);
  });

  it('that are ready to use in config/saml.yaml are right, once the keys are there', async () => {
    const file = join(import.meta.dirname, '../../../config/saml.yaml');
    const { privateKey, certificate } = newKeys('ours');
    const text = readFileSync(file, 'utf8');
    const config = JSON.parse(
      JSON.stringify(parse(text))
        .replaceAll(/"[^"]+\.key"/g, JSON.stringify(privateKey))
        .replaceAll(/"[^"]+\.pem"/g, JSON.stringify(certificate)),
    ) as ConfigInput;
    const { dataDirectory: _, ...settings } = config;
    const test = await openServer({ ...settings, server: { ...config.server, port: 0 } });
    const answer = await test.server.fetch(new Request(`${test.server.url}/saml/metadata`));
    expect(await answer.text()).toContain('entityID="https://LIBRARY.EXAMPLE.COM/MicroStrategyLibrary/saml/metadata"');
    await test.close();
  });
});
