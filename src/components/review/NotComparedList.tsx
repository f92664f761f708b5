import { notComparedWords } from '../../policies/access/changeWords.ts';
import type { NotCompared } from '../../policies/access/review/reviewList.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { Heading } from '../common/Heading.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';

/** What could not be compared, by name and with the reason. It is counted in the summary. */
export function NotComparedList({ entries }: { readonly entries: readonly NotCompared[] }) {
  if (entries.length === 0) return null;
  return (
    <section aria-label="Not compared">
      <Heading mt={6} mb={1}>
        Not compared <Note as="span">{entries.length}</Note>
      </Heading>
      <List look="rows" py={1.5} small>
        {entries.map(({ policy, actions, reason, because }, index) => (
          <li key={`${policy.id} ${index}`}>
            <b>
              <ForeignText text={policy.title} use="prose" />
            </b>
            {actions.length > 0 && (
              <>
                {': '}
                <code>
                  <ForeignText text={actions.join(', ')} />
                </code>
              </>
            )}
            <Note>{reason ? notComparedWords[reason] : `Not compared: ${because}.`}</Note>
          </li>
        ))}
      </List>
    </section>
  );
}
