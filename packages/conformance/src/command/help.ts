import { variables } from './accounts.js';
import { levels } from './choose.js';

export const help = `Usage: npx @mstr-rest/conformance server --base-url <address> [options]
       npx @mstr-rest/conformance client [options] -- <program> [arguments]

server   runs exchanges and stories of the protocol at a server, and says what it does otherwise than it should
client   starts a server on this machine, runs a program at it, and says how the program treats its sessions

Options of server:
  --base-url <address>   the Library, such as https://host/MicroStrategyLibrary
  --target <file>        YAML or JSON: what is known of the server, such as its projects and settings
  --allow-changes        run those, too, that change something: passwords, accounts, API tokens, login modes, locks
  --id, --level, --tag   only these: names with commas between; what is said in two of them must both hold
  --strict               failures of the level "ours" count, too
  --junit <file>         write a report as JUnit XML
  --list                 print what would be run, and ask no server

The account is in the environment, MSTR_USERNAME and MSTR_PASSWORD; nothing secret is taken from the command line. Further accounts
let more be run; each is a pair of variables:
${wrapped(variables.filter((name) => name.endsWith('_USERNAME') && name !== 'MSTR_USERNAME'))}

Levels:
${Object.entries(levels)
  .map(([level, text]) => `  ${level.padEnd(16)} ${text}\n`)
  .join('')}
Options of client:
  --idle-timeout <n>     seconds after which a session ends that nobody uses (600)
  --expire-after <n>     let the session time out after so many calls in it
  --redirect-after <n>   answer the call after so many with a redirect to another origin
  --wrong-password       give the program a password that is wrong
  --deadline <n>         seconds after which the program is ended (600)
  --junit <file>         write a report as JUnit XML
  --list                 print what is looked for

The program finds MSTR_BASE_URL, MSTR_USERNAME, MSTR_PASSWORD, MSTR_LOGIN_MODE, MSTR_PROJECT_ID and MSTR_CLOCK_URL in its environment.

Exit code: 0 nothing was found, 1 something was, 2 the command cannot be run as it was given, 130 it was interrupted.
`;

/** Lines of a readable length. */
function wrapped(names: readonly string[]): string {
  const lines = [''];
  for (const name of names) {
    const last = lines.at(-1) ?? '';
    if (last.length + name.length > 100) lines.push(`  ${name}`);
    else lines[lines.length - 1] = `${last}${last === '' ? ' ' : ''} ${name}`;
  }
  return lines.join('\n');
}
