import { styled } from '@mui/material/styles';
import { useEffect, useState } from 'react';
import { type Facts, factsOf } from '../../state/catalog/catalog.ts';
import { fontMono } from '../../theme.ts';

const List = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'max-content 1fr',
  gap: '2px 12px',
  margin: '8px 0',
  fontSize: 13,
  '& dt': { color: 'var(--ink-2)' },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
});
const Code = styled('span')({ fontFamily: fontMono, fontSize: 12 });
const Line = styled('p')({ margin: '8px 0', fontSize: 13, color: 'var(--ink-2)' });

/** What the service authorization data says of an action. What it does not know is said, too. */
export function ActionFacts({ action }: { readonly action: string }) {
  const [looked, setLooked] = useState<{ readonly action: string; readonly facts: Facts } | null>(null);
  useEffect(() => {
    let current = true;
    void factsOf(action).then((facts) => current && setLooked({ action, facts }));
    return () => {
      current = false;
    };
  }, [action]);
  const facts = looked?.action === action ? looked.facts : undefined;
  if (!facts) return <Line>Looking up {action}…</Line>;
  if (facts.state !== 'known') return <Line>{sentences[facts.state]}</Line>;
  return (
    <List>
      {facts.rows.map(([term, value, isCode]) => (
        <div key={term} style={{ display: 'contents' }}>
          <dt>{term}</dt>
          <dd>{isCode ? <Code>{value}</Code> : value}</dd>
        </div>
      ))}
    </List>
  );
}

const sentences = {
  unknown: 'The service authorization data does not know this action.',
  retired: 'The service is retired; AWS no longer documents its actions.',
  notLoaded: 'The data about this service could not be loaded. Nothing is known about the action here.',
} as const;
