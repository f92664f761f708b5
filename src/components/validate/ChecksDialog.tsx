import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { type Example, findingTypes, type Rule } from '../../policies/checks/check.ts';
import { linkOf } from '../../policies/checks/described.ts';
import { rules } from '../../policies/checks/index.ts';
import { show } from '../../state/store.ts';
import { fontMono } from '../../theme.ts';
import { control } from '../common/control.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { SeverityMark, severities } from '../common/SeverityMark.tsx';

const Field = styled('input')({ ...control, width: '100%', margin: '0 0 8px' });
const Group = styled('h3')({
  margin: '16px 0 4px',
  fontSize: 14,
  fontWeight: 600,
  display: 'flex',
  gap: 8,
  alignItems: 'center',
});
const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  fontSize: 13,
  '& > li': { padding: '6px 0', borderTop: '1px solid var(--hairline)' },
  '& p': { margin: '2px 0' },
  '& a': { color: 'var(--accent)' },
});
const Code = styled('code')({ fontFamily: fontMono, fontSize: 12, overflowWrap: 'anywhere' });
/** As high as its text: the list around it is scrolled by keys, an area of its own would not be. */
const Pre = styled('pre')({
  margin: '2px 0 8px',
  padding: 8,
  background: 'var(--sunken)',
  font: `12px/18px ${fontMono}`,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});

const close = () => show({ dialog: null });

/** Every rule that is applied, with a policy on either side of it. The same examples are executed as tests. */
export function ChecksDialog() {
  const [sought, setSought] = useState('');
  const words = sought.toLowerCase().split(/\s+/);
  const found = rules.filter(({ code, message, advice }) => {
    const text = `${code} ${message} ${advice}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return (
    <Dialog open onClose={close} aria-labelledby="checks-title" fullWidth maxWidth="md">
      <DialogTitle id="checks-title">All {rules.length} checks</DialogTitle>
      <DialogContent tabIndex={0} role="group" aria-label="List of checks">
        <p>
          Codes and classes are those of IAM Access Analyzer’s policy validation; those that begin with SPB_
          are our own. A code that AWS publishes without saying what raises it is left out.
        </p>
        <Field
          aria-label="Find a check"
          placeholder="Find a check"
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        {found.length === 0 && <p>No check has these words.</p>}
        {findingTypes.map((type) => (
          <Rules key={type} type={type} list={found.filter((rule) => rule.type === type)} />
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>Close</Button>
      </DialogActions>
    </Dialog>
  );
}

function Rules({ type, list }: { readonly type: Rule['type']; readonly list: readonly Rule[] }) {
  if (list.length === 0) return null;
  return (
    <section>
      <Group>
        <SeverityMark type={type} /> {severities[type].title} ({list.length})
      </Group>
      <List>
        {list.map((rule) => (
          <li key={rule.code}>
            <Code>{rule.code}</Code>
            <p>{rule.message}</p>
            <p>{rule.advice}</p>
            <p>
              <a href={linkOf(rule.code, rule.type)} target="_blank" rel="noreferrer">
                {rule.source === undefined ? 'AWS documentation' : 'Where this rule comes from'}
                <span className="visually-hidden"> on {rule.code}</span>
              </a>
            </p>
            <Disclosure
              label={
                <>
                  Examples<span className="visually-hidden"> of {rule.code}</span>
                </>
              }
            >
              Raised by
              <Pre>{textOf(rule.raises)}</Pre>
              Not raised by
              <Pre>{textOf(rule.passes)}</Pre>
            </Disclosure>
          </li>
        ))}
      </List>
    </section>
  );
}

/** Examples that are long are made to be so; what is in them says nothing. */
const MAX_SHOWN = 1500;

function textOf({ policy }: Example): string {
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy, undefined, 2);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}… (${text.length} characters)` : text;
}
