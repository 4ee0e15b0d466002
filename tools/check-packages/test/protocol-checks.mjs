/** What the protocol has to do everywhere. @returns {{ title: string, failure?: string }[]} */
export function checkProtocol({ errorCatalogue, operationTable, parseLoginRequest }, { responseValidators }) {
  const results = [];
  const check = (title, holds) => results.push(holds ? { title } : { title, failure: 'it does not' });
  const { ok, value } = parseLoginRequest({ username: 'ann', password: '', loginMode: '1' });
  check('parses what callers send', ok && value.loginMode === 1);
  check('has the catalogue of errors', errorCatalogue.sessionInvalid?.code === 'ERR009');
  check('has the table of operations', operationTable.postLogin?.path === '/auth/login');
  check('validates answers without eval', Object.keys(responseValidators).length > 20);
  return results;
}
