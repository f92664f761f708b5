import { notCoveredBy } from '../../src/policies/library/guardrails/notCovered/index.ts';
import type { Denial, Guardrail, GuardrailGroup } from '../../src/policies/library/guardrails/guardrail.ts';
import { guardrails } from '../../src/policies/library/guardrails/index.ts';
import { actionList, made, openLink, optionLines, part, plain, reasonLine } from './markdown.ts';

const groups: Readonly<Record<GuardrailGroup, string>> = {
  network: 'Network',
  encryption: 'Encryption',
  compute: 'Compute and hosting',
  notebooks: 'Notebook instances',
  studio: 'Studio',
  tags: 'Tags',
  callers: 'Network origin of requests',
  stores: 'Data stores of your accounts',
};

/** Every guardrail: which requests it denies, what complies with it, and what it does not cover. */
export function guardrailsReference(): string {
  const parts = Object.entries(groups).flatMap(([group, title]) => [
    `## ${title}\n`,
    ...guardrails.filter((guardrail) => guardrail.group === group).map(section),
  ]);
  return [
    '# Guardrails\n',
    `${made}\n`,
    `${guardrails.length} guardrails. [How guardrails work](../guardrails.md).\n`,
    ...parts,
  ].join('\n');
}

function section({
  id,
  number,
  title,
  summary,
  toComply,
  options,
  deny,
  allow,
  resourceControl = [],
  source,
}: Guardrail) {
  const denied = [...deny, ...resourceControl];
  return [
    `### ${number} ${title}\n`,
    `${plain(summary)} ([source](<${source}>))\n`,
    `${openLink('guardrail', id)}\n`,
    `- Required: ${plain(toComply)}`,
    `- Condition keys: ${actionList(denied.flatMap(keysOf))}`,
    `- Actions: ${actionList(denied.flatMap(({ Action }) => Action))}`,
    resourceControl.length > 0
      ? '- Always enforced with a resource control policy'
      : `- As conditions on Allow statements: ${allow.length > 0 ? 'yes' : 'no, Deny statements are used instead'}`,
    '',
    ...part('Options', options.map(optionLines)),
    ...part('Not covered', notCoveredBy(id).map(reasonLine)),
  ].join('\n');
}

const keysOf = ({ Condition }: Denial): readonly string[] =>
  Object.values(Condition).flatMap((keys) => Object.keys(keys));
