import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { hiddenCharactersIn } from '../language/characters/hiddenCharacters.ts';
import { writeMarkdown } from './markdown.ts';
import type { Block, Lines, Report, Span, ReportText } from './report.ts';
import { cleanReport } from './text.ts';
import { runs } from '../testing/effort.ts';

/** A part of a document as a Markdown parser gives it. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly depth?: number;
  readonly lang?: string | null | undefined;
  readonly children?: readonly Node[];
}

const parse = (text: string): Node =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

type Part = readonly [kind: 'text' | 'code', text: string];

/** Words beside words are one part, the person who put them together. */
const merged = (parts: readonly Part[]): readonly Part[] =>
  parts.reduce<Part[]>((all, [kind, text]) => {
    const last = all.at(-1);
    if (last?.[0] === 'text' && kind === 'text') all[all.length - 1] = ['text', last[1] + text];
    else if (text !== '') all.push([kind, text]);
    return all;
  }, []);

const partsIn = (node: Node): readonly Part[] => {
  if (node.type === 'inlineCode') return [['code', node.value ?? '']];
  if (node.type === 'text') return [['text', node.value ?? '']];
  expect(['paragraph', 'heading', 'tableCell', 'link', 'strong']).toContain(node.type);
  return (node.children ?? []).flatMap(partsIn);
};

/** What a reader of the Markdown sees, block by block. */
function read(node: Node): unknown {
  const inner = () => merged(partsIn(node));
  switch (node.type) {
    case 'heading':
      return [`heading ${node.depth}`, inner()];
    case 'paragraph':
      return ['paragraph', inner()];
    case 'list':
      return ['list', node.children?.map((item) => item.children?.map(read))];
    case 'table':
      return ['table', node.children?.map((row) => row.children?.map((cell) => merged(partsIn(cell))))];
    case 'code':
      return ['code', node.lang, node.value];
    default:
      return expect.unreachable(`a ${node.type}`);
  }
}

const partOf = (span: Span): Part => {
  if (typeof span === 'string') return ['text', span];
  return 'code' in span ? ['code', span.code] : ['text', span.words];
};
const plain = (text: ReportText) => merged(text.map(partOf));
const cellOf = (lines: Lines) =>
  merged(
    lines.flatMap((line, index): readonly Part[] => [
      ...(index === 0 ? [] : [['text', '; '] as const]),
      ...line.map(partOf).map(([kind, text]): Part => [text.includes('|') ? 'text' : kind, text]),
    ]),
  );

/** What a reader should see of a block. */
function shownOf(block: Block): readonly unknown[] {
  switch (block.kind) {
    case 'heading':
      return [['heading 3', plain(block.text)]];
    case 'paragraph':
      return block.text.length === 0 ? [] : [['paragraph', plain(block.text)]];
    case 'list':
      return block.items.length === 0
        ? []
        : [['list', block.items.map((item) => [['paragraph', plain(item)]])]];
    case 'terms':
      return block.entries.length === 0
        ? []
        : [
            [
              'list',
              block.entries.map(({ term, is }) => [
                ['paragraph', plain(is.length === 0 ? [...term, ':'] : [...term, ': ', ...is])],
              ]),
            ],
          ];
    case 'table':
      return [
        ...(block.caption.length === 0 ? [] : [['paragraph', plain(block.caption)]]),
        [
          'table',
          [block.columns.map((column) => cellOf([column])), ...block.rows.map((row) => row.map(cellOf))],
        ],
      ];
    case 'code':
      return [['code', 'json', block.text]];
  }
}

const linksIn = (node: Node): readonly Node[] => [
  ...(node.type === 'link' ? [node] : []),
  ...(node.children ?? []).flatMap(linksIn),
];

const hostile = [
  ...[
    '|',
    '||',
    '\\',
    '\\|',
    '`|`',
    '`',
    '``',
    '```',
    '~~~',
    '~~a~~',
    '*',
    '**a**',
    '_',
    '__a__',
    '#',
    '## ',
    '-',
    '- ',
    '+ ',
  ],
  ...[
    '1. ',
    '2) ',
    '---',
    '===',
    '| --- |',
    '> ',
    '\n',
    '\n\n',
    '\r\n',
    '\t',
    '    ',
    '  \n',
    '\\\n',
    '<script>',
    '<!--',
    '<b>',
  ],
  ...[
    '</td>',
    '[a](javascript:alert(1))',
    '![a](x)',
    '[a]: b',
    '[^1]',
    '[ ] ',
    '&lt;',
    '&#64;',
    '&',
    'https://a.bc/d?e|f',
    '$$',
  ],
  ...[
    'www.a.bc',
    'a@b.cd',
    '${aws:x}',
    '$`a`$',
    ':::',
    '\u202E',
    '\u2066',
    '\u200B',
    'p\u0430y',
    'e\u0301',
    '\uD800',
    '\0',
    '\u00A0',
    'reason',
    ' ',
    '“”',
    '@team',
  ],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    maxLength: 7,
  })
  .map((parts) => parts.join(''));
const address = fc.constantFrom(
  'https://docs.aws.amazon.com/a?b=1&copy=2#c',
  'javascript:alert(1)',
  'https://a b',
);
const span = fc.oneof<fc.Arbitrary<Span>[]>(
  text,
  text.map((code) => ({ code })),
  fc.record({ words: text, address }),
);
const line = fc.array(span, { maxLength: 4 });
const cell = fc.array(line, { maxLength: 3 });
const block = fc.oneof<fc.Arbitrary<Block>[]>(
  fc.record({ kind: fc.constantFrom('heading', 'paragraph'), text: line }),
  fc.record({ kind: fc.constant('list'), items: fc.array(line, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('table'),
    caption: line,
    columns: fc.tuple(line, line),
    rows: fc.array(fc.tuple(cell, cell), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('terms'),
    entries: fc.array(fc.record({ term: fc.constant(['Ticket']), is: line }), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('code'), language: fc.constant('json'), text }),
);
const anyReport: fc.Arbitrary<Report> = fc.record({
  title: text,
  head: fc.array(block, { maxLength: 2 }),
  sections: fc.array(
    fc.record({ id: fc.constant('who'), title: text, blocks: fc.array(block, { maxLength: 4 }) }),
    { maxLength: 2 },
  ),
});

/** A parser joins lists that follow each other; the report never has two. */
const apart = (shown: readonly unknown[]): boolean =>
  !shown.some((one, index) => isList(one) && isList(shown[index + 1]));
const isList = (shown: unknown): boolean => Array.isArray(shown) && shown[0] === 'list';

describe('Markdown', () => {
  it('is read back as the report, whatever is in its texts', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { title, head, sections } = cleanReport(report);
        const shown = [
          ['heading 1', plain([title])],
          ...head.flatMap(shownOf),
          ...sections.flatMap((section) => [
            ['heading 2', plain([section.title])],
            ...section.blocks.flatMap(shownOf),
          ]),
        ];
        fc.pre(apart(shown));
        const tree = parse(writeMarkdown(report));
        expect(tree.children?.map(read)).toEqual(shown);
        expect(hiddenCharactersIn(writeMarkdown(report).replace(/[\n\t]/g, ''))).toEqual([]);
        for (const { url = '', children = [] } of linksIn(tree)) {
          const own = children.map(({ value = '' }) => value).join('');
          const isOurs = url === 'https://docs.aws.amazon.com/a?b=1&copy=2#c';
          expect(isOurs || [own, `http://${own}`, `mailto:${own}`].includes(url), url).toBe(true);
        }
      }),
      { numRuns: runs(80) },
    );
  });

  it.each([
    ['[a](javascript:alert(1))', '\\[a\\](javascript:alert(1))'],
    ['a | b', 'a \\| b'],
    ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
    ['# one\n## two', '\\# one \\#\\# two'],
    ['1. first', '1\\. first'],
    ['- item', '\\- item'],
    ['a plain reason, with 3.5 and a-b', 'a plain reason, with 3.5 and a-b'],
  ])('writes %j as %j', (text, written) => {
    const report: Report = { title: 't', head: [{ kind: 'paragraph', text: [text] }], sections: [] };
    expect(writeMarkdown(report)).toBe(`# t\n\n${written}\n`);
  });
});
