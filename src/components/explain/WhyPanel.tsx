import { listOf } from '../../policies/language/policy.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { EffectTag } from '../common/EffectTag.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { LineReasons } from './LineReasons.tsx';
import { useLineUnderCaret } from './whyLine.ts';

/** Why the line under the caret is there: what it does, the choices that it serves, and, folded, the reasons behind its form. */
export function WhyPanel({ document }: { readonly document: PrintedDocument }) {
  const line = useLineUnderCaret(document);
  if (!line)
    return (
      <Note mt={2} mb={2}>
        Click a line, or place the cursor on it, to see why it’s there.
      </Note>
    );
  const { place, sources, manual } = line;
  const [, index] = place.path;
  const statement = typeof index === 'number' ? document.policy.Statement[index] : undefined;
  const others = place.action === undefined ? listOf(statement?.Action).length : 0;
  return (
    <>
      <Stack row gap={2} mt={2} mb={1} small>
        {statement && <EffectTag effect={statement.Effect} />}
        <code>
          <ForeignText text={place.label} />
        </code>
        {others > 1 && <span>{others} actions</span>}
        {manual && <span>{manual} manually</span>}
        {sources.length > 0 && <span>is required by:</span>}
      </Stack>
      {sources.length === 0 && (
        <Note mb={1}>No selection requires this line. It was imported or edited manually.</Note>
      )}
      <LineReasons action={place.action} sources={sources} />
    </>
  );
}
