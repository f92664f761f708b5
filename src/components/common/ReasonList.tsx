import { styled } from '@mui/material/styles';
import type { FiledReason } from './reasons.ts';
import { List } from './List.tsx';

const Heading = styled('strong')({ fontWeight: 600, marginRight: 6 });

/** Reasons with their sources, as rows. */
export function ReasonList({ reasons }: { readonly reasons: readonly FiledReason[] }) {
  if (reasons.length === 0) return null;
  return (
    <List look="rows" mt={2} small>
      {reasons.map((reason) => (
        <li key={`${reason.heading} ${reason.text}`}>
          <Heading>{reason.heading}</Heading>
          {reason.text}{' '}
          <a href={reason.source} target="_blank" rel="noreferrer">
            {sourceName(reason.source)}
          </a>
          {reason.change && (
            <List as="dl" look="facts" mt={1} mb={1}>
              <dt>Before</dt>
              <dd>{reason.change.before}</dd>
              <dt>After</dt>
              <dd>{reason.change.after}</dd>
            </List>
          )}
        </li>
      ))}
    </List>
  );
}

function sourceName(address: string): string {
  if (!URL.canParse(address)) return 'Source';
  const host = new URL(address).hostname;
  return host === 'docs.aws.amazon.com' ? 'AWS documentation' : host;
}
