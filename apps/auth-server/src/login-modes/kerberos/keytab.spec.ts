import { principalsIn } from './keytab.js';

const text = (value: string) => Buffer.concat([uint16(Buffer.byteLength(value)), Buffer.from(value)]);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

/** One key, as a keytab has it. */
function entry(realm: string, ...components: readonly string[]): Buffer {
  const rest = Buffer.alloc(25, 7); // type of the name, time, number and key
  const body = Buffer.concat([uint16(components.length), text(realm), ...components.map(text), rest]);
  return Buffer.concat([int32(body.length), body]);
}

const file = (...parts: readonly Buffer[]) => Buffer.concat([Buffer.from([5, 2]), ...parts]);

describe('a keytab', () => {
  const http = entry('EXAMPLE.ORG', 'HTTP', 'localhost');
  const hole = Buffer.concat([int32(-40), Buffer.alloc(40, 1)]);

  it('says whose keys it has, each once, and skips removed ones', () => {
    expect(principalsIn(file())).toEqual([]);
    expect(principalsIn(file(http, hole, http, entry('Ä.ORG', 'ann')))).toEqual([
      'HTTP/localhost@EXAMPLE.ORG',
      'ann@Ä.ORG',
    ]);
  });

  it('ends where a length is zero', () => {
    expect(principalsIn(file(http, int32(0), entry('EXAMPLE.ORG', 'bob')))).toEqual(['HTTP/localhost@EXAMPLE.ORG']);
  });

  it.each([
    ['empty', Buffer.alloc(0)],
    ['of another format', Buffer.concat([Buffer.from([5, 1]), http])],
    ['a text', Buffer.from('no keytab at all')],
    ['cut off in a name', file(http).subarray(0, 30)],
    ['cut off in a key', file(http).subarray(0, -1)],
    ['one with a name longer than its entry', file(int32(6), uint16(1), uint16(999), Buffer.alloc(2000))],
  ])('is not one that is %s', (_, bytes) => expect(() => principalsIn(bytes)).toThrow('is no keytab'));
});
