/** JUnit XML, as build servers read it: only what the common schemas of Jenkins, Maven and Ant have in common. */

export interface JunitCase {
  /** What it belongs to, with dots. */
  readonly className: string;
  readonly name: string;
  readonly durationMs: number;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** What was wrong, or why it was skipped. */
  readonly reasons: readonly string[];
}

export interface JunitSuite {
  readonly name: string;
  /** What is known of it, for people. */
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly JunitCase[];
}

/** @param at when the run began */
export function junitOf(suites: readonly JunitSuite[], at: Date): string {
  const timestamp = at.toISOString().slice(0, 19); // the schema has no zone
  const all = suites.map((suite, index) => suiteOf(suite, index, timestamp)).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${all}</testsuites>\n`;
}

function suiteOf({ name, properties, cases }: JunitSuite, id: number, timestamp: string): string {
  const count = (outcome: JunitCase['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  const attributes = attributesOf({
    name,
    package: 'conformance',
    id: String(id),
    timestamp,
    hostname: 'localhost',
    tests: String(cases.length),
    failures: String(count('failed')),
    errors: '0',
    skipped: String(count('skipped')),
    time: secondsOf(cases.reduce((sum, { durationMs }) => sum + durationMs, 0)),
  });
  const facts = Object.entries(properties).map(
    ([key, value]) => `    <property${attributesOf({ name: key, value })}/>\n`,
  );
  return (
    `  <testsuite${attributes}>\n  <properties>\n${facts.join('')}  </properties>\n${cases.map(caseOf).join('')}` +
    '  <system-out/>\n  <system-err/>\n  </testsuite>\n'
  );
}

function caseOf({ className: classname, name, durationMs, outcome, reasons }: JunitCase): string {
  const attributes = attributesOf({ name, classname, time: secondsOf(durationMs) });
  const [message = ''] = reasons;
  if (outcome === 'passed') return `    <testcase${attributes}/>\n`;
  if (outcome === 'skipped') return `    <testcase${attributes}><skipped${attributesOf({ message })}/></testcase>\n`;
  const failure = `<failure${attributesOf({ message, type: 'failed' })}>${escaped(reasons.join('\n'))}</failure>`;
  return `    <testcase${attributes}>${failure}</testcase>\n`;
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Also without the characters that XML 1.0 has no way to write. Source: W3C XML 1.0, section 2.2 */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

function secondsOf(ms: number): string {
  return (ms / 1000).toFixed(3);
}
