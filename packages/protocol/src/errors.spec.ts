import { responseExamples } from '../test/document.js';
import { normalizeErrorCode, spellErrorCode } from './error-codes.js';
import { errorCatalogue, type ErrorRow } from './errors.js';
import { schemaValidators } from './generated/validators.js';

const rows = Object.entries<ErrorRow>(errorCatalogue);
const answers = new Set(rows.map(([, row]) => `${row.status} ${row.code}`));

describe('the error catalogue', () => {
  it.each(rows)('answers %s with an error that the document describes, in either spelling', (_, row) => {
    for (const style of ['short', 'long'] as const) {
      const { message, iServerCode } = row;
      const wireError = { code: spellErrorCode(row.code, style), message, ticketId: '0'.repeat(32) };
      const body = iServerCode === undefined ? wireError : { ...wireError, iServerCode };
      expect({ body, fits: schemaValidators.Error(body) }).toEqual({ body, fits: true });
    }
  });

  it.each(rows)('has a failure status for %s', (_, { status }) => {
    expect(Number.isInteger(status) && status >= 400 && status < 600).toBe(true);
  });

  it('has Intelligence Server codes that are signed 32-bit integers', () => {
    const codes = rows.map(([, row]) => row.iServerCode).filter((code) => code !== undefined);
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((code) => code !== (code | 0))).toEqual([]);
  });

  it('gives each Intelligence Server code to one kind only, so that a client can tell them apart', () => {
    const codes = rows.map(([, row]) => row.iServerCode).filter((code) => code !== undefined);
    expect(codes).toEqual([...new Set(codes)]);
  });

  it.each(rows)('says in a sentence what to do about %s', (_, { advice }) => {
    expect(advice).toMatch(/^[A-Z].*\.$/);
  });

  it('has a row for every error that the document shows', () => {
    const errors = responseExamples.filter(({ status }) => status >= 400);
    expect(errors.length).toBeGreaterThan(0);
    const unknown = errors.filter(({ status, value }) => !answers.has(`${status} ${(value as ErrorRow).code}`));
    expect(unknown).toEqual([]);
  });

  it('has the message of every refused login in the document', () => {
    const logins = responseExamples.filter(({ status }) => status === 401);
    const shown = logins.map(({ value }) => value as ErrorRow).filter((error) => error.iServerCode !== undefined);
    const different = shown.filter(({ iServerCode, message }) => {
      const row = rows.find(([, { iServerCode: code }]) => code === iServerCode);
      return row?.[1].message !== message;
    });
    expect(shown.length).toBeGreaterThan(0);
    expect(different).toEqual([]);
  });
});

describe('the spelling of error codes', () => {
  it('has four digits for codes 14 and 17 in the long style only', () => {
    expect(spellErrorCode('ERR014', 'long')).toBe('ERR0014');
    expect(spellErrorCode('ERR017', 'long')).toBe('ERR0017');
    expect(spellErrorCode('ERR014', 'short')).toBe('ERR014');
    expect(spellErrorCode('ERR017', 'short')).toBe('ERR017');
  });

  it('leaves every other code as it is', () => {
    for (const code of ['ERR001', 'ERR003', 'ERR009', 'ERR0013', 'ERR0016', 'ERR0023']) {
      expect(spellErrorCode(code, 'long')).toBe(code);
      expect(normalizeErrorCode(code)).toBe(code);
    }
  });

  it('is undone by normalizing', () => {
    for (const [, { code }] of rows) {
      expect(normalizeErrorCode(spellErrorCode(code, 'long'))).toBe(code);
      expect(normalizeErrorCode(spellErrorCode(code, 'short'))).toBe(code);
    }
  });
});
