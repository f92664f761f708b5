import { useCallback } from 'react';
import type {
  AccessComparison,
  AccessDifference,
} from '../../policies/access/everyRequest/accessDifference.ts';
import { shortComparisonSummary } from '../../policies/access/everyRequest/comparisonSummary.ts';
import {
  headlineMark,
  headlinesOf,
  kindWords,
  requestWords,
} from '../../policies/access/everyRequest/everyRequestWords.ts';
import { labelOfPlaceholder, type Ruleset } from '../../policies/library/ruleset.ts';
import type { PreviewedPair } from '../../policies/presets/previewPreset.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { headlineColor } from '../common/everyRequest/AccessHeadline.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';

const presenceWords = { inBoth: '', new: ' (new policy)', gone: ' (removed)' } as const;

interface PreviewedPolicyProps {
  readonly pair: PreviewedPair;
  /** Nothing as long as it is being compared. */
  readonly comparison: AccessComparison | undefined;
  readonly ruleset: Ruleset;
}

/** One policy with and without the preset: in short, with a request for each kind of difference behind it. */
export function PreviewedPolicy({ pair, comparison, ruleset }: PreviewedPolicyProps) {
  const labelOf = useCallback((name: string) => labelOfPlaceholder(name, ruleset), [ruleset]);
  const sum = comparison && shortComparisonSummary(comparison);
  const line = (
    <span>
      <ForeignText text={`${pair.title}${presenceWords[pair.presence]}`} use="prose" />:{' '}
      <b data-tone={sum?.tone} style={{ color: sum && headlineColor(sum) }}>
        {sum ? sum.text : 'comparing…'}
      </b>
    </span>
  );
  if (!comparison || (sum?.tone === 'proven' && !sum.hasNotes)) return <li>{line}</li>;
  return (
    <li>
      <Disclosure late label={line}>
        {headlinesOf(comparison, labelOf).map((headline) => (
          <div key={headline.direction} data-tone={headline.tone}>
            <b style={{ color: headlineColor(headline) }}>
              <span aria-hidden="true">{headlineMark(headline)} </span>
              <ForeignText text={headline.text} use="prose" />
            </b>
            {headline.notes.map((note) => (
              <Note key={note}>
                <ForeignText text={note} use="prose" />
              </Note>
            ))}
            {headline.direction !== 'both' && (
              <Requests of={headline.direction === 'new' ? comparison.newAccess : comparison.removedAccess} />
            )}
          </div>
        ))}
      </Disclosure>
    </li>
  );
}

function Requests({ of }: { readonly of: AccessDifference }) {
  if (of.state !== 'some') return null;
  return (
    <List look="rows" small py={0.5}>
      {of.kinds.map((kind) => {
        const { call, context } = requestWords(kind);
        return (
          <li key={kindWords(kind)}>
            <b>
              <ForeignText text={kindWords(kind)} use="prose" />
            </b>
            : <ForeignText text={[call, ...context].join(', ')} />
          </li>
        );
      })}
    </List>
  );
}
