/** Walks the road of a SAML login without an identity provider: the test says what it answers. */
import { inflateRawSync } from 'node:zlib';
import type { ConfigInput, Overrides } from '../src/index.js';
import { openServer, type TestServer } from './open-server.js';
import type { TestKeys } from './saml-keys.js';
import { idp } from './saml-responses.js';

export const samlMode = 1_048_576;
const origin = 'https://library.example.com';
const context = '/MicroStrategyLibrary';

/** A login that a browser has begun. */
export interface Begun {
  /** ID of the request. */
  readonly id: string;
  readonly request: string;
  readonly location: URL;
  readonly relayState: string;
  /** What the browser has of it. */
  readonly cookie: string;
}

export class SamlRoad {
  private constructor(readonly test: TestServer) {}

  static async open(
    keys: TestKeys,
    provider: object = {},
    saml: object = {},
    overrides: Overrides = {},
    more: ConfigInput = {},
  ) {
    const known = { entityId: idp, singleSignOnUrl: 'https://idp.example.com/sso', certificates: [keys.certificate] };
    const identityProviders = [{ ...known, ...provider }];
    return new SamlRoad(
      await openServer(
        {
          ...more,
          server: { publicUrl: origin },
          auth: { modes: { available: [1, samlMode] }, saml: { linkByLoginName: true, identityProviders, ...saml } },
        },
        overrides,
      ),
    );
  }

  ask(method: string, path: string, init: RequestInit = {}): Promise<Response> {
    return this.test.server.fetch(new Request(`${origin}${context}${path}`, { ...init, method }));
  }

  async begin(more = ''): Promise<Begun> {
    const answer = await this.ask('GET', `/auth/login?loginMode=${samlMode}${more}`);
    const location = new URL(answer.headers.get('location') ?? '');
    const request = inflateRawSync(Buffer.from(location.searchParams.get('SAMLRequest') ?? '', 'base64')).toString();
    const id = / ID="([^"]+)"/.exec(request)?.[1] ?? '';
    const cookie = answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    return { id, request, location, relayState: location.searchParams.get('RelayState') ?? '', cookie };
  }

  /** As the identity provider's page has the browser do it: from another site, so without cookies. */
  deliver(xml: string, relayState: string): Promise<Response> {
    return this.post({ SAMLResponse: Buffer.from(xml).toString('base64'), RelayState: relayState });
  }

  post(fields: Readonly<Record<string, string>>): Promise<Response> {
    return this.ask('POST', '/saml/SSO', {
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://idp.example.com' },
    });
  }

  async finish(delivered: Response, cookie: string): Promise<Response> {
    const location = delivered.headers.get('location') ?? '';
    return this.ask('GET', location.slice(context.length), { headers: { cookie } });
  }

  /** Whose session it is. */
  async whoIs(loggedIn: Response): Promise<string> {
    const cookie = loggedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
    const token = (await this.ask('GET', '/api/auth/token', { headers: { cookie } })).headers.get('x-mstr-authtoken');
    const headers = { cookie, 'x-mstr-authtoken': token ?? '' };
    const user = (await (await this.ask('GET', '/api/sessions/userInfo', { headers })).json()) as { fullName: string };
    return user.fullName;
  }

  /** The real reason of the last refusal, as the audit has it. */
  get refusal() {
    return this.test.log.filter(({ event }) => event === 'loginRefused').at(-1);
  }

  close(): Promise<void> {
    return this.test.close();
  }
}
