import { expect, it } from 'vitest';
import { textsBelow, textsOfSource } from '../scripts/words.mjs';

/** The glossary of the page: words that are out, each with what is said in its place. */
const out: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\b(?:is|are|be|was) taken\b|\btaken (?:by|in|out|into)\b|\btakes? in\b/i, 'assumed; imported; removed'],
  [/\bis told\b|\bare told\b|\btold (?:so|of)\b/i, 'say what happens'],
  [/\bstands?\b(?! for)/i, 'is, appears'],
  [/\bholds?\b/i, 'applies; contains; passed'],
  [
    /\bwhoever\b|\bnobody\b|\bsomebody\b|\beverybody\b|\bone’s own\b/i,
    'anyone who, no one, or a second person',
  ],
  [/\bpin(?:s|ned)?\b|\bpoints? (?:is|are|of)\b/i, 'snapshot'],
  [/\bproofs?\b/i, 'test'],
  [/\bstances?\b/i, 'baseline'],
  [/\bhardened\b/i, 'least privilege'],
  [/\bas published\b/i, 'AWS guide'],
  [/\blimits?\b/i, 'guardrail; quota'],
  [/\baccept(?:s|ed)? (?:findings?|with|because)\b|\baccepted\b/i, 'suppressed'],
  [/\b(?:own|your) documents?\b/i, 'imported policy'],
  [/\borganisation|\bartefact|\brecognis|\bcolou?red\b.*\bcolour|\bmodelled\b/i, 'US spelling'],
  [/\d ?% |\d %|\} %/, '98%'],
  [/\bdeliver(?:ed|y)?\b/i, 'enforce with'],
  [/\bto pass\b/i, 'required'],
  [/\b(?:widens|narrows)\b/i, 'new access, removed access'],
  [/\bchoose less\b|\bnot asked\b|\basked of\b/i, 'plain words'],
  [/\bopen values?\b|\bto fill in\b|\bplaceholders? left\b/i, 'missing value'],
  [/\bby hand\b/i, 'manual, edited'],
  [/\bwhole tasks?\b/i, 'scenario'],
  [/\bin force\b/i, 'used, applies'],
  [/\b(?:Know this|flip|kept aside)\b/i, 'Note; change; kept in the stored data'],
  [/\bwhatever\b|\bof (?:its|their) own\b/i, 'any; separate'],
  [/\bretired\b/i, 'discontinued'],
  [/\b(?:two|both|other) readings?\b/i, 'interpretation'],
  [/\bresource polic(?:y|ies)\b/i, 'resource-based policy'],
  [/\bAWS[’']s\b/, 'the AWS …'],
  [/\bdash(?:es)?\b/i, 'hyphen'],
  [/\b(?:Personas|Permissions|Resources|Guardrails|Trust) step\b/, 'step 1 to 6'],
  [/\bplease\b|!$/i, 'nothing'],
  [/, too(?:[.,:]|$)/, 'also'],
  [/\b(?:wasn’t|isn’t) there\b|\bcurrent draft\b/i, 'didn’t exist, no longer exists; your own set'],
  [/(?<!SageMaker )\bRole Manager\b/, 'SageMaker Role Manager'],
];

/** Words of the list that are right where they are, with the reason. */
const exceptions: readonly (readonly [text: RegExp, why: string])[] = [];

const isException = (text: string): boolean => exceptions.some(([pattern]) => pattern.test(text));

const ofPage = ['src/page', 'src/components', 'src/state'];

it('texts of the page have no word that the glossary leaves out', () => {
  const found = textsBelow(ofPage)
    .filter(({ text }) => !isException(text))
    .flatMap(({ text, file, line }) =>
      out.flatMap(([word, instead]) => (word.test(text) ? [`${file}:${line}: ${text} → ${instead}`] : [])),
    );
  expect(found).toEqual([]);
});

it('what a text says to select has that name on the page', () => {
  const onPage = new Set(textsBelow([...ofPage, 'src/policies/library']).map(({ text }) => text));
  const named = textsBelow([...ofPage, 'src/policies']).flatMap(({ text, file, line }) =>
    [...text.matchAll(/\bselect “([^”{]+)”/gi)].map(([, name = '']) => ({ name, place: `${file}:${line}` })),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter(({ name }) => !onPage.has(name))).toEqual([]);
});

it('every exception is of a text that is there', () => {
  const texts = textsBelow(ofPage).map(({ text }) => text);
  expect(exceptions.filter(([pattern]) => !texts.some((text) => pattern.test(text)))).toEqual([]);
});

it.each<[source: string, texts: readonly string[]]>([
  ['const a = <p>Add {n} policies</p>;', ['Add {…} policies']],
  ["const label = open ? 'Hide all' : 'Show all';", ['Hide all', 'Show all']],
  ['const line = `Statement ${n + 1}`;', ['Statement {…}']],
  ["import x from './a b.ts'; type T = 'not a text' | 'nor this';", []],
  ["const Box = styled('div')({ '& > p': { margin: '4px 0' } });", []],
  ["const isIt = word === 'A word';", []],
  ['const b = <Box className="one two" title="A title" />;', ['A title']],
])('the texts of %s', (source, texts) => {
  expect(textsOfSource('a.tsx', source).map(({ text }) => text)).toEqual(texts);
});
