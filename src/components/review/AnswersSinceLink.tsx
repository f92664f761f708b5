import { countWithNoun } from '../../policies/language/counts.ts';
import {
  type AnswersSince,
  answersSince,
  guaranteeName,
  type StateThen,
} from '../../policies/guarantees/guaranteeAnswers.ts';
import { guaranteeOwnerInWords, guaranteeStateNames } from '../../policies/guarantees/guaranteeWords.ts';
import { useGuarantees } from '../../state/guarantees/guaranteesStore.ts';
import { startGuarantees } from '../../state/guarantees/startGuarantees.ts';
import { useOpenedAnswers } from '../../state/guarantees/openedAnswers.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { BeingComputed } from '../common/BeingComputed.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { InlineButton } from '../common/InlineButton.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';

/** Which guarantees have another answer than when the link was made: computed anew, or why that isn’t known. */
export function AnswersSinceLink() {
  const { state, results } = useGuarantees();
  const { opened } = useOpenedAnswers();
  const hasEnvironment = useStore(({ screen }) => screen.environment !== null);
  if (state === 'failed')
    return (
      <Note mt={1}>
        {words.failed} <InlineButton onClick={startGuarantees}>Try again</InlineButton>
      </Note>
    );
  if (!opened) return results.length > 0 && <Note mt={1}>{words.noAnswers}</Note>;
  if (hasEnvironment) return <Note mt={1}>{words.environment}</Note>;
  if (state !== 'current')
    return (
      <Note mt={1}>
        <BeingComputed>{words.computing}</BeingComputed>
      </Note>
    );
  return <Answers since={answersSince(opened.answers, results)} />;
}

const words = {
  failed: 'Couldn’t compute the guarantees, so they aren’t compared with the answers in the link.',
  noAnswers: 'The link has no answers of guarantees, so they can’t be compared.',
  environment:
    'The answers in the link are without the values of an environment. To compare them, show the set without one.',
  computing: 'Computing the guarantees to compare them with the answers in the link…',
  same: 'The guarantees have the same answers as when the link was created.',
  sameInBoth: 'Guarantees that existed when the link was created have the same answers.',
  different: 'Answers that differ from when the link was created:',
  others: 'Some guarantees are new, or no longer part of the set.',
} as const;

function Answers({ since: { changed, gone, sameGuarantees } }: { readonly since: AnswersSince }) {
  const ruleset = useRuleset();
  return (
    <>
      {changed.length > 0 ? (
        <>
          <Note mt={1}>{words.different}</Note>
          <List look="bullets" small>
            {changed.map(({ result, before }) => (
              <li key={guaranteeName(result)}>
                <ForeignText text={result.sentence} use="prose" /> (
                {guaranteeOwnerInWords(result.owner, ruleset)}): {thenInWords(before)},{' '}
                {guaranteeStateNames[result.answer.state].toLowerCase()} now
              </li>
            ))}
          </List>
        </>
      ) : (
        <Note mt={1}>{sameGuarantees === false ? words.sameInBoth : words.same}</Note>
      )}
      {sameGuarantees === false && (
        <Note>
          {words.others}
          {gone > 0 &&
            ` No longer part of the set: ${countWithNoun(gone, 'guarantee that wasn’t proven', 'guarantees that weren’t proven')}.`}
        </Note>
      )}
    </>
  );
}

const thenInWords = (before: StateThen): string =>
  before === 'provenOrNone'
    ? 'proven then, or not part of the set'
    : `${guaranteeStateNames[before].toLowerCase()} then`;
