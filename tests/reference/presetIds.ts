import { builtIn } from '../../src/policies/library/builtIn.ts';
import type { LibraryOption } from '../../src/policies/library/activities/activity.ts';
import { guardrails } from '../../src/policies/library/guardrails/index.ts';
import { trustForms } from '../../src/policies/library/trust/index.ts';

import { code, made, table } from './markdown.ts';

const optionsOf = (options: readonly LibraryOption[]): string =>
  options
    .map(({ id, choices }) => `${code(id)}: ${choices.map(({ value }) => code(value)).join(', ')}`)
    .join('; ');

/** What a preset can name, for its author. */
export function presetIdsReference(): string {
  return [
    '# IDs for presets\n',
    `${made}\n`,
    'The IDs that a [preset](../presets.md) can use.\n',
    '## Variables\n',
    table(
      ['ID', 'Label', 'Placeholders', 'Kind', 'Values'],
      builtIn.variables.map(({ id, label, placeholders, kind, many }) => [
        code(id),
        label,
        placeholders.map((name) => code(`<${name}>`)).join(' '),
        code(kind),
        many ? 'several' : 'one',
      ]),
    ),
    '## Guardrails\n',
    table(
      ['ID', 'Number', 'Title', 'Options'],
      guardrails.map(({ id, number, title, options }) => [code(id), number, title, optionsOf(options)]),
    ),
    '## Personas\n',
    table(
      ['ID', 'Mark', 'Title', 'Activities'],
      builtIn.personas.map(({ id, mark, title, activities }) => [
        code(id),
        mark,
        title,
        activities.map(({ activity }) => code(activity)).join(' '),
      ]),
    ),
    '## Activities\n',
    table(
      ['ID', 'Title', 'Options'],
      builtIn.activities
        .filter(({ endpoint }) => !endpoint)
        .map(({ id, title, options }) => [code(id), title, optionsOf(options)]),
    ),
    '## Trust forms\n',
    table(
      ['ID', 'Title', 'Options'],
      trustForms.map(({ id, title, options }) => [code(id), title, optionsOf(options)]),
    ),
  ].join('\n');
}
