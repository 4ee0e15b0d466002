import { run } from './program.js';

/**
 * Imports and requires a module in a project, in two processes of this Node.
 * @returns the names that it exports to each
 */
export async function importAndRequire(node: string, project: string, name: string) {
  const names = async (script: string, type: 'module' | 'commonjs') => {
    const written = await run([node, `--input-type=${type}`, '--eval', script], project);
    const exported = JSON.parse(/^names (.*)$/m.exec(written)?.[1] ?? '') as string[];
    return exported.filter((one) => one !== '__esModule' && one !== 'module.exports').sort();
  };
  return {
    imported: await names(`console.log('names ' + JSON.stringify(Object.keys(await import('${name}'))))`, 'module'),
    required: await names(`console.log('names ' + JSON.stringify(Object.keys(require('${name}'))))`, 'commonjs'),
  };
}
