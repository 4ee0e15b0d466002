/** Names that one reader sees otherwise than another. */
import { declaration, changed, saying, signedAs, type Attack } from './material.js';

const attribute = (name: string, value: string) =>
  `<saml:Attribute Name="${name}"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`;

export const names: readonly Attack[] = [
  { name: 'a comment in the name', forge: saying({ name: 'an<!-- -->n' }), detail: declaration },
  { name: 'a CDATA section in the name', forge: saying({ name: '<![CDATA[ann]]>' }), detail: declaration },
  {
    name: 'a processing instruction in the name',
    forge: saying({ name: '<?p evil-?>ann' }),
    detail: 'a processing instruction',
  },
  {
    name: 'a zero-width character in the name',
    forge: saying({ name: 'an\u200Bn' }),
    detail: 'the name id has characters that cannot be seen',
  },
  {
    name: 'an escaped zero-width character',
    forge: saying({ name: 'an&#x200B;n' }),
    detail: 'the name id has characters that cannot be seen',
  },
  {
    name: 'a turn of direction in the name',
    forge: saying({ name: '\u202Enna' }),
    detail: 'the name id has characters that cannot be seen',
  },
  { name: 'an element in the name', forge: saying({ name: 'an<x/>n' }), detail: 'NameID has elements in it' },
  { name: 'an empty name', forge: saying({ name: '' }), detail: 'the name id is empty' },
  {
    name: 'a transient name',
    forge: saying({ nameFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' }),
    detail: 'the name id is transient, so it names nobody the next time',
  },
  {
    name: 'two name ids',
    forge: signedAs(/(<saml:NameID [^]*<\/saml:NameID>)/, '$1$1'),
    detail: 'several NameID elements in Subject',
  },
  {
    name: 'a name id that is encrypted',
    forge: signedAs(/<saml:NameID [^]*<\/saml:NameID>/, '<saml:EncryptedID/>'),
    detail: 'Subject has no NameID',
  },
  { name: 'a NUL in the name', forge: changed('>ann<', '>ann&#0;<'), detail: 'an unknown entity' },
  {
    name: 'a soft hyphen in the name',
    forge: saying({ name: 'an\u00ADn' }),
    detail: 'the name id has characters that cannot be seen',
  },
  { name: 'a name that is too long', forge: saying({ name: 'a'.repeat(1001) }), detail: 'the name id is too long' },
  {
    name: 'a zero-width character in an attribute',
    forge: saying({ attributes: attribute('Email', 'ann\u200D@example.com') }),
    detail: 'an attribute has characters that cannot be seen',
  },
  {
    name: 'an element in an attribute',
    forge: saying({ attributes: attribute('Group', 'Sal<x/>es') }),
    detail: 'AttributeValue has elements in it',
  },
  {
    name: 'a comment in an attribute',
    forge: saying({ attributes: attribute('Group', 'Sal<!-- -->es') }),
    detail: declaration,
  },
  {
    name: 'an attribute twice',
    forge: saying({
      attributes:
        '<saml:Attribute Name="Email"/><saml:Attribute Name="Email"><saml:AttributeValue>x@y</saml:AttributeValue></saml:Attribute>',
    }),
    detail: 'an attribute is there twice',
  },
];
