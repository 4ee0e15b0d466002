import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findPart } from './find-part.js';
import { howToGet } from './install.js';
import { parts, type Part } from './parts.js';

const root = resolve(import.meta.dirname, '../..');

describe('the search for a part', () => {
  let folder: string;
  const partOf = (binary: string): Part => ({
    name: 'tool',
    binary,
    source: { kind: 'debian', packages: ['tool'] },
    suites: ['a suite'],
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'parts-'));
    writeFileSync(join(folder, 'tool'), '');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('finds a program on PATH', () => {
    chmodSync(join(folder, 'tool'), 0o755);
    expect(findPart(partOf('tool'), `/nowhere:${folder}`)).toBe(join(folder, 'tool'));
  });

  it('finds a program by its path', () => {
    chmodSync(join(folder, 'tool'), 0o755);
    expect(findPart(partOf(join(folder, 'tool')), '')).toBe(join(folder, 'tool'));
  });

  it('does not take a file that cannot be run', () => {
    expect(findPart(partOf('tool'), folder)).toBeUndefined();
  });
});

describe('the parts', () => {
  it('have different names', () => {
    expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
  });

  it.each(parts)('say what is skipped without $name, and how to get it', (part) => {
    expect(part.suites).not.toEqual([]);
    for (const file of part.suites) expect(existsSync(join(root, file))).toBe(true);
    expect(howToGet(part)).toMatch(/install/);
  });
});
