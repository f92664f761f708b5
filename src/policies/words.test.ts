import { activityReasons } from './library/activities/reasons/index.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeWords, notComparedWords } from './access/changeWords.ts';
import { matrixContexts } from './access/matrixContexts.ts';
import { notModelled } from './accessTests/notModelled.ts';
import { findingWords } from './checks/classes.ts';
import { rules } from './checks/index.ts';
import { exporters } from './exports/index.ts';
import { fixEffectWords } from './fixes/fixEffectWords.ts';
import { guardrailTests, personaTests } from './library/accessTests/index.ts';
import { scenarios } from './library/accessTests/scenarios/index.ts';
import { guardrails } from './library/guardrails/index.ts';
import { notCovered } from './library/guardrails/notCovered/index.ts';
import { placements } from './library/guardrails/placements.ts';
import { builtIn } from './library/builtIn.ts';
import { trustForms } from './library/trust/index.ts';
import { kindOf } from './library/variables/kinds.ts';
import { deliveryWords, kindTitles, stanceWords } from './model/labels.ts';
import { verdictWords } from './simulate/verdictWords.ts';
import { quotas } from './size/quotas.ts';

/** What a person reads has the glossary's words, US spelling and no riddles: docs/language.md. */

/** A word that is out → what is said in its place. */
const out: readonly (readonly [RegExp, string])[] = [
  [
    /\bwhoever\b|\bwhomever\b|\bnobody\b|\beverybody\b|\banybody\b|\bsomebody\b/i,
    'anyone who; no one; everyone',
  ],
  [/\bone[’']s own\b/i, 'your own'],
  [/\bstands?\b/i, 'uses; depends on; is in'],
  [/\b(?:is|are|be|was) taken\b|\btakes? (?:in|the role)\b|\btaken in\b/i, 'assumed; imported'],
  [/\b(?:is|are) told\b|\basked (?:of|about|for)\b/i, 'reported; resource; required'],
  [/\bholds?\b(?!-)/i, 'applies; passed; contains'],
  [/\b(?:the|every|each|no|a|these|all) limits?\b|\blimits that\b/i, 'guardrail; quota'],
  [/\bdelivered as\b/i, 'enforced with'],
  [/\bproofs?\b/i, 'test'],
  [/\bstances?\b/i, 'baseline'],
  [/\bhardened\b/i, 'least privilege'],
  [/\bas published\b|\bthe published\b/i, 'AWS guide'],
  [/\bopen values?\b/i, 'missing value'],
  [/\baccept(?:ed|ance) (?:finding|because)/i, 'suppressed'],
  [/\bown documents?\b|\bdocuments? of your own\b/i, 'imported policy'],
  [/\bpin(?:s|ned)?\b/i, 'snapshot'],
  [
    /\bjob role\b|(?<!model )\bhosting role\b/i,
    'training and processing execution role; inference execution role',
  ],
  [/(?<!SageMaker )\bRole Manager\b/, 'SageMaker Role Manager'],
  [/\b(?:is|are|be) refused\b|\brefuses?\b|\bdenials?\b/i, 'denied; rejects; Deny statement'],
  [/\bthe choices\b|\bis chosen\b|\bwas chosen\b/i, 'selected; generated'],
  [/\bmay\b/, 'can'],
  [/\bbinds?\b/i, 'applies to'],
  [/\bwhatever\b|\bof (?:its|their) own\b/i, 'any, regardless of; separate'],
  [/\bretired\b/i, 'discontinued'],
  [/\b(?:two|both|other) readings?\b/i, 'interpretation'],
  [/\bresource polic(?:y|ies)\b/i, 'resource-based policy'],
  [/\bAWS[’']s\b/, 'the AWS …'],
  [/\b(?:non-)?AWS accounts?\b(?! (?:ID|with framework))/, 'account; account that AWS owns'],
  [/\bdash(?:es)?\b/i, 'hyphen'],
  [/\b(?:is|isn’t|are) (?:the|a known) ids?\b|\bids of\b/, 'ID'],
  [/\b(?:Personas|Permissions|Resources|Guardrails|Trust) step\b/, 'step 1 to 6'],
  [/\bplease\b|!$/i, 'nothing'],
  [/, too(?:[.,]|$)/, 'also'],
  [/\bbefore you rely\b/i, 'Test … first.'],
  [/\b(?:buckets?|accounts?|servers?|credentials) of AWS\b/i, 'AWS buckets; accounts that AWS owns'],
  [/\brole of Canvas\b|\bpolicies of the organization\b/i, 'Canvas execution role; organization policies'],
];

const british =
  /organis|artefact|recognis|visualis|modell(?:ed|ing)|behaviour|colour|favour|licence|centre\b|optimis|authoris|customis|initialis|summaris|catalogue\b|cancell(?:ed|ing)|labell|\bgrey\b|\d %/i;

/** What is wrong with a text; empty where nothing is. */
const mistakes = (text: string): readonly string[] => [
  ...out.flatMap(([word, instead]) => {
    const found = word.exec(text)?.[0];
    return found === undefined ? [] : [`“${found}” → ${instead}`];
  }),
  ...(british.test(text) ? [`not US spelling: “${british.exec(text)?.[0]}”`] : []),
];

/** Properties that a person reads. */
const READ = new Set(
  'title summary help text label message advice rule toComply description note word symptom change reason'.split(
    ' ',
  ),
);

/** Every text under a property that a person reads. */
function textsIn(value: unknown, isRead = false): readonly string[] {
  if (typeof value === 'string') return isRead ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((entry) => textsIn(entry, isRead));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => textsIn(entry, READ.has(key)));
}

const engine = import.meta.dirname;

const registries: Readonly<Record<string, readonly string[]>> = {
  personas: textsIn(builtIn.personas),
  activities: textsIn([builtIn.activities, activityReasons]),
  variables: textsIn([builtIn.variables, builtIn.variables.map(({ kind }) => kindOf(kind))]),
  guardrails: textsIn([guardrails, notCovered]),
  trust: textsIn(trustForms),
  tests: textsIn([personaTests, guardrailTests, scenarios]),
  checks: textsIn(rules),
  exporters: textsIn(exporters),
  quotas: textsIn(quotas),
  presets: textsIn(
    ['example', 'many-accounts', 'regulated', 'several-teams'].map((name): unknown =>
      JSON.parse(readFileSync(join(engine, `../../public/presets/${name}.json`), 'utf8')),
    ),
  ),
  tables: [
    ...textsIn([changeWords, findingWords, matrixContexts]),
    ...Object.values({ ...stanceWords, ...deliveryWords, ...kindTitles }),
    ...placements.flatMap(({ binds, detail }) => [binds, detail]),
    ...Object.values({ ...verdictWords, ...fixEffectWords, ...notComparedWords }),
    ...notModelled,
  ],
};

describe('texts of the registries', () => {
  it.each(Object.entries(registries))('have the words of the glossary: %s', (_, texts) => {
    expect(texts.length).toBeGreaterThan(2);
    const found = texts.flatMap((text) => mistakes(text).map((mistake) => `${mistake}: ${text}`));
    expect(found).toEqual([]);
  });
});

/** AWS's own texts, and lists of words that are looked for. */
const NOT_OURS = /library\/guide\/|language\/characters\/unicode|share\/replaceNames|share\/statementWords/;

/** Sentences in the source: a string of at least three words, beginning with a letter or a gap. */
const SENTENCE = /'((?:[A-Za-z$“{…][^'\n]*? ){2,}[^'\n]*)'|`((?:[A-Za-z$“{…][^`\n]*? ){2,}[^`\n]*)`/g;

const sentences = readdirSync(engine, { recursive: true, encoding: 'utf8' })
  .filter(
    (file) => /\.ts$/.test(file) && !/\.(?:test|bench)\.ts$|testing\//.test(file) && !NOT_OURS.test(file),
  )
  .map((file): readonly [string, readonly string[]] => {
    const code = readFileSync(join(engine, file), 'utf8').replaceAll(/\/\*\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
    return [file, [...code.matchAll(SENTENCE)].map(([, plain, filled]) => plain ?? filled ?? '')];
  });

/** Code in a template literal, and what is between `${` and `}`, is not read by anyone. */
const read = (text: string): string => text.replaceAll(/\$\{[^}]*\}/g, '…');

it('sentences in the source have them as well', () => {
  expect(sentences.flatMap(([, texts]) => texts).length).toBeGreaterThan(1000);
  const found = sentences.flatMap(([file, texts]) =>
    texts.flatMap((text) => mistakes(read(text)).map((mistake) => `${file}: ${mistake}: ${text}`)),
  );
  expect(found).toEqual([]);
});
