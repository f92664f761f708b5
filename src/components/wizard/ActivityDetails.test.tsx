import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { builtIn } from '../../policies/library/builtIn.ts';
import { ActivityDetails } from './ActivityDetails.tsx';

it.each(builtIn.personas)('$title: the differences are referred to where they are listed', (persona) => {
  for (const { activity: id } of persona.activities)
    for (const stance of ['hardened', 'published'] as const) {
      const activity = builtIn.activities.find((one) => one.id === id);
      if (!activity?.[stance]) continue;
      const choice = { activity: id, stance, options: {} };
      const markup = renderToStaticMarkup(
        <ActivityDetails persona={persona.id} activity={activity} choice={choice} />,
      );
      const isListed = /<strong[^>]*>(?:Required|Least privilege|Optional|Additional permission)</.test(
        markup,
      );
      expect(markup.includes('See the differences below'), `${id} ${stance}`).toBe(
        stance === 'hardened' && isListed,
      );
    }
});
