import { checkImports, importsOf } from './imports.js';

const packed = new Set(['dist/index.js', 'dist/index.d.ts', 'dist/a/b.js', 'dist/a/b.d.ts']);
const server = { name: 'server', dependencies: { '@nestjs/core': '11.0.0' }, peerDependencies: { kerberos: '7.0.0' } };
const check = (text: string, manifest: Parameters<typeof checkImports>[3] = server, file = 'dist/index.js') =>
  checkImports(file, text, packed, manifest);

describe('the imports of a built file', () => {
  it('are found in every form', () => {
    const text = [
      `import x, { y } from 'one';`,
      `import 'two';`,
      `export * from 'three';`,
      `const z = await import('four');`,
      `type T = import('five').T;`,
    ];
    expect(importsOf(text.join('\n'))).toEqual(['one', 'two', 'three', 'four', 'five']);
  });

  it.each(['./a/b.js', '@nestjs/core', '@nestjs/core/helpers/x.js', 'kerberos', 'node:fs', 'server'])(
    'may be %s, which is packed, declared or in Node',
    (specifier) => {
      expect(check(`import '${specifier}';`)).toEqual([]);
    },
  );

  it('may not be a file that is not packed', () => {
    expect(check(`import './c.js';`)).toEqual(['dist/index.js imports ./c.js, which is not packed']);
    expect(check(`import '../src/index.ts';`)).toHaveLength(1);
  });

  it.each(['zod', '@nestjs/common'])('may not be %s where package.json does not declare it', (specifier) => {
    expect(check(`import '${specifier}';`)).toEqual([
      `dist/index.js imports ${specifier}, which package.json does not declare`,
    ]);
  });

  it('may not be anything from outside in the protocol, not even what Node brings', () => {
    const protocol = { name: '@mstr-rest/protocol' };
    expect(check(`import './a/b.js';`, protocol)).toEqual([]);
    expect(check(`import 'node:crypto';`, protocol)).toHaveLength(1);
  });

  it('of a declaration file lead to declaration files', () => {
    expect(check(`export * from './a/b.js';`, server, 'dist/index.d.ts')).toEqual([]);
    expect(check(`export * from './c.js';`, server, 'dist/index.d.ts')).toHaveLength(1);
  });
});
