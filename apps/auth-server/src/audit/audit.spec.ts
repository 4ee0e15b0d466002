import { pino } from 'pino';
import { logOptions } from '../log.js';
import { Audit } from './audit.js';
import type { AuditEvent } from './audit-event.js';

const refusal = (loginName: string): AuditEvent => ({
  event: 'loginRefused',
  loginMode: 1,
  loginName,
  reason: 'userUnknown',
  ip: '::1',
});

function audit(level = 'info') {
  const lines: string[] = [];
  const log = pino(logOptions(level), { write: (line: string) => void lines.push(line) });
  return { audit: new Audit(log), lines };
}

describe('the log of the audit', () => {
  it.each([
    ['line feed', 'ann\n{"level":"info","audit":true,"event":"login"}'],
    ['carriage return', 'ann\r{"level":"info"}'],
    ['quotes', '","event":"login","x":"'],
    ['escape sequence', 'ann\u001b[2K\u001b[1Alogin'],
    ['escape sequence of one character', 'ann\u009b2K'],
    ['delete', 'ann\u007f\u007f'],
    ['reversed text', '\u202eresu\u202c'],
    ['line separator', 'ann\u2028{"level":"info"}'],
    ['NUL', 'ann\0x'],
  ])('cannot be forged by a login name with: %s', (_title, loginName) => {
    const { audit: one, lines } = audit();
    one.record(refusal(loginName));
    expect(lines).toHaveLength(1);
    const line = (lines[0] ?? '').replace(/\n$/, '');
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    expect(JSON.parse(line)).toMatchObject({ audit: true, event: 'loginRefused', reason: 'userUnknown' });
  });

  it('shows no more than the beginning of a long name', () => {
    const { audit: one, lines } = audit();
    one.record(refusal('x'.repeat(60_000)));
    expect(lines[0]?.length).toBeLessThan(500);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ loginName: `${'x'.repeat(256)}…` });
  });

  it('is there however little the log is to say, save where it is silent', () => {
    for (const [level, count] of [
      ['trace', 1],
      ['error', 1],
      ['fatal', 1],
      ['silent', 0],
    ] as const) {
      const { audit: one, lines } = audit(level);
      one.record(refusal('ann'));
      expect(lines).toHaveLength(count);
    }
  });

  it('never throws, and says what could not be recorded', () => {
    const { audit: one, lines } = audit();
    const broken = Object.defineProperty({ event: 'login' }, 'ip', {
      enumerable: true,
      get: () => {
        throw new Error('no address');
      },
    });
    one.record(broken as AuditEvent); // an event whose address cannot be read
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      event: 'login',
      cause: { message: 'no address' },
    });
  });

  it('takes out what has the name of a secret', () => {
    const { audit: one, lines } = audit();
    const withSecret = { ...refusal('ann'), password: 'hush' }; // a field that no event has
    one.record(withSecret);
    expect(lines[0]).not.toContain('hush');
  });

  it('says that nothing can be found where nothing is stored', async () => {
    await expect(audit().audit.find()).rejects.toThrow('audit.store is false');
  });
});
