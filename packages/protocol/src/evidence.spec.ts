import { readText, operations } from '../test/document.js';
import { operationEvidence } from './generated/operations.js';

const marks = ['D', 'C', 'C-obs', 'W', 'I'];

/** The first column of the table of sources. */
const keys = new Set(
  [...readText('../../docs/protocol/sources.md').matchAll(/^\| `([^`]+)` \|/gm)].map(([, key]) => key),
);

function isKnown(source: string): boolean {
  if (keys.has(source)) return true;
  if (/^H-\w+$/.test(source)) return keys.has('H-xxx');
  return /^KB\d+$/.test(source) && keys.has('KBnnn');
}

describe('the evidence of the document', () => {
  it('reads the table of sources', () => {
    expect(keys.size).toBeGreaterThan(20);
    expect(isKnown('QDX')).toBe(true);
    expect(isKnown('H-oidc_azure_ad')).toBe(true);
    expect(isKnown('KB33062')).toBe(true);
    expect(isKnown('NOBODY')).toBe(false);
  });

  it.each(operations.map((operation) => [operation.operationId, operation['x-evidence'] ?? []] as const))(
    'says of %s how each thing is known',
    (_, claims) => {
      expect(claims.length).toBeGreaterThan(0);
      for (const { claim, sources, mark, ours } of claims) {
        expect(claim).not.toBe('');
        expect({ claim, mark: marks.includes(mark) }).toEqual({ claim, mark: true });
        expect({ claim, unknown: sources.filter((source) => !isKnown(source)) }).toEqual({ claim, unknown: [] });
        expect({ claim, ours: ours ?? false }).toEqual({ claim, ours: sources.length === 0 });
      }
    },
  );

  it('says nothing twice of one operation', () => {
    for (const operation of operations) {
      const claims = (operation['x-evidence'] ?? []).map(({ claim }) => claim);
      expect({ of: operation.operationId, claims: [...new Set(claims)] }).toEqual({
        of: operation.operationId,
        claims,
      });
    }
  });

  it('is in the table that programs read', () => {
    expect(Object.keys(operationEvidence)).toEqual(operations.map((operation) => operation.operationId));
    expect(operationEvidence.postLogin[0]).toEqual({ ours: false, ...operations[0]?.['x-evidence']?.[0] });
  });
});
