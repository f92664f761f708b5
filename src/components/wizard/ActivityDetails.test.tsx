import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { builtIn } from '../../policies/library/builtIn.ts';
import { reasonsOf } from '../common/reasons.ts';
import { ActivityDetails } from './ActivityDetails.tsx';

const choices = builtIn.personas.flatMap((persona) =>
  persona.activities.flatMap(({ activity: id }) => {
    const activity = builtIn.activities.find((one) => one.id === id);
    return (['hardened', 'published'] as const).flatMap((stance) =>
      activity?.[stance]
        ? [{ persona: persona.id, activity, choice: { activity: id, stance, options: {} } }]
        : [],
    );
  }),
);

it('the differences from what AWS publishes are referred to where they are listed', () => {
  const referring = choices.filter((choice) =>
    renderToStaticMarkup(<ActivityDetails {...choice} />).includes('See the differences below'),
  );
  expect(referring).toEqual(
    choices.filter(
      ({ activity, choice }) => choice.stance === 'hardened' && activity.published !== undefined,
    ),
  );
  const without = referring.filter(
    ({ activity, choice }) => reasonsOf(activity, choice, builtIn).length === 0,
  );
  expect(without.map(({ activity }) => activity.id)).toEqual([]);
});
