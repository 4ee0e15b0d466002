import { beginsWithKerberos, isComplete } from './spnego.js';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const kerberos = '0609 2a864886f712010202';
const kerberosOfWindows = '0609 2a864882f712010202';
const ntlm = '060a 2b06010401823702020a';

/** A NegTokenInit with these mechanisms, one beside the other, and two bytes as its token. */
function begin(mechanisms: string, spnego = '0606 2b0601050502'): Buffer {
  const wrap = (tag: number, inner: Buffer) => Buffer.concat([Buffer.from([tag, inner.length]), inner]);
  const list = wrap(0xa0, wrap(0x30, hex(mechanisms)));
  const token = hex('a204 0402 6000');
  return wrap(0x60, Buffer.concat([hex(spnego), wrap(0xa0, wrap(0x30, Buffer.concat([list, token])))]));
}

describe('a negotiation', () => {
  it.each([kerberos, kerberosOfWindows, `${kerberosOfWindows} ${kerberos} ${ntlm}`])(
    'may begin with %s',
    (mechanisms) => expect(beginsWithKerberos(begin(mechanisms))).toBe(true),
  );

  it.each([ntlm, `${ntlm} ${kerberos}`, '', '0600', `0608 2a864886f7120102`, '060a 2a864886f712010202 03'])(
    'may not begin with %s',
    (mechanisms) => expect(beginsWithKerberos(begin(mechanisms))).toBe(false),
  );

  it('is one in SPNEGO, and has nothing behind it', () => {
    expect(beginsWithKerberos(begin(kerberos, kerberos))).toBe(false);
    expect(beginsWithKerberos(Buffer.concat([begin(kerberos), hex('00')]))).toBe(false);
  });

  it('is none where a piece of it is missing, or a length is wrong', () => {
    const whole = begin(kerberos);
    for (let length = 0; length < whole.length; length += 1) {
      expect(beginsWithKerberos(whole.subarray(0, length))).toBe(false);
    }
    for (const length of ['80', '8100', '84ffffffff', '85ffffffffff', '88ffffffffffffffff', 'ff']) {
      expect(beginsWithKerberos(hex(`60${length}0606${'2b0601050502'}a0`))).toBe(false);
    }
  });

  it('may write its lengths in several bytes', () => {
    const whole = begin(kerberos);
    const [, length = 0] = whole;
    const long = Buffer.concat([hex('6084000000'), Buffer.from([length]), whole.subarray(2)]);
    expect(beginsWithKerberos(long)).toBe(true);
  });
});

describe('the answer to it', () => {
  it('is complete where it says so', () => {
    expect(isComplete(hex('a114 3012 a003 0a0100 a10b 0609 2a864886f712010202'))).toBe(true);
  });

  it.each([
    ['it is incomplete', 'a114 3012 a003 0a0101 a10b 0609 2a864886f712010202'],
    ['it is rejected', 'a107 3005 a003 0a0102'],
    ['a signature is wanted', 'a107 3005 a003 0a0103'],
    ['it does not say', 'a10f 300d a10b 0609 2a864886f712010202'],
    ['it is something else', '6f81'],
    ['it is empty', ''],
  ])('is not complete where %s', (_, answer) => expect(isComplete(hex(answer))).toBe(false));
});
