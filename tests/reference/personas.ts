import { builtIn } from '../../src/policies/library/builtIn.ts';
import { findActivity } from '../../src/policies/library/ruleset.ts';
import type { Persona } from '../../src/policies/library/personas/persona.ts';
import { personas } from '../../src/policies/library/personas/index.ts';
import { findTrustForm, trustForms } from '../../src/policies/library/trust/index.ts';
import type { TrustForm } from '../../src/policies/library/trust/trust.ts';
import { anchorOf, code, made, openLink, optionLines, part, plain, reasonLine, table } from './markdown.ts';

/** Every persona with its activities, and every way in which a role can be assumed. */
export function personasReference(): string {
  return [
    '# Personas and trust\n',
    `${made}\n`,
    `${personas.length} personas. [How personas work](../personas.md), [how trust policies work](../trust.md).\n`,
    '## Personas\n',
    ...personas.map(section),
    '## Trust\n',
    'Who can assume a role. Each persona offers some of these.\n',
    ...trustForms.map(trustSection),
  ].join('\n');
}

function section({ id, title, mark, summary, trust, activities }: Persona): string {
  return [
    `### ${title}\n`,
    `${plain(summary)} Mark in the editor: ${code(mark)}.\n`,
    `${openLink('persona', id)}\n`,
    ...(trust.length === 0
      ? ['Not a role: has no trust policy.\n']
      : [`Can be assumed by: ${trust.map(({ form }) => trustLink(form)).join(', ')}.\n`]),
    table(
      ['Activity', 'ID', 'Selected by default'],
      activities.map(({ activity, selected }) => [
        activityLink(activity),
        code(activity),
        selected ? 'yes' : '',
      ]),
    ),
  ].join('\n');
}

function activityLink(id: string): string {
  const title = findActivity(id, builtIn)?.title ?? id;
  return `[${plain(title)}](activities.md#${anchorOf(title)})`;
}

function trustLink(id: string): string {
  const title = findTrustForm(id)?.title ?? id;
  return `[${plain(title)}](#${anchorOf(title)})`;
}

function trustSection({ id, title, summary, options, notes }: TrustForm): string {
  return [
    `### ${title}\n`,
    `${plain(summary)} ID: ${code(id)}.\n`,
    ...part('Options', options.map(optionLines)),
    ...part('Notes', notes.map(reasonLine)),
  ].join('\n');
}
