#!/usr/bin/env node
/** The command `mstr-rest-client`: `npx @mstr-rest/client doctor <url>`. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { diagnose, type DiagnoseOptions } from './diagnose.js';
import type { Finding } from './findings.js';

const usage = `mstr-rest-client doctor <url> [options]

Says what is wrong with the address of a Library, and with what answers there: certificate, clock, version, login modes,
CORS and cookies.

  --origin <origin>      also ask whether pages of this origin may use it, such as https://app.example.com
  --login-mode <number>  also ask whether this login mode is offered
  --ca <file>            believe the authorities in this PEM file, in place of the well-known ones
  --server-name <name>   the name that the certificate has to have
  --proxy <address>      go through this HTTP proxy; "environment" for what HTTPS_PROXY and NO_PROXY say
  --timeout <seconds>    how long each answer may take; 10 unless said otherwise
  --json                 the findings as JSON
  --help                 this text

With MSTR_USERNAME and MSTR_PASSWORD in the environment it logs in, asks for the session twice, and logs out.
Exit code: 0 all is well, 1 something was found, 2 the command was not understood.
`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  try {
    const asked = read(args);
    if (asked === undefined) {
      process.stdout.write(usage);
      return 0;
    }
    const findings = await diagnose(asked.options);
    process.stdout.write(asked.json ? `${JSON.stringify(findings, undefined, 2)}\n` : textOf(findings));
    return findings.length === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`); // parseArgs and diagnose throw errors
    return 2;
  }
}

/** @returns undefined where only help is asked for. @throws {TypeError} for what is not understood. */
function read(args: readonly string[]): { readonly options: DiagnoseOptions; readonly json: boolean } | undefined {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      origin: { type: 'string' },
      'login-mode': { type: 'string' },
      ca: { type: 'string' },
      'server-name': { type: 'string' },
      proxy: { type: 'string' },
      timeout: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const [command, url, ...more] = positionals;
  if (command !== 'doctor' || url === undefined || more.length > 0) throw new TypeError('Expected: doctor <url>');
  const { MSTR_USERNAME: username, MSTR_PASSWORD: password } = process.env;
  const loginMode = values['login-mode'] === undefined ? undefined : wholeNumber('--login-mode', values['login-mode']);
  const { origin, ca, proxy, json, 'server-name': serverName } = values;
  const tls = { ca: ca === undefined ? undefined : readFileSync(ca), serverName };
  const person = username === undefined || password === undefined ? undefined : { username, password };
  const credentials = person && { ...person, loginMode: loginMode === 16 ? (16 as const) : (1 as const) };
  const timeoutMs = wholeNumber('--timeout', values.timeout) * 1000;
  return { options: { url, origin, loginMode, credentials, timeoutMs, proxy, tls }, json };
}

function wholeNumber(name: string, text: string): number {
  if (/^-?\d{1,9}$/.test(text)) return Number(text);
  throw new TypeError(`${name} must be a whole number`);
}

function textOf(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'All is well.\n';
  return findings
    .map(({ what, why, advice }) => `${what}\n  Why it matters: ${why}\n  What to do: ${advice}\n`)
    .join('\n');
}
