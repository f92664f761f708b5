import { lazy, Suspense } from 'react';
import { findActivity, findPersona, type Ruleset } from '../../policies/library/ruleset.ts';
import type { Source } from '../../policies/model/composedDocument.ts';
import type { Path } from '../../policies/language/policy.ts';
import { type PrintedDocument, sourcesAt } from '../../state/derived/derived.ts';
import { wordOf } from '../../state/derived/personaLines.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { Dock } from '../common/Dock.tsx';
import { LazyBoundary } from '../common/LazyBoundary.tsx';
import { groupByChoice } from './choiceGroups.ts';
import { placeAt } from '../common/place.ts';
import { otherReasons } from './reasonsOfLine.ts';

const LineReasons = lazy(() =>
  import('./LineReasons.tsx').then((module) => ({ default: module.LineReasons })),
);

/** Why the line under the caret is there: the choices it serves and the reasons behind its form. */
export function ReasonsDock({ document }: { readonly document: PrintedDocument }) {
  const ruleset = useRuleset();
  const caret = useStore((state) => state.screen.caret);
  const place = placeAt(document, caret?.documentId === document.id ? caret.offset : undefined);
  const sources = place ? sourcesAt(document, place.path) : [];
  return (
    <Dock
      title="Why"
      what="explanation"
      line={
        place
          ? summaryOf(place.label, sources, byHand(document, place.path), ruleset)
          : 'Click a line, or place the cursor on it, to see why it’s there.'
      }
    >
      {place && (
        <LazyBoundary fallback={<p>Couldn’t load the explanation. Reload the page – your draft is saved.</p>}>
          <Suspense fallback={<p>Loading…</p>}>
            <LineReasons action={place.action} sources={sources} />
          </Suspense>
        </LazyBoundary>
      )}
    </Dock>
  );
}

/** What a person did to the statement of a place. */
function byHand({ provenance }: PrintedDocument, [root, statement]: Path): readonly string[] {
  const own = root === 'Statement' && typeof statement === 'number' ? provenance[statement] : undefined;
  const word = own && wordOf(own);
  return word ? [`${word} manually`] : [];
}

function summaryOf(
  label: string,
  sources: readonly Source[],
  hand: readonly string[],
  ruleset: Ruleset,
): string {
  const because = [
    ...groupByChoice(sources).map(
      ({ persona, activity }) =>
        `${findPersona(persona, ruleset)?.title} > ${findActivity(activity, ruleset)?.title}`,
    ),
    ...otherReasons(sources, ruleset).map(({ title }) => title),
  ];
  const what = [label, ...hand].join(', ');
  return because.length === 0 ? what : `${what} is required by: ${because.join('; ')}`;
}
