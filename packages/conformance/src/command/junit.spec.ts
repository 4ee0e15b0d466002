import { junitOf } from './junit.js';

const at = new Date('2026-11-24T21:00:00.123Z');

describe('a report in JUnit XML', () => {
  it('has what the common schemas ask for, in their order', () => {
    const cases = [
      { className: 'required.exchange', name: 'a', durationMs: 12, outcome: 'passed', reasons: [] },
      { className: 'required.exchange', name: 'b', durationMs: 3, outcome: 'failed', reasons: ['one', 'two'] },
      { className: 'required.story', name: 'c', durationMs: 0, outcome: 'skipped', reasons: ['no account'] },
    ] as const;
    expect(junitOf([{ name: 'required', properties: { level: 'binding' }, cases }], at)).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="required" package="conformance" id="0" timestamp="2026-11-24T21:00:00" hostname="localhost" tests="3" failures="1" errors="0" skipped="1" time="0.015">
  <properties>
    <property name="level" value="binding"/>
  </properties>
    <testcase name="a" classname="required.exchange" time="0.012"/>
    <testcase name="b" classname="required.exchange" time="0.003"><failure message="one" type="failed">one
two</failure></testcase>
    <testcase name="c" classname="required.story" time="0.000"><skipped message="no account"/></testcase>
  <system-out/>
  <system-err/>
  </testsuite>
</testsuites>
`,
    );
  });

  it('stays XML whatever a server answers', () => {
    const reasons = ['<b a="1">&amp;\u0000\u001B[31m\uD800\uFFFF]]>', 'two\nlines\tand a \u{1F511}'];
    const cases = [
      { className: 'x', name: 'a "name"\nof two lines', durationMs: 1, outcome: 'failed', reasons },
    ] as const;
    const xml = junitOf([{ name: 's', properties: {}, cases }], at);
    expect(xml).toContain('name="a &quot;name&quot;&#10;of two lines"');
    expect(xml).toContain('message="&lt;b a=&quot;1&quot;&gt;&amp;amp;\uFFFD\uFFFD[31m\uFFFD\uFFFD]]&gt;"');
    expect(xml).toContain('two\nlines\tand a \u{1F511}</failure>');
  });
});
