import { secrets } from '@mstr-rest/protocol';
import { pino } from 'pino';
import { logOptions } from './log.js';

describe('the log', () => {
  const lines: string[] = [];
  const log = pino(logOptions('info'), { write: (line: string) => void lines.push(line) });
  beforeEach(() => lines.splice(0));

  it.each([...secrets.headers, ...secrets.fields])(
    'never shows a value named %s, in any case and at any depth',
    (name) => {
      log.info({ [name.toUpperCase()]: 'hush', deep: [{ er: { [name]: 'hush' } }] }, 'said');
      expect(lines).toHaveLength(1);
      expect(lines[0]).not.toContain('hush');
      expect(lines[0]).toContain('[redacted]');
    },
  );

  it('shows of an error only what is known to be harmless', () => {
    const cause = Object.assign(new Error('inner'), { code: 'ECONN', request: { secretStuff: 'hush' } });
    log.error({ cause: new Error('outer', { cause }) });
    expect(lines[0]).not.toContain('hush');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      cause: { message: 'outer', cause: { message: 'inner', code: 'ECONN' } },
    });
  });

  it('cannot be made to forge a line', () => {
    log.info({ loginName: 'ann\n{"level":"info","msg":"forged"}' });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd().split('\n')).toHaveLength(1);
  });
});
