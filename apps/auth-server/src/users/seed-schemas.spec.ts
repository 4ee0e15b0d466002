import { z } from 'zod';
import { seedGroupSchema, seedUserSchema } from './seed-schemas.js';

const id = '0123456789ABCDEF0123456789ABCDEF';

function complaintsAbout(user: object): string[] {
  const { error } = seedUserSchema.safeParse({ loginName: 'ada', ...user });
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a user in the configuration', () => {
  it('needs a login name only', () => {
    expect(seedUserSchema.parse({ loginName: 'ada' })).toEqual({
      loginName: 'ada',
      description: '',
      enabled: true,
      standardAuth: true,
      passwordModifiable: true,
      requireNewPassword: false,
      passwordAutoExpire: false,
      groups: [],
      identities: [],
      privileges: [],
      projects: [],
    });
  });

  it('can say everything', () => {
    const user = {
      loginName: 'ada',
      id,
      fullName: 'Ada Lovelace',
      initials: 'AL',
      description: 'Countess',
      password: '',
      enabled: false,
      standardAuth: false,
      passwordModifiable: false,
      requireNewPassword: true,
      passwordAutoExpire: true,
      passwordExpirationDate: '2027-01-31',
      passwordExpirationFrequency: 90,
      groups: ['Analysts'],
      identities: [{ issuer: 'ldap:example', subject: 'uid=ada,dc=example' }],
      privileges: ['*', '316', { privilege: '1', project: id }],
      projects: ['*', id],
    };
    expect(seedUserSchema.parse(user)).toEqual(user);
  });

  it('may write ids in lower case', () => {
    expect(seedUserSchema.parse({ loginName: 'ada', id: id.toLowerCase() }).id).toBe(id);
  });

  it.each([
    [{ id: 'x' }, 'id: expected 32 hexadecimal digits'],
    [{ loginName: ' ada' }, 'loginName: expected text without control characters and without blanks around it'],
    [{ loginName: 'ada\0' }, 'loginName: expected text without control characters and without blanks around it'],
    [{ fullName: 'Ada\nroot' }, 'fullName: expected text without control characters'],
    [{ passwordHash: '5f4dcc3b5aa7' }, 'passwordHash: expected an Argon2id hash that begins with $argon2id$v=19$m='],
    [
      { password: 'x', passwordHash: `$argon2id$v=19$m=64,t=1,p=1$${'a'.repeat(22)}$${'a'.repeat(43)}` },
      'passwordHash: expected password or passwordHash, not both',
    ],
    [
      { passwordExpirationDate: 'tomorrow' },
      'passwordExpirationDate: expected a date such as 2027-01-31 or 2027-01-31T12:00:00Z',
    ],
    [{ passwordExpirationFrequency: 1.5 }, 'passwordExpirationFrequency: expected a whole number of days'],
    [{ passwordExpirationFrequency: 0 }, 'passwordExpirationFrequency: expected at least 1 day'],
    [
      { passwordAutoExpire: true },
      'passwordExpirationFrequency: expected a number of days, since passwordAutoExpire is on',
    ],
    [
      { privileges: [316] },
      'privileges.0: expected "*", the number of a privilege in quotes such as "316", or an object { privilege, project }',
    ],
    [{ projects: ['Tutorial'] }, 'projects.0: expected "*" or the id of a project: 32 hexadecimal digits'],
    [{ admin: true }, ': Unrecognized key: "admin"'],
  ])('is told what was expected instead of %j', (mistake, complaint) => {
    expect(complaintsAbout(mistake)).toEqual([complaint]);
  });
});

describe('a group in the configuration', () => {
  it('needs a name only', () => {
    const nothing = { description: '', groups: [], privileges: [], projects: [] };
    expect(seedGroupSchema.parse({ name: 'Analysts' })).toEqual({ name: 'Analysts', ...nothing });
  });
});

it.each([
  ['user', seedUserSchema],
  ['group', seedGroupSchema],
])('The JSON Schema of a %s says something about every key', (_, schema) => {
  const { properties = {}, description } = z.toJSONSchema(schema, { io: 'input' });
  expect(description).toBeTruthy();
  for (const [key, value] of Object.entries(properties)) {
    expect([key, typeof value === 'object' && value.description]).toEqual([key, expect.stringMatching(/\.$|\?$/)]);
  }
});
