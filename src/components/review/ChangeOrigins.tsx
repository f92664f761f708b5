import type { ChangeOrigin } from '../../policies/access/review/changeOrigin.ts';
import { choicesBehind, goToChoice, sourcesOfAction } from '../../state/derived/choicesBehind.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import type { Pair } from '../../state/derived/reportInput.ts';
import { InlineButton } from '../common/InlineButton.tsx';
import { Note } from '../common/Note.tsx';

interface ChangeOriginsProps {
  readonly origins: readonly ChangeOrigin[];
  readonly pair: Pair;
  readonly actions: readonly string[];
}

/** The choices that a difference comes from; a choice that is still there is a way to it. */
export function ChangeOrigins({ origins, pair, actions }: ChangeOriginsProps) {
  const found = origins.map((origin) => ({ origin, document: documentAt(origin, pair) }));
  const choices = choicesBehind(
    found.flatMap(({ origin: { statement }, document }) =>
      document ? actions.flatMap((action) => sourcesOfAction(document, statement, action)) : [],
    ),
  );
  if (origins.length === 0) return null;
  if (choices.length === 0)
    return (
      <Note>
        From:{' '}
        {found.some(({ document }) => document)
          ? 'a manual edit or an imported statement'
          : 'the default when there’s no policy of this type'}
      </Note>
    );
  const isGone = origins.every(({ side }) => side === 'before');
  return (
    <Note>
      From:{' '}
      {choices.map((choice, index) => (
        <span key={choice.label}>
          {index > 0 && '; '}
          {isGone ? (
            choice.label
          ) : (
            <InlineButton onClick={() => goToChoice(choice)}>{choice.label}</InlineButton>
          )}
        </span>
      ))}
    </Note>
  );
}

/** Nothing for a policy that no choice makes: what AWS attaches beside it, or what applies where there is none. */
function documentAt({ side, document }: ChangeOrigin, pair: Pair): PrintedDocument | undefined {
  const [policies, documents] =
    side === 'before'
      ? [pair.before, pair.documentsBefore]
      : [pair.after, pair.document ? [pair.document] : []];
  return documents[document - (policies.length - documents.length)];
}
