import { changedAnswers, guaranteeName } from '../../policies/guarantees/guaranteeAnswers.ts';
import {
  guaranteeOwnerInWords,
  guaranteeStateNames,
  roleInWords,
} from '../../policies/guarantees/guaranteeWords.ts';
import { useGuarantees } from '../../state/guarantees/guaranteesStore.ts';
import { guaranteesLineOf } from '../../state/guarantees/guaranteesLine.ts';
import { useOpenedAnswers } from '../../state/guarantees/openedAnswers.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { Heading } from '../common/Heading.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { TestsCount } from '../common/TestsCount.tsx';

/** The guarantees that are not proven. */
export function ReviewGuarantees() {
  const guarantees = useGuarantees();
  const ruleset = useRuleset();
  const open = guarantees.results.filter(({ answer }) => answer.state !== 'proven');
  return (
    <section aria-label="Guarantees of all policies">
      <Heading mt={6} mb={1}>
        Guarantees
      </Heading>
      <TestsCount line={guaranteesLineOf(guarantees)} />
      <SinceLink />
      {open.length > 0 && (
        <List look="rows" py={1} small>
          {open.map((result) => (
            <li key={`${JSON.stringify(result.owner)} ${result.id}`}>
              <b>{guaranteeStateNames[result.answer.state]}:</b>{' '}
              <ForeignText text={result.sentence} use="prose" />{' '}
              <Note as="span">
                {roleInWords(result, ruleset) ?? guaranteeOwnerInWords(result.owner, ruleset)}
              </Note>
            </li>
          ))}
        </List>
      )}
    </section>
  );
}

/** Which answers are no longer those of the person who made the link; nothing once the draft is another. */
function SinceLink() {
  const { state, results } = useGuarantees();
  const { opened } = useOpenedAnswers();
  const draft = useStore((store) => store.draft);
  const ruleset = useRuleset();
  if (state !== 'current' || opened?.draft !== draft) return null;
  const changed = changedAnswers(opened.answers, results);
  if (changed.length === 0) return <Note mt={1}>The answers are the same as when the link was created.</Note>;
  return (
    <>
      <Note mt={1}>Answers that differ from when the link was created:</Note>
      <List look="bullets" small>
        {changed.map(({ result, before }) => (
          <li key={guaranteeName(result)}>
            <ForeignText text={result.sentence} use="prose" /> ({guaranteeOwnerInWords(result.owner, ruleset)}
            ): {guaranteeStateNames[before].toLowerCase()} then,{' '}
            {guaranteeStateNames[result.answer.state].toLowerCase()} now
          </li>
        ))}
      </List>
    </>
  );
}
