import { describe, expect, test } from 'vitest';
import { ask, catalogOf, issueLine, times } from './inputs.ts';

/** Each of these took from half a minute to hours; they take a second or two where nobody else works. */
const generous = 25_000;

const validate = (catalog: string, ...options: string[]) =>
  ask(['validate', 'c.yaml', ...options], { 'c.yaml': catalog });

const sound = { code: 0, out: '1 catalog, nothing to complain about\n', err: '' };

describe('work grows with what is in a file, and hardly faster', () => {
  test(
    '6,000 aliases',
    async () => {
      const first =
        '  - {id: i0, title: I, topic: t, date: 2020, sources: [s], positions: &p {china: support}}\n';
      const line = (i: number) =>
        i === 0
          ? first
          : `  - {id: i${i}, title: I, topic: t, date: 2020, sources: [s], positions: *p}\n`;
      expect(await validate(catalogOf(times(6000, line)))).toMatchObject(sound);
    },
    generous,
  );

  test('aliases of aliases are counted for what they stand for', async () => {
    const lines = times(30, (i) =>
      i === 0 ? 'a0: &a0 [x]\n' : `a${i}: &a${i} [${times(10, () => `*a${i - 1}`).join(', ')}]\n`,
    );
    const { code, out } = await validate(lines.join(''));
    expect(code).toBe(1);
    expect(out).toContain('aliases add more than 1000000 values [yaml-limit]');
  });

  test(
    '12,000 issues of the wrong shape that break rules too',
    async () => {
      const line = (i: number) =>
        `  - {id: i${i}, title: 3, topic: t, date: 2020, positions: {china: wrong}}\n`;
      const { code, out } = await validate(catalogOf(times(12_000, line)));
      expect(code).toBe(1);
      expect(out).toMatch(
        /and 31,9\d\d more \(--all\)\n\n32,0\d\d? errors|and [\d,]+ more \(--all\)/,
      );
    },
    generous,
  );

  test(
    '10,000 unknown countries',
    async () => {
      const line = (i: number) => issueLine(i).replace('china', `chnia${i.toString(36)}`);
      const { code, out } = await validate(catalogOf(times(10_000, line)));
      expect(code).toBe(1);
      expect(out).toContain('and 9,900 more (--all)');
    },
    generous,
  );

  test(
    '30,000 topics, and thousands of unknown ones',
    async () => {
      const topics = times(30_000, (i) => `  t${i}: T${i}\n`).join('');
      const head = `catalog: x\ntitle: X\nsources: {s: {title: S}}\ntopics:\n${topics}issues:\n`;
      const issues = (name: string) =>
        times(3000, (i) => issueLine(i).replace('topic: t', `topic: ${name}${i}`)).join('');
      expect(await validate(head + issues('t'))).toMatchObject(sound);
      const { code, out } = await validate(head + issues('u'));
      expect(code).toBe(1);
      expect(out).toContain('and 2,900 more (--all)');
      const scored = await ask(['score', 'china', 'russia', '-c', 'c.yaml', '-f', 'json'], {
        'c.yaml': head + issues('t'),
      });
      expect(scored.code).toBe(0);
    },
    2 * generous,
  );

  test(
    'lists of 10,000 countries and 10,000 entries of coordination',
    async () => {
      const many = times(5000, () => 'china, russia').join(', ');
      const entry = '{between: [china, russia], depth: parallel, sources: [s]}';
      const more = (entries: string) =>
        issueLine(0, `, coordination: [${entries}]`).replace('oppose', 'support');
      expect(
        await validate(catalogOf([more(times(10_000, () => entry).join(', '))])),
      ).toMatchObject(sound);
      const { code, out } = await validate(
        catalogOf([more(`{between: [${many}], depth: parallel, sources: [s]}`)]),
      );
      expect(code).toBe(1);
      expect(out.length).toBeLessThan(100_000);
    },
    2 * generous,
  );

  test(
    '20,000 dated stances, labels and topics of one issue',
    async () => {
      const stances = times(
        20_000,
        (i) => `{from: ${1000 + (i % 9000)}, stance: l${i}, sources: [s]}`,
      );
      const labels = times(20_000, (i) => `l${i}`).join(', ');
      const issue = issueLine(0, ', scale: own').replace(
        'china: support',
        `china: [${stances.join(', ')}]`,
      );
      const { code } = await validate(catalogOf([issue], `scales: {own: [${labels}]}\n`));
      expect(code).toBe(1);
    },
    generous,
  );

  test(
    'a key that stands 20,000 times on one line',
    async () => {
      const { code, out } = await validate(`{${times(20_000, () => 'a: 1').join(', ')}}`);
      expect(code).toBe(1);
      expect(out).toContain('and 19,899 more (--all)');
      expect(out.length).toBeLessThan(100_000);
    },
    generous,
  );

  test(
    'a table with 200,000 columns, one with 20,000 rows of unknown states, and one with 20,000 issues of one name',
    async () => {
      const columns = times(200_000, (i) => `c${i}`).join(',');
      const wide = await ask(['import', 'table', 't.csv', '-o', 'o'], {
        't.csv': `${columns}\n${times(200_000, () => 'Y').join(',')}\n`,
      });
      expect(wide.code).toBe(3);
      expect(wide.err.length).toBeLessThan(2000);
      const record = await ask(['validate', 'c.yaml'], {
        'c.yaml': 'catalog: x\ntitle: X\nrollCalls: [{id: r, body: UNGA, file: r.csv}]\n',
        'r.csv': `resolution,date,CHN,${columns}\n`,
      });
      expect(record.code).toBe(1);
      const unknown = await ask(['import', 'table', 't.csv', '-o', 'o'], {
        't.csv': `issue,date,country,position\n${times(20_000, (i) => `1,2020-01-01,chnia${i.toString(36)},yes\n`).join('')}`,
      });
      expect(unknown.code).toBe(3);
      const alike = await ask(['import', 'table', 't.csv', '-o', 'o', '--scale', 'stance3'], {
        't.csv': `issue,date,country,position\n${times(20_000, (i) => `a${'!'.repeat(i % 150)}${'?'.repeat(i / 150)},2020-01-01,china,support\n`).join('')}`,
      });
      expect(alike.code).toBe(0);
    },
    2 * generous,
  );
});

describe('what is too much is said', () => {
  test.each([
    ['depth', `catalog: ${'['.repeat(150)}${']'.repeat(150)}\n`, 'too deep'],
    ['depth beyond what can be read', '['.repeat(100_000), 'too deep'],
    [
      'a text',
      catalogOf([issueLine(0).replace('I,', `${'x'.repeat(1_000_001)},`)]),
      'more than 1000000 characters',
    ],
  ])('%s', async (_, catalog, words) => {
    const { code, out } = await validate(catalog);
    expect(code).toBe(1);
    expect(out).toContain(words);
    expect(out).not.toContain('call stack');
    expect(out.length).toBeLessThan(3000);
  });

  test('and allowed on request', async () => {
    const catalog = catalogOf([issueLine(0).replace('I,', `${'x'.repeat(1_000_001)},`)]);
    expect(await validate(catalog, '--limits', '2')).toMatchObject(sound);
    const { code } = await ask(['score', 'china', 'russia', '-c', 'c.yaml', '--limits', '2'], {
      'c.yaml': catalog,
    });
    expect(code).toBe(0);
  });

  test('a file beyond 64 MB', async () => {
    const { code, out } = await validate(`# ${'x'.repeat(64 * 2 ** 20)}\n`);
    expect(code).toBe(1);
    expect(out).toContain('more than 64 MB');
  });
});

describe('the first hundred findings are shown', () => {
  const catalog = catalogOf(times(150, (i) => issueLine(i).replace('china', 'nowhere')));

  test.each(['table', 'markdown', 'github'])(
    'as %s, and how many more there are',
    async (format) => {
      const { out } = await validate(catalog, '-f', format);
      expect(out).toContain('and 50 more (--all)');
      expect(out).toContain('150 errors');
      expect(out.match(/no country is called/g)).toHaveLength(100);
      const all = await validate(catalog, '-f', format, '--all');
      expect(all.out.match(/no country is called/g)).toHaveLength(150);
      expect(all.out).not.toContain('more');
    },
  );

  test('as JSON all of them', async () => {
    const { out } = await validate(catalog, '-f', 'json');
    expect(JSON.parse(out)).toMatchObject({ diagnostics: { length: 150 } });
  });

  test('where a catalog is read too', async () => {
    const { code, err } = await ask(['score', 'china', 'russia', '-c', 'c.yaml'], {
      'c.yaml': catalog,
    });
    expect(code).toBe(3);
    expect(err).toContain('and 50 more\n');
  });
});
