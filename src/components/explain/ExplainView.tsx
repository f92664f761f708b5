import Button from '@mui/material/Button';
import { memo, type RefObject, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { explainPolicy } from '../../policies/access/explain.ts';
import { summarizeStatements } from '../../policies/access/policySummary.ts';
import { type PrintedDocument, pathAtCaret } from '../../state/derived/derived.ts';
import { useStore } from '../../state/store.ts';
import { linesOf } from '../../state/derived/trace.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { servicesOf } from '../../policies/catalog/servicesOf.ts';
import { useServices } from '../common/useServices.ts';
import { StatementSentence } from './StatementSentence.tsx';
import { SummaryTable } from './SummaryTable.tsx';
import { Note } from '../common/Note.tsx';
import { List } from '../common/List.tsx';
import { Box } from '../common/Box.tsx';

/** So many statements are there at once; the others follow piece by piece, so that opening the view keeps no one waiting. */
const FIRST = 6;

/** The document in sentences, statement by statement, with a summary by service. */
export const ExplainView = memo(function ExplainView({ document }: { readonly document: PrintedDocument }) {
  const services = useServices(servicesOf([document.policy]));
  const catalog = services.state === 'ready' ? services.catalog : undefined;
  const words = useMemo(() => explainPolicy(document.policy, catalog), [document, catalog]);
  const summary = useMemo(() => summarizeStatements(words), [words]);
  const shown = useDeferredValue(words, words.slice(0, FIRST));
  const isWhole = shown.length === words.length;
  const lit = useLitStatements(document);
  const list = useRef<HTMLOListElement>(null);
  useFollowing(list, lit, document.id, isWhole);
  return (
    <Box
      tall
      scrolls
      px={4}
      pt={2}
      pb={6}
      role="region"
      aria-label={`${document.title} in words`}
      tabIndex={0}
    >
      <LevelsNote services={services} />
      <Disclosure label="Summary by service" startsOpen={words.length > 6}>
        <SummaryTable rows={summary} document={document} />
      </Disclosure>
      <List as="ol" ref={list}>
        {shown.map((statement) => (
          <StatementSentence
            key={statement.index}
            words={statement}
            document={document}
            lit={lit.has(statement.index)}
          />
        ))}
      </List>
    </Box>
  );
});

/** While access levels aren’t there, or where they can’t be loaded. */
function LevelsNote({ services }: { readonly services: ReturnType<typeof useServices> }) {
  if (services.state === 'loading')
    return (
      <Note mt={1} mb={1}>
        Loading access levels…
      </Note>
    );
  if (services.state !== 'failed') return null;
  return (
    <Note mt={1} mb={1} role="alert">
      Couldn’t load access levels and descriptions. <Button onClick={services.retry}>Try again</Button>
    </Note>
  );
}

/** Scrolls to the first highlighted statement. `isWhole`: every statement is there. */
function useFollowing(
  list: RefObject<HTMLElement | null>,
  lit: ReadonlySet<number>,
  documentId: string,
  isWhole: boolean,
): void {
  const arrived = useRef(false);
  const hasCaret = useStore(({ screen }) => screen.caret?.documentId === documentId);
  useEffect(() => {
    // Until then the statement may not be there.
    const justArrived = !arrived.current;
    arrived.current ||= isWhole;
    // Without a caret, the reader wants the beginning of the view, the summary.
    if (justArrived && !hasCaret) return;
    if (lit.size === 0 || list.current?.contains(globalThis.document.activeElement)) return;
    list.current?.querySelector('[data-lit="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [list, lit, hasCaret, isWhole]);
}

/** Statements under the caret, and those that the focused choice of the wizard asks for. */
function useLitStatements(document: PrintedDocument): ReadonlySet<number> {
  const caret = useStore(({ screen }) =>
    screen.caret?.documentId === document.id ? screen.caret.offset : undefined,
  );
  const focused = useStore(({ screen }) => screen.focused);
  return useMemo(() => {
    const lit = new Set<number>();
    const [root, index] = caret === undefined ? [] : pathAtCaret(document, caret);
    if (root === 'Statement' && typeof index === 'number') lit.add(index);
    const traced = focused ? linesOf(document, focused) : [];
    document.policy.Statement.forEach((_, place) => {
      const lines = document.ranges.lines(['Statement', place]);
      if (lines && traced.some(({ first, last }) => first >= lines.first && last <= lines.last))
        lit.add(place);
    });
    return lit;
  }, [document, caret, focused]);
}
