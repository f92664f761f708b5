import { styled } from '@mui/material/styles';
import { scopeInWords } from '../../policies/access/changeWords.ts';
import type { Scope } from '../../policies/exact/scope.ts';
import { fontMono } from '../../theme.ts';
import { Disclosure } from './Disclosure.tsx';
import { ForeignText } from './ForeignText.tsx';

const Line = styled('p')({
  margin: 0,
  overflowWrap: 'anywhere',
  '& code': { font: `12px/20px ${fontMono}` },
});

const MAX_SCOPES = 4;

/** What the statements of a change say, scope by scope: for whom, on what, and only if. */
export function ChangeScopes({
  label,
  scopes,
}: {
  readonly label: string;
  readonly scopes: readonly Scope[];
}) {
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

function ScopeWords({ scope }: { readonly scope: Scope }) {
  const { who, on, isPattern, onlyIf } = scopeInWords(scope);
  return (
    <>
      {who !== undefined && (
        <>
          <ForeignText text={who} />,{' '}
        </>
      )}
      {isPattern ? (
        <code>
          <ForeignText text={on} />
        </code>
      ) : (
        on
      )}
      {onlyIf !== undefined && (
        <>
          , only if <ForeignText text={onlyIf} />
        </>
      )}
    </>
  );
}
