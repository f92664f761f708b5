import { describe, expect, it } from 'vitest';
import { fillExamples } from '../compose/exampleValues.ts';
import { createDraft } from '../draft/createDraft.ts';
import { addRole } from '../draft/editRoles.ts';
import { addEnvironment, addVaryingVariable, setEnvironmentValue } from '../draft/environments.ts';
import { addImportedPolicy } from '../handEdits/importedPolicies.ts';
import { findCharacters } from '../language/characters/findCharacters.ts';
import { hiddenCharactersIn } from '../language/characters/hiddenCharacters.ts';
import { builtIn } from '../library/builtIn.ts';
import type { Draft } from '../model/draft.ts';
import { everyNth } from '../testing/effort.ts';
import { exportFiles } from './exportFiles.ts';
import { exporters } from './index.ts';

/** Words that read as `payroll` or `ecole`, and are not. */
const deceptiveWords: readonly string[] = [
  'p\u0430yroll',
  '\u0440\u0430\u0443\u0440',
  'pay\u202eroll',
  'pay\u2066roll',
  'pay\u200broll',
  'pay\u00adroll',
  'pay\u{e0061}roll',
  'payr\u03bfll',
  'e\u0301cole',
  'o\u0337ops',
];

const filled = fillExamples(
  createDraft({ personas: ['notebookRole', 'trainingRole', 'vpcEndpoint'] }, builtIn),
  builtIn,
);

const imported = (draft: Draft, title: string, statement: object, id = 'x'): Draft =>
  addImportedPolicy(draft, {
    title,
    kind: 'identity',
    text: JSON.stringify({ Version: '2012-10-17', Id: id, Statement: [statement] }),
  }).draft;

const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

/** Every place of a draft that a person's text can get to, with the word in it. */
const places: Readonly<Record<string, (word: string) => Draft>> = {
  'the name of the set': (word) => ({ ...filled, name: `${word} team` }),
  'the label of a role': (word) => {
    const { draft, role } = addRole(filled, 'trainingRole', builtIn);
    return { ...draft, roles: { ...draft.roles, [role]: { ...draft.roles?.[role], name: '', label: word } } };
  },
  'the name of a role': (word) => ({ ...filled, roles: { ...filled.roles, trainingRole: { name: word } } }),
  'a value': (word) => ({ ...filled, variables: { ...filled.variables, inputData: [`${word}/in`] } }),
  'a value of an environment': (word) =>
    setEnvironmentValue(
      addVaryingVariable(addEnvironment(filled, 'dev'), 'inputData'),
      'dev',
      'inputData',
      `ml-in/${word}`,
    ),
  'the title of an imported policy': (word) => imported(filled, word, allow),
  'its Id': (word) => imported(filled, 'Mine', allow, word),
  'its Sid': (word) => imported(filled, 'Mine', { Sid: word, ...allow }),
  'its actions': (word) => imported(filled, 'Mine', { ...allow, Action: `s3:${word}` }),
  'its resources': (word) => imported(filled, 'Mine', { ...allow, Resource: `arn:aws:s3:::${word}` }),
  'the keys of its conditions': (word) =>
    imported(filled, 'Mine', { ...allow, Condition: { StringEquals: { [`aws:RequestTag/${word}`]: 'a' } } }),
  'the values of its conditions': (word) =>
    imported(filled, 'Mine', { ...allow, Condition: { StringEquals: { 'aws:RequestTag/a': word } } }),
};

const context = {
  ruleset: builtIn,
  versions: { page: '1', data: 'of today' },
  link: 'https://example.com/#a',
};

/** In `npm test`, each place has another third of the words. */
const placesInOrder = Object.entries(places).map(
  ([place, draftWith], from) => [place, draftWith, from] as const,
);

const shown = (text: string) => text.replace(/[\n\t]/g, '');

describe.each(exporters.map((exporter) => [exporter.id, exporter] as const))('%s', (_, exporter) => {
  it.each(placesInOrder)('shows every character of %s', (_place, draftWith, from) => {
    for (const word of everyNth(deceptiveWords, 3, from)) {
      const files = exportFiles(draftWith(word), exporter, context);
      expect(files.length).toBeGreaterThan(0);
      for (const { name, text } of files) {
        expect(text, `${word} in ${name}`).not.toContain(word);
        expect(hiddenCharactersIn(shown(text)), `${word} in ${name}`).toEqual([]);
        expect(name).toMatch(/^[\x21-\x7e]+$/);
      }
    }
  });
});

it('has words of which each does not read as what it is', () => {
  for (const word of deceptiveWords) expect(findCharacters(word, 'prose'), word).not.toEqual([]);
});
