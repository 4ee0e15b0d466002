import { createPublicKey } from 'node:crypto';
import { encrypt, type EncryptOptions } from 'xml-encryption';
import { newKeys, type TestKeys } from './saml-keys.js';
import { assertionXml, responseXml, said, signed, type Said } from './saml-responses.js';
import { SamlRoad } from './saml-road.js';

const gcm = 'http://www.w3.org/2009/xmlenc11#aes256-gcm';
const cbc = 'http://www.w3.org/2001/04/xmlenc#aes256-cbc';
const oaep = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p';

async function encrypted(text: string, { certificate }: TestKeys, method = gcm, keyMethod = oaep): Promise<string> {
  const publicKey = createPublicKey(certificate).export({ type: 'spki', format: 'pem' }) as string;
  const options: EncryptOptions = {
    rsa_pub: publicKey,
    pem: certificate,
    encryptionAlgorithm: method as typeof gcm,
    keyEncryptionAlgorithm: keyMethod as typeof oaep,
  };
  const data = await new Promise<string>((resolve, reject) =>
    encrypt(text, { ...options, warnInsecureAlgorithm: false }, (error: Error | null, result?: string) =>
      error === null ? resolve(result ?? '') : reject(error),
    ),
  );
  return `<saml:EncryptedAssertion>${data}</saml:EncryptedAssertion>`;
}

describe('an encrypted assertion', () => {
  const [idpKeys, current, former, strange] = [newKeys('idp'), newKeys('new'), newKeys('old'), newKeys('x')] as [
    TestKeys,
    TestKeys,
    TestKeys,
    TestKeys,
  ];
  const roads: Record<string, SamlRoad> = {};
  beforeAll(async () => {
    for (const how of ['both', 'assertion', 'either']) {
      roads[how] = await SamlRoad.open(idpKeys, { signed: how }, { encryptionKeys: [current, former] });
    }
  });
  afterAll(() => Promise.all(Object.values(roads).map((road) => road.close())));

  /** Signs the assertion, encrypts it, and signs the response where it shall be. */
  async function send(
    how: 'both' | 'assertion' | 'either',
    seal: (assertion: string, it: Said) => Promise<string>,
    spoil: (xml: string) => string = (xml) => xml,
  ) {
    const road = roads[how] as SamlRoad;
    const begun = await road.begin();
    const it = said({ inResponseTo: begun.id, now: road.test.clock.now() });
    const xml = responseXml(it, await seal(signed(assertionXml(it), it.assertionId, idpKeys), it));
    const whole = how === 'both' ? signed(spoil(xml), it.responseId, idpKeys) : spoil(xml);
    const delivered = await road.deliver(whole, begun.relayState);
    return { road, begun, delivered };
  }

  it.each([
    ['both', current, gcm],
    ['both', former, gcm],
    ['both', current, cbc],
    ['assertion', current, gcm],
  ] as const)('is believed: %s signed', async (how, keys, method) => {
    const { road, begun, delivered } = await send(how, (assertion) => encrypted(assertion, keys, method));
    expect(await road.whoIs(await road.finish(delivered, begun.cookie))).toBe('Ann of SAML');
  });

  const value = (which: 'first' | 'last', to: (text: string) => string) => (xml: string) => {
    const all = [...xml.matchAll(/<e:CipherValue>([^<]+)/g)].map(([, text = '']) => text);
    const text = (which === 'first' ? all[0] : all.at(-1)) ?? '';
    return xml.replace(text, to(text));
  };
  const flipped = (text: string) => `${text.slice(0, 40)}${text[40] === 'A' ? 'B' : 'A'}${text.slice(41)}`;

  it.each([
    ['is for another key', (text: string) => encrypted(text, strange), undefined],
    ['has another encrypted key', (text: string) => encrypted(text, current), value('first', flipped)],
    ['has another ciphertext', (text: string) => encrypted(text, current), value('last', flipped)],
    ['has a short ciphertext', (text: string) => encrypted(text, current), value('last', (text) => text.slice(0, 40))],
    ['has another ciphertext of CBC', (text: string) => encrypted(text, current, cbc), value('last', flipped)],
    [
      'has a padding that is none',
      (text: string) => encrypted(text, current, cbc),
      value('last', (text) => text.slice(0, 64)),
    ],
    ['is no assertion', () => encrypted('<x/>', current), undefined],
    ['is no XML', () => encrypted('x', current), undefined],
    ['has a DOCTYPE', (text: string) => encrypted(`<!DOCTYPE x>${text}`, current), undefined],
  ])('gets one and the same answer whatever fails: it %s', async (_what, seal, spoil) => {
    const { road, delivered } = await send('both', seal, spoil);
    expect(delivered.status).toBe(401);
    const { ticketId: _ticket, ...body } = (await delivered.json()) as Record<string, unknown>;
    expect(body).toEqual({ code: 'ERR003', message: 'The answer of the identity provider was refused' });
    expect(road.refusal).toMatchObject({ detail: 'the assertion cannot be decrypted' });
  });

  it.each([
    ['encrypted with CBC in a response that is not signed', (text: string) => encrypted(text, current, cbc)],
    [
      'the encryption is not allowed',
      (text: string) => encrypted(text, current, 'http://www.w3.org/2001/04/xmlenc#tripledes-cbc'),
    ],
    [
      'the encryption of the key is not allowed',
      (text: string) => encrypted(text, current, gcm, 'http://www.w3.org/2001/04/xmlenc#rsa-1_5'),
    ],
    [
      'the encryption holds something else',
      async (text: string) => {
        const one = await encrypted(text, current);
        const key = /<e:EncryptedKey[^]*<\/e:EncryptedKey>/.exec(one)?.[0] ?? '';
        return one.replace('</saml:EncryptedAssertion>', `${key}</saml:EncryptedAssertion>`);
      },
    ],
  ])('is refused: %s', async (detail, seal) => {
    const { road, delivered } = await send('assertion', seal);
    expect(delivered.status).toBe(401);
    expect(road.refusal).toMatchObject({ detail });
  });

  it('is not believed for being encrypted: anybody can encrypt', async () => {
    const { road, delivered } = await send('either', (_signed, it) => encrypted(assertionXml(it), current));
    expect(delivered.status).toBe(401);
    expect(road.refusal).toMatchObject({ detail: 'nothing is signed' });
  });

  it('hides no wrapped one: what is decrypted is looked at like the rest', async () => {
    const { road, delivered } = await send('assertion', async (assertion, it) => {
      const evil = assertionXml({ ...it, assertionId: '_evil', name: 'bob' });
      return encrypted(
        evil.replace('</saml:Assertion>', `<saml:Advice>${assertion}</saml:Advice></saml:Assertion>`),
        current,
      );
    });
    expect(delivered.status).toBe(401);
    expect(road.refusal).toMatchObject({ detail: 'a signature at the wrong place' });
  });
});
