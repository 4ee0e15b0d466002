import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { preProcessFile } from 'typescript';
import { parse as parseYaml } from 'yaml';
import { document, operations, readText, requestExamples, responseExamples } from '../test/document.js';
import { operationTable, type OperationFacts, type OperationId } from './generated/operations.js';
import { requestValidators, responseValidators, schemaValidators } from './generated/validators.js';
import type { OperationIdWithBody, Validator } from './generated/validators.js';

const table: readonly OperationFacts[] = Object.values(operationTable);

// The ids come from the document that the tables were generated from; a test below says that they are the same.
function requestValidator(operationId: string): Validator {
  return requestValidators[operationId as OperationIdWithBody];
}

function responseValidator(operationId: string, status: number): Validator | undefined {
  return responseValidators[operationId as OperationId][status];
}

/** The same body with an object in the place of its first member or of the first member of its first element. */
function spoil(body: unknown): unknown {
  if (Array.isArray(body)) return [spoil(body[0] ?? {}), ...(body.slice(1) as unknown[])];
  const [first] = Object.keys(body as object);
  return { ...(body as object), [String(first)]: { spoiled: true } };
}

describe('the generated validators', () => {
  it.each(requestExamples.map((example) => [`${example.operationId}, ${example.name}`, example] as const))(
    'accept the request of %s and refuse it spoiled',
    (_, { operationId, value }) => {
      const validate = requestValidator(operationId);
      expect(validate(value)).toBe(true);
      expect(validate(spoil(value))).toBe(false);
    },
  );

  it.each(responseExamples.map((one) => [`${one.operationId}, ${one.status}, ${one.name}`, one] as const))(
    'accept the answer of %s and refuse it spoiled',
    (_, { operationId, status, value }) => {
      const validate = responseValidator(operationId, status);
      expect(validate?.(value)).toBe(true);
      expect(validate?.(spoil(value))).toBe(false);
    },
  );

  it('are there for every body and every schema of the document', () => {
    const withBody = operations.filter((operation) => operation.requestBody);
    expect(Object.keys(requestValidators)).toEqual(withBody.map((operation) => operation.operationId));
    expect(Object.keys(schemaValidators)).toEqual(Object.keys(document.components.schemas));
    for (const { operationId, statuses } of table) {
      for (const { status, hasBody } of statuses) {
        const isThere = responseValidator(operationId, status) !== undefined;
        expect({ operationId, status, isThere }).toEqual({ operationId, status, isThere: hasBody });
      }
    }
  });

  it('say what was wrong at the last call, and nothing after a success', () => {
    const validate = schemaValidators.Owner;
    expect(validate({ name: 'Maya Lind', id: 7 })).toBe(false);
    expect(validate.errors).toEqual([expect.objectContaining({ instancePath: '/id', keyword: 'type' })]);
    expect(validate({ name: 'Maya Lind' })).toBe(false);
    expect(validate.errors?.[0]).toMatchObject({ keyword: 'required', params: { missingProperty: 'id' } });
    expect(validate({ name: 'Maya Lind', id: '7FC05A65473CE2FD845CE6A1D3F13233' })).toBe(true);
    expect(validate.errors).toBeNull();
  });

  it('refuse a member that an answer does not have', () => {
    const owner = { name: 'Maya Lind', id: '7FC05A65473CE2FD845CE6A1D3F13233', password: 'secret' };
    expect(schemaValidators.Owner(owner)).toBe(false);
  });
});

describe('the table of operations', () => {
  it('has the operations of the document with their statuses', () => {
    const declared = operations.map(({ operationId, responses }) => [operationId, Object.keys(responses).map(Number)]);
    expect(table.map(({ operationId, statuses }) => [operationId, statuses.map((one) => one.status)])).toEqual(
      declared,
    );
  });

  it('is keyed by operation id', () => {
    expect(Object.keys(operationTable)).toEqual(table.map((row) => row.operationId));
  });

  it('lets in without a session only what the document makes public', () => {
    const open = table.filter(({ access }) => access === 'public' || access === 'identity-token');
    const declared = operations.filter((operation) => operation.security?.length === 0);
    expect(open.map((row) => row.operationId)).toEqual(declared.map((operation) => operation.operationId));
  });

  it('tells the kinds of access apart', () => {
    expect(operationTable.postLogin.access).toBe('public');
    expect(operationTable.postLogout.access).toBe('token');
    expect(operationTable.getAuthToken.access).toBe('cookie');
    expect(operationTable.getSession.access).toBe('session');
    expect(operationTable.getIdentityTokenInfo.access).toBe('identity-token');
  });

  it('knows bodies, parameters and the project header', () => {
    expect(operationTable.postLogin).toMatchObject({
      method: 'POST',
      path: '/auth/login',
      family: 'Authentication',
      takesBody: true,
      bodyRequired: false,
      contentTypes: ['application/json', 'application/x-www-form-urlencoded'],
      projectHeader: 'none',
    });
    expect(operationTable.postLogout.takesBody).toBe(false);
    expect(operationTable.postDelegate.bodyRequired).toBe(true);
    expect(operationTable.getSession.projectHeader).toBe('optional');
    expect(operationTable.getProjectSession.projectHeader).toBe('required');
    expect(operationTable.getProject.pathParameters).toEqual(['idOrName']);
    expect(operationTable.getProject.queryParameters).toEqual(['fields']);
  });

  it('has the error codes and headers of each status', () => {
    const byStatus = new Map<number, object>(operationTable.postLogin.statuses.map((one) => [one.status, one]));
    expect(byStatus.get(204)).toMatchObject({ codes: [], hasBody: false });
    expect(byStatus.get(204)).toHaveProperty('headers', expect.arrayContaining(['X-MSTR-AuthToken', 'Set-Cookie']));
    expect(byStatus.get(401)).toEqual({ status: 401, codes: ['ERR003'], hasBody: true, headers: ['WWW-Authenticate'] });
    expect(byStatus.get(503)).toHaveProperty('headers', ['Retry-After']);
  });
});

describe('the package', () => {
  const sources = readdirSync(join(__dirname), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
    .map((name) => [name, readText(`src/${name}`)] as const);

  it('has the same document as YAML and as JSON', () => {
    expect(document).toEqual(parseYaml(readText('spec/openapi.yaml')));
  });

  it.each(sources)('imports in %s nothing from outside of itself', (_, text) => {
    // With the third argument TypeScript also lists what is reached by require() and import().
    const imported = preProcessFile(text, true, true).importedFiles.map((file) => file.fileName);
    expect(imported.filter((specifier) => !specifier.startsWith('./'))).toEqual([]);
    expect(text).not.toMatch(/\brequire\s*\(|\bimport\s*\(/);
  });

  it.each(sources)('makes in %s no code from strings, which some pages and workers forbid', (_, text) => {
    expect(text).not.toMatch(/\beval\s*\(|\bnew\s+Function\b|\bFunction\s*\(/);
  });

  it('heads every generated file as such', () => {
    const generated = sources.filter(([name]) => name.startsWith('generated'));
    expect(generated.length).toBe(4);
    for (const [, text] of generated) {
      expect(text.startsWith('// Generated from spec/openapi.yaml by npm run generate. Do not edit.\n')).toBe(true);
    }
  });
});
