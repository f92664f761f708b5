import { withRoleInstances } from '../../policies/draft/roleInstances.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { rulesetOf } from '../../policies/presets/rulesetOf.ts';
import { catalogOpener } from '../workers/catalogAt.ts';
import { serveQuestions } from '../workers/serve.ts';
import type { ActivityAnswer, ActivityQuestion } from './activityProtocol.ts';
import { activityAnswerer } from './answerActivity.ts';

/** Reads events away from the page’s own thread, and keeps what it read: of events only counts and names reach the page. */

/** A piece of a file is 64 kB: progress is reported for each hundredth. */
const STEP = 0.01;

const answer = activityAnswerer(catalogOpener(), ({ preset, draft }) =>
  withRoleInstances(preset === null ? builtIn : rulesetOf(preset), draft),
);

serveQuestions<ActivityQuestion, ActivityAnswer>(async (question, reply) => {
  let reported = 0;
  const onProgress = (progress: number) => {
    if (progress - reported < STEP) return;
    reported = progress;
    reply({ ask: 'read', progress }, false);
  };
  reply(await answer(question, onProgress), true);
});
