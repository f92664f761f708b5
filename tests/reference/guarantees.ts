import { builtIn } from '../../src/policies/library/builtIn.ts';
import type { Guarantee } from '../../src/policies/library/guarantees/guarantee.ts';
import { guaranteesOfGuardrail, guaranteesOfPersona } from '../../src/policies/library/guarantees/index.ts';
import { guardrails } from '../../src/policies/library/guardrails/index.ts';
import { made, plain } from './markdown.ts';

const ofPersonas = builtIn.personas.map(({ id, title }) => [title, guaranteesOfPersona(id)] as const);
const ofGuardrails = guardrails.map(
  ({ id, number, title }) => [`${number} ${title}`, guaranteesOfGuardrail(id)] as const,
);

/** Every guarantee that ships, by persona and guardrail. */
export function guaranteesReference(): string {
  const all = new Set([...ofPersonas, ...ofGuardrails].flatMap(([, guarantees]) => guarantees));
  return [
    '# Guarantees\n',
    `${made}\n`,
    `${all.size} guarantees, some of several personas. [How guarantees work](../guarantees.md).\n`,
    '## Personas\n',
    ...ofPersonas.map(section),
    '## Guardrails\n',
    ...ofGuardrails.map(section),
  ].join('\n');
}

const section = ([title, guarantees]: readonly [string, readonly Guarantee[]]): string =>
  [
    `### ${title}\n`,
    ...guarantees.map(({ sentence, source }) => `- ${plain(sentence)} ([source](<${source}>))`),
    '',
  ].join('\n');
