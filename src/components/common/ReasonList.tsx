import { styled } from '@mui/material/styles';
import { fontMono } from '../../theme.ts';
import type { FiledReason } from './reasons.ts';

const List = styled('ul')({ listStyle: 'none', margin: '8px 0 0', padding: 0, maxWidth: '68ch' });
const Item = styled('li')({
  padding: '6px 0',
  borderTop: '1px solid var(--hairline)',
  fontSize: 13,
  lineHeight: '20px',
  '& a': { color: 'var(--accent)' },
});
const Heading = styled('strong')({ fontWeight: 600, marginRight: 6 });
const Change = styled('dl')({
  display: 'grid',
  gridTemplateColumns: 'auto 1fr',
  gap: '0 8px',
  margin: '4px 0',
  fontFamily: fontMono,
  fontSize: 12,
  '& dt': { color: 'var(--ink-2)' },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
});

/** Reasons with their sources, as rows. */
export function ReasonList({ reasons }: { readonly reasons: readonly FiledReason[] }) {
  if (reasons.length === 0) return null;
  return (
    <List>
      {reasons.map((reason) => (
        <Item key={`${reason.heading} ${reason.text}`}>
          <Heading>{reason.heading}</Heading>
          {reason.text}{' '}
          <a href={reason.source} target="_blank" rel="noreferrer">
            {sourceName(reason.source)}
          </a>
          {reason.change && (
            <Change>
              <dt>was</dt>
              <dd>{reason.change.before}</dd>
              <dt>is</dt>
              <dd>{reason.change.after}</dd>
            </Change>
          )}
        </Item>
      ))}
    </List>
  );
}

function sourceName(address: string): string {
  if (!URL.canParse(address)) return 'Source';
  const host = new URL(address).hostname;
  return host === 'docs.aws.amazon.com' ? 'AWS documentation' : host;
}
