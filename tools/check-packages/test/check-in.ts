/** Runs the checks of client and protocol in one runtime, with the packages that are installed in a project. */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { launchChromium } from '../../../tools/test-servers/chromium.js';
import type { Front } from './front.js';
import { Program, run } from './program.js';
import type { Shape } from './runtimes.js';

export interface CheckResult {
  readonly title: string;
  readonly failure?: string;
}

/** What is tried, where, and on the way to which server. */
export interface Trial {
  readonly what: 'client' | 'protocol';
  readonly project: string;
  readonly front: Front;
}

const scripts = ['client-checks.mjs', 'protocol-checks.mjs', 'run-checks.mjs', 'bundle-entry.mjs'];

/** What each runtime needs to be told to run a script; a worker is bundled, and asked. */
const starts: Readonly<Record<Exclude<Shape, 'workerd'>, readonly string[]>> = {
  node: [],
  bun: ['run'],
  deno: ['run', '--no-prompt', '--allow-net', '--allow-env', '--allow-read', '--allow-sys'],
};

export async function checkIn(shape: Shape, program: string, trial: Trial): Promise<readonly CheckResult[]> {
  if (shape === 'workerd') return checkInWorker(program, trial);
  const { what, project, front } = trial;
  copyScripts(project);
  const written = await run([program, ...starts[shape], 'run-checks.mjs', what, front.origin], project, quiet(project));
  return JSON.parse(written.trim().split('\n').at(-1) ?? '') as CheckResult[]; // what run-checks.mjs prints
}

export async function checkInChromium({ what, project, front }: Trial): Promise<readonly CheckResult[]> {
  front.pages.set('/page.js', ['text/javascript', await bundle(project, ['browser'])]);
  front.pages.set('/page', ['text/html', '<script type="module" src="/page.js"></script>']);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.goto(`${front.origin}/page`);
    await page.waitForFunction(() => 'checks' in globalThis);
    const code = `checks.${what}(${JSON.stringify(front.origin)})`;
    return await page.evaluate<readonly CheckResult[]>(code);
  } finally {
    await browser.close();
  }
}

const configuration = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .checks),
    (name = "internet", network = (allow = ["private", "public"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
const checks :Workerd.Worker = (
  modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
  compatibilityDate = "2025-09-01",
);
`;

/** Bundled as Cloudflare's own tool does it, without any of Node's modules. */
async function checkInWorker(program: string, { what, project, front }: Trial): Promise<readonly CheckResult[]> {
  writeFileSync(join(project, 'worker.mjs'), await bundle(project, ['workerd', 'worker', 'browser']));
  writeFileSync(join(project, 'workerd.capnp'), configuration);
  const worker = new Program({ command: [program, 'serve', '--control-fd=1', 'workerd.capnp'], cwd: project });
  try {
    const [, port] = await worker.shows(/"event":"listen".*"port":(\d+)/);
    const answer = await fetch(`http://127.0.0.1:${port}/${what}?origin=${encodeURIComponent(front.origin)}`);
    if (!answer.ok) throw new Error(`the worker answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as CheckResult[]; // what bundle-entry.mjs answers
  } finally {
    await worker.stop();
  }
}

async function bundle(project: string, conditions: string[]): Promise<string> {
  copyScripts(project);
  const result = await build({
    entryPoints: [join(project, 'bundle-entry.mjs')],
    absWorkingDir: project,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions,
    mainFields: ['browser', 'module', 'main'],
    write: false,
  });
  return result.outputFiles[0]?.text ?? '';
}

function copyScripts(project: string): void {
  for (const name of scripts) copyFileSync(join(__dirname, name), join(project, name));
}

/** Nothing of what the runtimes keep is put into the home of whoever runs this, and nobody is asked for updates. */
function quiet(project: string): NodeJS.ProcessEnv {
  return {
    DENO_DIR: join(project, '.deno'),
    DENO_NO_UPDATE_CHECK: '1',
    DO_NOT_TRACK: '1',
    BUN_RUNTIME_TRANSPILER_CACHE_PATH: '0',
  };
}
