import {
  guaranteeOwnerInWords,
  guaranteeStateNames,
  roleInWords,
} from '../../policies/guarantees/guaranteeWords.ts';
import { useGuarantees } from '../../state/guarantees/guaranteesStore.ts';
import { guaranteesLineOf } from '../../state/guarantees/guaranteesLine.ts';
import { useRuleset } from '../../state/store.ts';
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
