import { styled } from '@mui/material/styles';
import type { Why } from '../../policies/library/preset.ts';
import { ForeignText } from './ForeignText.tsx';
import { Icon } from './Icon.tsx';

const Line = styled('div')({
  display: 'flex',
  gap: 6,
  margin: '4px 0',
  padding: '4px 8px',
  borderLeft: '3px solid var(--edge)',
  background: 'var(--sunken)',
  maxWidth: '68ch',
  fontSize: 13,
  overflowWrap: 'anywhere',
  '& > svg': { marginTop: 2 },
  '& b': { fontWeight: 600 },
  '& a': { color: 'var(--accent)' },
});

interface WhyLineProps {
  /** What describes its field names this id. */
  readonly id?: string;
  /** What the rule does: "Locked", "Always on". */
  readonly what: string;
  readonly why: Why;
}

/** A rule of an organization's preset: what it does, whose it is, why, and whom to ask. */
export function WhyLine({ id, what, why }: WhyLineProps) {
  const { owner, reason, ask, link } = why;
  return (
    <Line>
      <Icon name="lock" />
      <span>
        <span id={id}>
          <b>
            {what} by <ForeignText text={owner} use="prose" />.
          </b>{' '}
          <ForeignText text={reason} use="prose" /> Contact: <ForeignText text={ask ?? owner} use="prose" />.
        </span>
        {link !== undefined && (
          <>
            {' '}
            <a href={link} target="_blank" rel="noopener noreferrer">
              Read more
              <span className="visually-hidden">
                {' '}
                about the rule of <ForeignText text={owner} use="prose" /> (opens another page)
              </span>
            </a>
          </>
        )}
      </span>
    </Line>
  );
}
