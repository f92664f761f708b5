import type { Persona } from '../../policies/library/personas/persona.ts';
import { findActivity, type Ruleset } from '../../policies/library/ruleset.ts';
import { matches } from './matches.ts';

/** What a persona is found by: also by the actions of its activities, once the library is there. */
export const searchTexts = (persona: Persona, ruleset: Ruleset): readonly string[] => [
  persona.title,
  persona.summary,
  ...activitiesOf(persona, ruleset).flatMap(({ texts }) => texts),
];

/** The activities that have the words of a query which the persona’s own title and description don’t have. */
export function activitiesFound(query: string, persona: Persona, ruleset: Ruleset): readonly string[] {
  const words = query.split(/\s+/).filter((word) => !matches(word, [persona.title, persona.summary]));
  if (words.length === 0) return [];
  const activities = activitiesOf(persona, ruleset);
  const haveAll = activities.filter(({ texts }) => matches(words.join(' '), texts));
  const found =
    haveAll.length > 0
      ? haveAll
      : activities.filter(({ texts }) => words.some((word) => matches(word, texts)));
  return found.map(({ title }) => title);
}

const activitiesOf = ({ activities }: Persona, ruleset: Ruleset) =>
  activities.flatMap(({ activity }) => {
    const found = findActivity(activity, ruleset);
    if (!found) return [];
    const statements = [...(found.hardened ?? []), ...(found.published ?? [])];
    return { title: found.title, texts: [found.title, ...statements.flatMap(({ Action }) => Action)] };
  });
