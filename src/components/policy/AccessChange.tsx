import { styled } from '@mui/material/styles';
import type { NotComparedReason, PermissionChange } from '../../policies/access/change.ts';
import { ATTACHED, type Scope } from '../../policies/access/scope.ts';
import { sentence } from '../../policies/access/words.ts';
import { fontMono } from '../../theme.ts';
import { Disclosure } from '../common/Disclosure.tsx';

const Row = styled('div')({
  display: 'grid',
  gridTemplateColumns: '88px minmax(0, 1fr)',
  gap: '0 8px',
  padding: '4px 0',
  borderTop: '1px solid var(--hairline)',
  contentVisibility: 'auto',
  containIntrinsicSize: 'auto 52px',
  '@media (max-width: 767.95px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
});
const Level = styled('span')({ color: 'var(--ink-2)' });
const Names = styled('p')({ margin: 0, font: `12px/20px ${fontMono}`, overflowWrap: 'anywhere' });
const Line = styled('p')({
  margin: 0,
  overflowWrap: 'anywhere',
  '& code': { font: `12px/20px ${fontMono}` },
});

const reasons: Readonly<Record<NotComparedReason, string>> = {
  futureActions:
    'The pattern also matches actions that AWS may add; what it matches today is compared above.',
  serviceNotKnown: 'The data on this service is not there.',
  acrossServices:
    'The pattern reaches over several services; of those that no statement names, nothing is known.',
  malformed: 'A statement is one that IAM would refuse.',
};

const MAX_NAMES = 6;
const MAX_SCOPES = 4;

/** One entry: the actions, and what the statements said before and say now. */
export function AccessChange({ change }: { readonly change: PermissionChange }) {
  const { accessLevel, actions, effect, from, to, reason, withoutAllow } = change;
  const shown = actions.slice(0, MAX_NAMES);
  return (
    <Row>
      <Level>{accessLevel === 'unknown' ? '' : accessLevel}</Level>
      <div>
        <Names>{shown.join(', ')}</Names>
        {actions.length > shown.length && (
          <Disclosure label={`and ${actions.length - shown.length} more`}>
            <Names>{actions.slice(MAX_NAMES).join(', ')}</Names>
          </Disclosure>
        )}
        {reason && <Line>{reasons[reason]}</Line>}
        {withoutAllow && (
          <Line>No statement here allows it: this counts beside other policies of the role.</Line>
        )}
        <Scopes label={effect === 'Deny' ? 'No longer denied' : 'No longer'} scopes={from} />
        <Scopes label={effect === 'Deny' ? 'Now denied' : 'Now'} scopes={to} />
      </div>
    </Row>
  );
}

function Scopes({ label, scopes }: { readonly label: string; readonly scopes: readonly Scope[] }) {
  if (scopes.length === 0) return null;
  const rest = scopes.slice(MAX_SCOPES);
  return (
    <>
      {scopes.slice(0, MAX_SCOPES).map((scope) => (
        <Line key={JSON.stringify(scope)}>
          {label}: <ScopeWords scope={scope} />
        </Line>
      ))}
      {rest.length > 0 && (
        <Disclosure label={`and on ${rest.length} more`}>
          {rest.map((scope) => (
            <Line key={JSON.stringify(scope)}>
              <ScopeWords scope={scope} />
            </Line>
          ))}
        </Disclosure>
      )}
    </>
  );
}

function ScopeWords({ scope: { principal, resource, requirements } }: { readonly scope: Scope }) {
  const on = typeof resource === 'string' ? resource : `all but ${resource.allBut.join(', ')}`;
  const only = requirements.map(({ operator, written, values }) => sentence(operator, written, values));
  return (
    <>
      {principal !== '*' && <>{principal}, </>}
      {on === ATTACHED ? on : <code>{on === '*' ? 'every resource' : on}</code>}
      {only.length > 0 && `, only if ${only.join(', and ')}`}
    </>
  );
}
