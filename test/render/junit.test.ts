import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hostileFolder, hostileTexts } from './hostile.ts';
import { runHere } from './invocations.ts';
import { parseXml } from './xml.ts';

const folder = hostileFolder();
const report = async () => (await runHere(['check', 'policy.yaml', '-f', 'junit'], folder)).out;

/** What the schema of Jenkins’ xUnit plugin allows of the elements used here; `!` marks what it requires. */
const allowed: Readonly<Record<string, { parents: (string | null)[]; attributes: string[] }>> = {
  testsuites: { parents: [null], attributes: ['name', 'time', 'tests', 'failures', 'errors'] },
  testsuite: {
    parents: ['testsuites'],
    attributes: ['name!', 'tests!', 'failures!', 'errors!', 'skipped', 'time', 'timestamp', 'id'],
  },
  testcase: { parents: ['testsuite'], attributes: ['name!', 'classname', 'time', 'group'] },
  failure: { parents: ['testcase'], attributes: ['type', 'message'] },
  error: { parents: ['testcase'], attributes: ['type', 'message'] },
  skipped: { parents: ['testcase'], attributes: ['type', 'message'] },
};

describe('a JUnit report', () => {
  it('has only the elements and attributes that CI systems know, in their places', async () => {
    for (const { name, parent, attributes } of parseXml(await report())) {
      const rule = allowed[name];
      expect(rule, name).toBeDefined();
      expect(rule?.parents).toContain(parent);
      const known = rule?.attributes.map((each) => each.replace('!', '')) ?? [];
      expect(known).toEqual(expect.arrayContaining(Object.keys(attributes)));
      const required = rule?.attributes.filter((each) => each.endsWith('!')) ?? [];
      expect(Object.keys(attributes)).toEqual(
        expect.arrayContaining(required.map((each) => each.slice(0, -1))),
      );
    }
  });

  it('counts what it contains', async () => {
    const elements = parseXml(await report());
    const suite = elements.find(({ name }) => name === 'testsuite')?.attributes;
    const number = (element: string) => elements.filter(({ name }) => name === element).length;
    expect(suite).toMatchObject({
      tests: String(number('testcase')),
      failures: String(number('failure')),
      errors: String(number('error')),
      skipped: String(number('skipped')),
    });
    expect(number('testcase')).toBe(hostileTexts.length + 4);
    expect(number('error')).toBe(2);
  });

  it('says in each failure where the assertion stands', async () => {
    const failures = parseXml(await report()).filter(({ name }) => name === 'failure');
    for (const { text } of failures) expect(text).toMatch(/^policy\.yaml:\d+:\d+: /);
  });

  const xmllint = spawnSync('xmllint', ['--version'], { stdio: 'ignore' }).status === 0;
  if (!xmllint)
    process.stderr.write('xmllint is not installed: reports are not validated by a schema\n');

  it.skipIf(!xmllint)('is valid by a schema in the shape of Ant and Jenkins', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'align-junit-')), 'report.xml');
    writeFileSync(file, await report());
    const schema = fileURLToPath(new URL('junit.xsd', import.meta.url));
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, file], {
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
  });
});
