import { describe, expect, it } from 'vitest';
import { builtIn } from '../../policies/library/builtIn.ts';
import { findPersona } from '../../policies/library/ruleset.ts';
import { activitiesFound, searchTexts } from './findPersona.ts';
import { matches } from './matches.ts';

describe('a persona that is looked for', () => {
  const scientist = findPersona('dataScientist', builtIn);
  if (!scientist) throw new Error('There is no data scientist');

  it.each([
    ['athena', ['Query with Athena']],
    ['athena:startquery', ['Query with Athena']],
    ['ATHENA query', ['Query with Athena']],
    ['scientist athena', ['Query with Athena']],
    ['athena fsx', ['Query with Athena']],
    ['data scientist', []],
    ['nosuchaction', []],
  ])('%s is found by %j', (query, expected) => {
    expect(activitiesFound(query, scientist, builtIn)).toEqual(expected);
  });

  it('says by which activity, or has the words itself', () => {
    for (const query of ['s3:', 'iam:passrole', 'notebook', 'athena glue', 'endpoint kms'])
      for (const persona of builtIn.personas.filter((one) => matches(query, searchTexts(one, builtIn)))) {
        const own = matches(query, [persona.title, persona.summary]);
        expect(activitiesFound(query, persona, builtIn).length > 0, `${query} ${persona.id}`).toBe(!own);
      }
  });
});
