import { builtIn } from '../library/ruleset.ts';
import { expect, it } from 'vitest';
import type { Option } from '../library/activities/activity.ts';
import { guardrails } from '../library/guardrails/index.ts';
import { trustForms } from '../library/trust/index.ts';

/** What a preset may name, for its author: `docs/preset-ids.md` is held to the registries. */

const table = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `## ${title}`,
    '',
    `| ${head.join(' | ')} |`,
    `|${head.map(() => ' --- ').join('|')}|`,
    ...rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`),
    '',
  ].join('\n');

const code = (text: string): string => `\`${text}\``;

const optionsOf = (options: readonly Option[]): string =>
  options
    .map(({ id, choices }) => `${code(id)}: ${choices.map(({ value }) => code(value)).join(', ')}`)
    .join('; ');

function reference(): string {
  return [
    '# Ids that a preset may name\n',
    'Made from the registries; a test holds it. [What a preset is](presets.md).\n',
    table(
      'Variables',
      ['id', 'label', 'placeholders', 'kind', 'values'],
      builtIn.variables.map(({ id, label, placeholders, kind, many }) => [
        code(id),
        label,
        placeholders.map((name) => code(`<${name}>`)).join(' '),
        code(kind),
        many ? 'several' : 'one',
      ]),
    ),
    table(
      'Guardrails',
      ['id', 'number', 'title', 'options'],
      guardrails.map(({ id, number, title, options }) => [code(id), number, title, optionsOf(options)]),
    ),
    table(
      'Personas',
      ['id', 'mark', 'title', 'activities'],
      builtIn.personas.map(({ id, mark, title, activities }) => [
        code(id),
        mark,
        title,
        activities.map(({ activity }) => code(activity)).join(' '),
      ]),
    ),
    table(
      'Activities',
      ['id', 'title', 'options'],
      builtIn.activities
        .filter(({ endpoint }) => !endpoint)
        .map(({ id, title, options }) => [code(id), title, optionsOf(options)]),
    ),
    table(
      'Trust forms',
      ['id', 'title', 'options'],
      trustForms.map(({ id, title, options }) => [code(id), title, optionsOf(options)]),
    ),
  ].join('\n');
}

it('lists every id in docs/preset-ids.md', async () => {
  await expect(reference()).toMatchFileSnapshot('../../../docs/preset-ids.md');
});
