/** What the metadata of an identity provider say. Source: SAML metadata, sections 2.3 and 2.4. */
import { allOf, attributeOf, childrenOf, instantOf, is, textOf } from './elements.js';
import { certificateOf, problemOfCertificate } from './keys.js';
import { Refused } from './refused.js';
import { isSafeUrl } from './settings.js';
import { signedBytes } from './signed-element.js';
import { readXml, type XmlElement } from './xml.js';

export interface ProviderFacts {
  readonly entityId: string;
  /** PEM, of the keys that it may sign with. */
  readonly certificates: readonly string[];
  readonly singleSignOn: Endpoints;
  readonly singleLogout: Endpoints;
  /** Milliseconds since the epoch after which they must not be used. */
  readonly validUntil: number | undefined;
}

/** Addresses by binding. */
export interface Endpoints {
  readonly redirect?: string;
  readonly post?: string;
  /** Where answers go, if that is elsewhere. */
  readonly redirectAnswers?: string;
  readonly postAnswers?: string;
}

const bindings = {
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
};

/**
 * @param entityId which of several; undefined: there is only one
 * @param signedBy PEM; metadata that its key has not signed are not believed
 * @throws Refused
 */
export function readProviderMetadata(text: string, entityId?: string, signedBy?: string): ProviderFacts {
  const normal = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let root = readXml(normal);
  if (signedBy !== undefined) {
    const bytes = signedBytes(normal, root, [signedBy]);
    if (bytes === undefined) throw new Refused('the metadata are not signed');
    root = readXml(bytes);
  }
  const all = [...allOf(root)].filter((element) => is(element, 'metadata', 'EntityDescriptor'));
  const mine = all.filter((one) => entityId === undefined || attributeOf(one, 'entityID') === entityId);
  const providers = mine.flatMap((entity) =>
    childrenOf(entity, 'metadata', 'IDPSSODescriptor').map((descriptor) => ({ entity, descriptor })),
  );
  const [found, ...more] = providers;
  if (found === undefined || more.length > 0) throw new Refused('the metadata hold not exactly one identity provider');
  return factsOf(found.entity, found.descriptor, root);
}

function factsOf(entity: XmlElement, descriptor: XmlElement, root: XmlElement): ProviderFacts {
  const certificates = childrenOf(descriptor, 'metadata', 'KeyDescriptor')
    .filter((key) => attributeOf(key, 'use') !== 'encryption')
    .flatMap((key) => [...allOf(key)].filter((element) => is(element, 'signature', 'X509Certificate')))
    .map((element) => certificateOf(textOf(element)))
    .filter((certificate) => problemOfCertificate(certificate) === undefined);
  if (certificates.length === 0) throw new Refused('the metadata hold no certificate of use');
  const singleSignOn = endpointsOf(descriptor, 'SingleSignOnService');
  if (singleSignOn.redirect === undefined && singleSignOn.post === undefined) {
    throw new Refused('the metadata hold no single sign-on service of use');
  }
  const ends = [root, entity, descriptor].flatMap((element) => instantOf(element, 'validUntil') ?? []);
  return {
    entityId: attributeOf(entity, 'entityID') ?? '',
    certificates,
    singleSignOn,
    singleLogout: endpointsOf(descriptor, 'SingleLogoutService'),
    validUntil: ends.length === 0 ? undefined : Math.min(...ends),
  };
}

function endpointsOf(descriptor: XmlElement, service: string): Endpoints {
  const all = childrenOf(descriptor, 'metadata', service);
  const at = (binding: string, attribute = 'Location') => {
    const element = all.find((one) => attributeOf(one, 'Binding') === binding);
    const location = element === undefined ? undefined : attributeOf(element, attribute);
    return location !== undefined && isSafeUrl(location) ? location : undefined;
  };
  const redirect = at(bindings.redirect);
  const post = at(bindings.post);
  const redirectAnswers = at(bindings.redirect, 'ResponseLocation');
  const postAnswers = at(bindings.post, 'ResponseLocation');
  return {
    ...(redirect === undefined ? {} : { redirect }),
    ...(post === undefined ? {} : { post }),
    ...(redirectAnswers === undefined ? {} : { redirectAnswers }),
    ...(postAnswers === undefined ? {} : { postAnswers }),
  };
}
