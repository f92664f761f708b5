import { useEffect, useState } from 'react';
import { type ActionDescription, factsOf } from '../../state/catalog/loadedCatalog.ts';
import { List } from './List.tsx';
import { Note } from './Note.tsx';

/** What the service authorization data says of an action. What it does not know is said, too. */
export function ActionFacts({ action }: { readonly action: string }) {
  const [looked, setLooked] = useState<{ readonly action: string; readonly facts: ActionDescription } | null>(
    null,
  );
  useEffect(() => {
    let current = true;
    void factsOf(action).then((facts) => current && setLooked({ action, facts }));
    return () => {
      current = false;
    };
  }, [action]);
  const facts = looked?.action === action ? looked.facts : undefined;
  if (!facts)
    return (
      <Note mt={2} mb={2}>
        Looking up {action}…
      </Note>
    );
  if (facts.state !== 'known')
    return (
      <Note mt={2} mb={2}>
        {sentences[facts.state]}
      </Note>
    );
  return (
    <List as="dl" look="facts" mt={2} mb={2} small>
      {facts.rows.map(([term, value, isCode]) => (
        <div key={term} style={{ display: 'contents' }}>
          <dt>{term}</dt>
          <dd>{isCode ? <code>{value}</code> : value}</dd>
        </div>
      ))}
    </List>
  );
}

const sentences = {
  unknown: 'This action isn’t in the AWS service authorization data.',
  retired: 'AWS discontinued this service and no longer documents its actions.',
  notLoaded: 'Couldn’t load the data for this service, so the action wasn’t checked.',
} as const;
