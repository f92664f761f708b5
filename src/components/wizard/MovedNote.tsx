import { changeInWords } from '../../policies/access/placement/placementWords.ts';
import { useGuardrailMove } from '../../state/evidence/guardrailMove.ts';
import { useStore } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';

const MAX_CHANGES = 20;

/** What has changed for the roles since guardrails were enforced in another way; gone after the next change. */
export function MovedNote() {
  const draft = useStore((state) => state.draft);
  const move = useGuardrailMove((state) => state.move);
  if (!move || move.after !== draft) return null;
  if (move.sentence === undefined)
    return (
      <Note mt={2} aria-busy>
        Comparing effective access…
      </Note>
    );
  const { outcome } = move;
  const changes = typeof outcome === 'object' && outcome.state === 'differs' ? outcome.changes : [];
  return (
    <>
      <Note mt={2} tone="plain">
        {move.sentence}
      </Note>
      {changes.length > 0 && (
        <Disclosure late label="Show examples">
          <List>
            {changes.slice(0, MAX_CHANGES).map((change) => (
              <li key={`${change.role} ${change.action} ${change.now}`}>
                <ForeignText text={changeInWords(change)} use="prose" />
              </li>
            ))}
            {changes.length > MAX_CHANGES && <li>{changes.length - MAX_CHANGES} more</li>}
          </List>
        </Disclosure>
      )}
    </>
  );
}
