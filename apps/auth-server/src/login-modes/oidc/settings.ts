import { z } from 'zod';
import { isLoopbackHost } from '../../config/loopback.js';
import { admissionSettings } from '../admission-settings.js';

const claim = z.string().min(1).max(200);

const provider = z.strictObject({
  name: z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'expected letters, digits, dots, hyphens or underscores')
    .default('default')
    .describe('Names the provider on the login page and in addresses.'),
  title: z.string().min(1).max(100).optional().describe('Its name for people; by default `name`.'),
  issuer: z
    .url({ protocol: /^https?$/ })
    .describe('The issuer, letter by letter as its discovery document names itself.'),
  clientId: z.string().min(1).describe('Identifier of this server at the provider.'),
  nativeClientId: z
    .string()
    .min(1)
    .max(256)
    .optional()
    .describe('The client that programs without a browser are, a public one. Absent: they are not let in.'),
  clientSecret: z.string().min(1).optional().describe('Absent: a public client, which PKCE alone protects.'),
  clientAuthentication: z
    .enum(['client_secret_post', 'client_secret_basic'])
    .default('client_secret_post')
    .describe('How the secret is sent.'),
  scopes: z.array(z.string().min(1)).default(['openid', 'profile', 'email']).describe('openid must be among them.'),
  userInfo: z
    .boolean()
    .default(false)
    .describe('Asks the UserInfo endpoint too: some providers keep most claims out of the ID token.'),
  ownRedirectUri: z
    .boolean()
    .default(false)
    .describe(
      'Takes the browser back at /auth/oidc/login/<name>: keeps providers apart that do not send `iss` (RFC 9700 4.4).',
    ),
  logout: z
    .enum(['local', 'global'])
    .default('local')
    .describe('global: who logs out here is sent to the provider, to log out there too.'),
  maximumAuthenticationAgeSeconds: z
    .int()
    .min(0)
    .optional()
    .describe('Who logged in there longer ago has to do it again.'),
  claims: z
    .strictObject({
      loginName: claim.default('preferred_username'),
      fullName: claim.default('name'),
      email: claim.default('email'),
      groups: claim.default('groups'),
    })
    .prefault({})
    .describe('Which claims say what. Where `loginName` is `email`, `email_verified` must be true.'),
});

/** What stands below `auth.oidc`. Source: docs/protocol sections 3.14 and 6.6. */
export const oidcSettings = z.strictObject({
  providers: z
    .array(
      provider
        .refine(({ issuer }) => issuer.startsWith('https:') || isLoopbackHost(new URL(issuer).hostname), {
          path: ['issuer'],
          message: 'must be https, except on loopback',
        })
        .refine(({ scopes }) => scopes.includes('openid'), { path: ['scopes'], message: 'must have openid' }),
    )
    .min(1, 'expected at least one provider')
    .refine((all) => areDifferent(all.map(({ name }) => name)), 'expected different names')
    .refine(
      (all) => areDifferent(all.flatMap(({ nativeClientId: id = [] }) => id)),
      'expected different nativeClientId',
    )
    .refine(
      (all) => all.every(({ clientId, nativeClientId }) => clientId !== nativeClientId),
      'expected a nativeClientId other than the clientId',
    ),
  requestTimeoutSeconds: z
    .int()
    .min(1)
    .max(8)
    .default(5)
    .describe('A provider that has not answered by then is down. A login asks it up to three questions.'),
  clockSkewSeconds: z.int().min(0).max(300).default(30).describe('How far its clock may be off.'),
  ...admissionSettings(false),
});

function areDifferent(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

export type OidcSettings = z.output<typeof oidcSettings>;
export type ProviderSettings = OidcSettings['providers'][number];
