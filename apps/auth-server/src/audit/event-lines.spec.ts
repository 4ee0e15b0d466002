import { jsonLineOf, textLineOf } from './event-lines.js';
import { toStored } from './stored-event.js';

const at = Date.UTC(2026, 0, 1);
const refusal = (loginName: string) =>
  toStored({ event: 'loginRefused', loginMode: 1, loginName, reason: 'userUnknown', ip: '::1' }, 'id', at);

describe('an event as a line of text', () => {
  it('has the time, the event and every field that it has', () => {
    expect(textLineOf(refusal('ann'))).toBe(
      '2026-01-01T00:00:00.000Z loginRefused loginName=ann loginMode=1 ip=::1 reason=userUnknown',
    );
    const headers = ['sm_user'];
    const refused = { event: 'trustedHeaderRefused', headers, reason: 'stranger', ip: '::1' } as const;
    expect(textLineOf(toStored(refused, 'id', at))).toBe(
      '2026-01-01T00:00:00.000Z trustedHeaderRefused ip=::1 reason=stranger headers="[\\"sm_user\\"]"',
    );
  });

  it.each([
    ['ann reason=ok', '"ann reason=ok"'],
    ['ann\n2026-01-01T00:00:00.000Z login', '"ann\\n2026-01-01T00:00:00.000Z login"'],
    ['ann" loginMode="8', '"ann\\" loginMode=\\"8"'],
    ['\u001b[31mann', '"\\u001b[31mann"'],
    ['\u009b31mann\u007f', '"\\u{9b}31mann\\u{7f}"'],
    ['\u202eresu\u2028', '"\\u{202e}resu\\u{2028}"'],
    ['\\u{9b}', '"\\\\u{9b}"'],
    ['\u{e0041}', '"\\u{e0041}"'],
    ['', '""'],
    ['Zoë', '"Zoë"'],
  ])('cannot be forged by the login name %j', (loginName, shown) => {
    const line = textLineOf(refusal(loginName));
    expect(line).toContain(` loginName=${shown} loginMode=1 `);
    expect(line).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  });
});

describe('an event as a line of JSON', () => {
  it.each(['ann\n', '\u001b[31m\u009b\u007f', '\u202e\u2028', '\u{e0041}', '\\u009b', 'Zoë 🙂'])(
    'has the login name %j as it is, and nothing that a terminal acts on',
    (loginName) => {
      const line = jsonLineOf(refusal(loginName));
      expect(line).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      expect(JSON.parse(line)).toMatchObject({ loginName, at: '2026-01-01T00:00:00.000Z', details: {} });
    },
  );
});
