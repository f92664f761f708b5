import { expect, it } from 'vitest';
import { activitiesReference } from './activities.ts';
import { checksReference } from './checks.ts';
import { guardrailsReference } from './guardrails.ts';
import { guaranteesReference } from './guarantees.ts';
import { personasReference } from './personas.ts';
import { presetIdsReference } from './presetIds.ts';

it.each([
  ['activities', activitiesReference],
  ['checks', checksReference],
  ['guardrails', guardrailsReference],
  ['guarantees', guaranteesReference],
  ['personas', personasReference],
  ['preset-ids', presetIdsReference],
])('docs/reference/%s.md is up to date; `npm run docs` writes it', async (name, reference) => {
  await expect(`${reference().trimEnd()}\n`).toMatchFileSnapshot(`../../docs/reference/${name}.md`);
});
