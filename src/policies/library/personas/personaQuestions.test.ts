import { expect, it } from 'vitest';
import { personas } from './index.ts';
import {
  fitsAnswers,
  openQuestions,
  type PersonaAnswers,
  personaFits,
  personaQuestions,
  withAnswer,
} from './personaQuestions.ts';

const ids = personas.map(({ id }) => id);
const fitting = (answers: PersonaAnswers) => ids.filter((id) => fitsAnswers(id, answers));

/** Every way through the questions: what was answered, where nothing more is asked. */
function ends(answers: PersonaAnswers = {}): readonly PersonaAnswers[] {
  const next = openQuestions(ids, answers).find(({ id }) => answers[id] === undefined);
  if (!next) return [answers];
  return next.answers.flatMap(({ id }) => ends(withAnswer(answers, next.id, id)));
}

const all = ends();

it('every persona of the library fits some answers to each question, and only answers that are offered', () => {
  expect(Object.keys(personaFits).toSorted()).toEqual(ids.toSorted());
  for (const fits of Object.values(personaFits))
    for (const { id, answers } of personaQuestions) {
      expect(fits[id].length).toBeGreaterThan(0);
      expect(answers.map((answer) => answer.id)).toEqual(expect.arrayContaining([...fits[id]]));
    }
});

it('no way through the questions is a dead end, and each ends at three personas at most', () => {
  expect(all.length).toBeGreaterThan(5);
  for (const answers of all) {
    expect(fitting(answers).length, JSON.stringify(answers)).toBeGreaterThan(0);
    expect(fitting(answers).length, JSON.stringify(answers)).toBeLessThanOrEqual(3);
  }
});

it('every persona is where some way ends', () => {
  expect(new Set(all.flatMap(fitting))).toEqual(new Set(ids));
});

it('every answer is offered on some way', () => {
  const offered = new Set(
    all.flatMap((answers) =>
      openQuestions(ids, answers).flatMap((question) =>
        question.answers.map(({ id }) => `${question.id} ${id}`),
      ),
    ),
  );
  const known = personaQuestions.flatMap(({ id, answers }) => answers.map((answer) => `${id} ${answer.id}`));
  expect(known.filter((answer) => !offered.has(answer))).toEqual([]);
});

it('a persona of an organization fits whatever is answered, and nothing is asked without any other', () => {
  for (const answers of all) expect(fitsAnswers('acmeReviewer', answers)).toBe(true);
  expect(fitsAnswers('constructor', { who: 'network' })).toBe(true);
  expect(openQuestions(['acmeReviewer'], {})).toEqual([]);
});

it('another answer takes those to later questions away', () => {
  expect(withAnswer({ who: 'person', work: 'models', task: 'use' }, 'work', 'jobs')).toEqual({
    who: 'person',
    work: 'jobs',
  });
});
