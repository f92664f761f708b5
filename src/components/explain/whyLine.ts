import type { Path } from '../../policies/language/policy.ts';
import { findActivity, findPersona, type Ruleset } from '../../policies/library/ruleset.ts';
import type { Source } from '../../policies/model/composedDocument.ts';
import { type PrintedDocument, sourcesAt } from '../../state/derived/derived.ts';
import { manualChangeOf } from '../../state/derived/personaLines.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { type Place, placeAt } from '../common/place.ts';
import { groupByChoice } from './choiceGroups.ts';
import { otherReasons } from './reasonsOfLine.ts';

/** The line under the caret: what it is, and the choices that it serves. */
export interface LineUnderCaret {
  readonly place: Place;
  readonly sources: readonly Source[];
  /** What a person did to its statement. */
  readonly manual: 'edited' | 'added' | undefined;
}

/** Nothing while the caret is on no statement of the document. */
export function useLineUnderCaret(document: PrintedDocument): LineUnderCaret | undefined {
  const caret = useStore((state) => state.screen.caret);
  const place = placeAt(document, caret?.documentId === document.id ? caret.offset : undefined);
  return (
    place && { place, sources: sourcesAt(document, place.path), manual: manualChange(document, place.path) }
  );
}

function manualChange(document: PrintedDocument, [root, statement]: Path) {
  const entry =
    root === 'Statement' && typeof statement === 'number' ? document.provenance[statement] : undefined;
  return entry && manualChangeOf(document, entry);
}

/** Why the line under the caret is there, in one line. */
export function useWhyLine(document: PrintedDocument): string {
  const ruleset = useRuleset();
  const line = useLineUnderCaret(document);
  return line ? summaryOf(line, ruleset) : 'Click a line, or place the cursor on it, to see why it’s there.';
}

function summaryOf({ place, sources, manual }: LineUnderCaret, ruleset: Ruleset): string {
  const because = [
    ...groupByChoice(sources).map(
      ({ persona, activity }) =>
        `${findPersona(persona, ruleset)?.title} > ${findActivity(activity, ruleset)?.title}`,
    ),
    ...otherReasons(sources, ruleset).map(({ title }) => title),
  ];
  const what = [place.label, ...(manual ? [`${manual} manually`] : [])].join(', ');
  return because.length === 0 ? what : `${what} is required by: ${because.join('; ')}`;
}
