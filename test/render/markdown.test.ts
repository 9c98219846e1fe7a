import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeSpan, escapeMarkdown, markdownTable } from '../../src/render/kit/markdown.ts';
import { tablesOf } from './markdown-tables.ts';

describe('text in Markdown', () => {
  it.each([
    ['a | b', String.raw`a \| b`],
    ['*star* _under_ `tick`', String.raw`\*star\* \_under\_ \`tick\``],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['Q&A', 'Q&amp;A'],
    ['[link](http://example.org)', String.raw`\[link\](http://example.org)`],
    ['back\\slash', String.raw`back\\slash`],
    ['two\nlines', 'two lines'],
    ['# no heading', String.raw`\# no heading`],
    ['- no list', String.raw`\- no list`],
    ['1. no list', String.raw`1\. no list`],
    ['0.86', '0.86'],
    ['A/RES/74/168', 'A/RES/74/168'],
  ])('%j is written %s', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  it('notifies nobody and refers to no issue', () => {
    expect(escapeMarkdown('@octocat #12')).toBe('@&#8203;octocat #&#8203;12');
  });

  it.each([
    ['plain', '`plain`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['a|b', '`a\\|b`'],
    ['', ''],
  ])('%j as code is %s', (text, markdown) => {
    expect(codeSpan(text)).toBe(markdown);
  });
});

describe('a Markdown table', () => {
  it('aligns by its columns and nothing else', () => {
    const columns = [{ title: 'Topic' }, { title: 'n', align: 'right' as const }];
    expect(markdownTable(columns, [['Cyber', '7']])).toBe(
      '| Topic | n |\n| --- | --: |\n| Cyber | 7 |',
    );
  });

  it('has as many cells in every row as columns, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 }), {
          minLength: 1,
        }),
        (texts) => {
          const rows = texts.map(([a = '', b = '']) => [escapeMarkdown(a), codeSpan(b)]);
          const [table] = tablesOf(markdownTable([{ title: 'a' }, { title: 'b' }], rows));
          expect(table?.rows).toHaveLength(rows.length);
          for (const row of table?.rows ?? []) expect(row).toHaveLength(2);
        },
      ),
    );
  });
});
