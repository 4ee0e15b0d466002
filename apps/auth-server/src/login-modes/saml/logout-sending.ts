/** How messages of single logout leave us: in the address, or as a signed form. Source: SAML bindings, sections 3.4 and 3.5. */
import type { SAML } from '@node-saml/passport-saml';
import { SignedXml } from 'xml-crypto';
import type { PostedForm } from '../login-mode.js';
import type { NameId } from './profile.js';
import type { Endpoints } from './provider-metadata.js';
import type { KeyPair } from './settings.js';

/** The binding of a message, and where it goes. */
export interface Way {
  readonly binding: 'redirect' | 'post';
  readonly location: string;
}

/** Redirects where the provider takes them: a form needs a script, or a click. */
export function wayOfRequests({ redirect, post }: Endpoints): Way | undefined {
  if (redirect !== undefined) return { binding: 'redirect', location: redirect };
  return post === undefined ? undefined : { binding: 'post', location: post };
}

export function wayOfAnswers({ redirectAnswers, postAnswers, ...requests }: Endpoints): Way | undefined {
  return wayOfRequests({
    ...requests,
    ...(redirectAnswers === undefined ? {} : { redirect: redirectAnswers }),
    ...(postAnswers === undefined ? {} : { post: postAnswers }),
  });
}

/** @param library set to the location of the way */
export async function sentRequest(
  library: SAML,
  { binding, location }: Way,
  { value, format, nameQualifier, spNameQualifier }: NameId,
  { issuer, sessionIndex }: { readonly issuer: string; readonly sessionIndex: string | undefined },
  key: KeyPair | undefined,
): Promise<URL | PostedForm> {
  const person = {
    issuer,
    nameID: value,
    nameIDFormat: format ?? 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
    ...(nameQualifier === undefined ? {} : { nameQualifier }),
    ...(spNameQualifier === undefined ? {} : { spNameQualifier }),
    ...(sessionIndex === undefined ? {} : { sessionIndex }),
  };
  if (binding === 'redirect') return new URL(await library.getLogoutUrlAsync(person, '', {}));
  return { address: location, fields: { SAMLRequest: formed(await library._generateLogoutRequest(person), key) } };
}

/** @param inResponseTo ID of the request, which has succeeded */
export async function sentAnswer(
  library: SAML,
  { binding, location }: Way,
  inResponseTo: string,
  relayState: string | undefined,
  key: KeyPair | undefined,
): Promise<URL | PostedForm> {
  const request = { ID: inResponseTo, issuer: '', nameID: '', nameIDFormat: '' };
  if (binding === 'redirect') {
    return new URL(await library.getLogoutResponseUrlAsync(request, relayState ?? '', {}, true));
  }
  const SAMLResponse = formed(library._generateLogoutResponse(request, true), key);
  return {
    address: location,
    fields: { SAMLResponse, ...(relayState === undefined ? {} : { RelayState: relayState }) },
  };
}

/** As the binding HTTP-POST has it: signed in itself, behind the Issuer, and not deflated. */
function formed(xml: string, key: KeyPair | undefined): string {
  return Buffer.from(key === undefined ? xml : signed(xml, key)).toString('base64');
}

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';

function signed(xml: string, { privateKey, certificate }: KeyPair): string {
  const signature = new SignedXml({
    privateKey,
    publicCert: certificate,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: exclusive,
  });
  signature.addReference({
    xpath: '/*',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', exclusive],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  signature.computeSignature(xml, {
    prefix: 'ds',
    location: { reference: "/*/*[local-name(.)='Issuer']", action: 'after' },
  });
  return signature.getSignedXml();
}
