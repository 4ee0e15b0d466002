import { apiBase } from '../base-url.js';
import { finding, type Finding } from './findings.js';

/** What is wrong with an address, and where the API is, if that can be told. */
export function checkAddress(given: string): { readonly findings: readonly Finding[]; readonly base?: string } {
  // Never repeated as it came: it may hold a password.
  if (!URL.canParse(given)) return { findings: [finding('addressInvalid', 'The address is none.')] };
  const url = new URL(given);
  if (!/^https?:$/.test(url.protocol))
    return { findings: [finding('addressInvalid', `No API is reached by ${url.protocol}`)] };
  if (url.username !== '' || url.password !== '') {
    return { findings: [finding('addressInvalid', 'The address holds a name or a password.', 'Leave them out.')] };
  }
  const parts = url.pathname.split('/').filter((part) => part !== '');
  const first = parts.indexOf('api');
  const context = first === -1 ? parts : parts.slice(0, first);
  if (context.length === 0) return { findings: [finding('contextMissing', 'The address has no context path.')] };
  const base = apiBase(`${url.origin}/${context.join('/')}`);
  const further = first !== -1 && first !== parts.length - 1;
  const what = 'The address goes on after /api, to which paths such as /api/status are added.';
  return { base, findings: further ? [finding('apiDoubled', what)] : [] };
}
