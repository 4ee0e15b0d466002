import { z } from 'zod';
import { isLoopbackHost } from '../../config/loopback.js';
import { admissionSettings } from '../admission-settings.js';
import { certificatePem, privateKeyPem } from './keys.js';

const attribute = z.string().min(1).max(300);

/** Plain http only where nobody is in between. */
export function isSafeUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
}

const address = z.string().refine(isSafeUrl, 'expected an https URL; plain http only on loopback');

const keyPair = z.strictObject({
  privateKey: privateKeyPem.describe('PEM, or the path of a file with it.'),
  certificate: certificatePem.describe('PEM, or the path of a file with it. Goes into our metadata.'),
});

const provider = z
  .strictObject({
    name: z
      .string()
      .regex(/^[\w.-]{1,64}$/, 'expected letters, digits, dots, hyphens or underscores')
      .default('default')
      .describe('Names the provider on the login page and in addresses.'),
    title: z.string().min(1).max(100).optional().describe('Its name for people; by default `name`.'),
    metadata: z
      .string()
      .refine((text) => !text.includes('://') || isSafeUrl(text), 'expected a file or an https URL')
      .optional()
      .describe('File or https URL of its metadata. Read again now and then; the last good ones are kept.'),
    metadataCertificate: certificatePem
      .optional()
      .describe('Metadata are only believed when signed by the key of this certificate.'),
    entityId: z
      .string()
      .min(1)
      .max(1024)
      .optional()
      .describe('Which of several in the metadata; without metadata, its name.'),
    singleSignOnUrl: address.optional().describe('Without metadata: where browsers prove themselves.'),
    singleLogoutUrl: address.optional().describe('Without metadata: where its single logout is.'),
    certificates: z
      .array(certificatePem)
      .min(1)
      .optional()
      .describe('Without metadata: certificates of the keys that it signs with. Several while one replaces another.'),
    requestBinding: z
      .enum(['redirect', 'post'])
      .default('redirect')
      .describe('How our requests get there: in the address, or in a form that the browser sends.'),
    signed: z
      .enum(['both', 'response', 'assertion', 'either'])
      .default('both')
      .describe('What it has to sign: the response, the assertion in it, both, or one of them, whichever.'),
    nameIdFormat: z
      .string()
      .max(300)
      .default('urn:oasis:names:tc:SAML:2.0:nameid-format:persistent')
      .describe('The name id that is asked for.'),
    forceAuthn: z.boolean().default(false).describe('Everybody has to prove himself anew at each login.'),
    maximumAuthenticationAgeSeconds: z
      .int()
      .min(0)
      .optional()
      .describe('Who logged in there longer ago is refused. By default any time is good.'),
    attributes: z
      .strictObject({
        subject: attribute
          .default('NameID')
          .describe('What names a person for good: NameID, or an attribute such as DN.'),
        loginName: attribute.default('NameID').describe('The login name: NameID, or an attribute.'),
        fullName: attribute.default('DisplayName'),
        email: attribute.default('Email'),
        groups: attribute.default('Group'),
      })
      .prefault({})
      .describe('Which attributes of the assertion say what.'),
  })
  .refine(
    ({ metadata, entityId, singleSignOnUrl, certificates }) =>
      metadata === undefined
        ? entityId !== undefined && singleSignOnUrl !== undefined && certificates !== undefined
        : singleSignOnUrl === undefined && certificates === undefined,
    { path: ['metadata'], message: 'expected either this, or entityId, singleSignOnUrl and certificates' },
  );

/** What stands below `auth.saml`. Source: docs/protocol sections 3.14 and 6.5. */
export const samlSettings = z
  .strictObject({
    entityId: z
      .string()
      .min(1)
      .max(1024)
      .optional()
      .describe('Our name at the identity providers; by default the address of our metadata.'),
    signingKey: keyPair.optional().describe('Signs our requests. Without it they are not signed.'),
    encryptionKeys: z
      .array(keyPair)
      .default([])
      .describe('Assertions may be encrypted for these. The first stands in our metadata; further ones still decrypt.'),
    identityProviders: z
      .array(provider)
      .min(1, 'expected at least one identity provider')
      .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'expected different names'),
    clockSkewSeconds: z.int().min(0).max(300).default(30).describe('How far the clock of a provider may be off.'),
    logoutMode: z
      .enum(['local', 'global'])
      .default('local')
      .describe('global: who logs out here is logged out at the identity provider too. Needs signingKey.'),
    metadataRefreshMinutes: z
      .int()
      .min(1)
      .max(10_080)
      .default(60)
      .describe('Age after which the metadata of a provider are read again.'),
    requestTimeoutSeconds: z.int().min(1).max(60).default(5).describe('How long a server with metadata may take.'),
    ...admissionSettings(false),
  })
  .refine(({ logoutMode, signingKey }) => logoutMode === 'local' || signingKey !== undefined, {
    path: ['logoutMode'],
    message: 'global needs signingKey',
  });

export type SamlSettings = z.output<typeof samlSettings>;
export type ProviderSettings = SamlSettings['identityProviders'][number];
export type KeyPair = NonNullable<SamlSettings['signingKey']>;
