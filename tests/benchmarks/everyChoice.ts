import { fillExamples } from '../../src/policies/compose/exampleValues.ts';
import { chooseActivity, createDraft } from '../../src/policies/draft/createDraft.ts';
import { builtIn } from '../../src/policies/library/builtIn.ts';
import { guardrails } from '../../src/policies/library/guardrails/index.ts';
import { personas } from '../../src/policies/library/personas/index.ts';
import { noLimits } from '../../src/policies/model/draft.ts';

const ids = personas.map(({ id }) => id);

/** Every persona as it is recommended, with example values. */
export const everyPersona = () => fillExamples(createDraft({ personas: ids }, builtIn), builtIn);

/** A set as a team has it: eight roles, each of one persona. */
export const eightRoles = () => {
  const roles = personas.filter(({ kind }) => kind === 'identity').slice(0, 8);
  const draft = createDraft({ personas: roles.map(({ id }) => id), layout: 'perPersona' }, builtIn);
  return fillExamples(draft, builtIn);
};

/** Every persona with all its activities, and every guardrail: the largest draft that the wizard makes. */
export const everyChoice = () =>
  fillExamples(
    createDraft(
      {
        personas: ids,
        activities: Object.fromEntries(
          personas.map(({ id, activities }) => [
            id,
            activities.map(({ activity }) => chooseActivity(activity, builtIn)),
          ]),
        ),
        limits: {
          ...noLimits,
          chosen: guardrails.map(({ id }) => ({ guardrail: id, options: {} })),
          exemption: true,
        },
      },
      builtIn,
    ),
    builtIn,
  );
