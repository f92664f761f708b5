import { scopeInWords } from '../../policies/access/changeWords.ts';
import type { Scope } from '../../policies/exact/scope.ts';
import { Disclosure } from './Disclosure.tsx';
import { ForeignText } from './ForeignText.tsx';
import { Box } from './Box.tsx';

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
        <Box as="p" style={{ overflowWrap: 'anywhere' }} key={JSON.stringify(scope)}>
          {label}: <ScopeWords scope={scope} />
        </Box>
      ))}
      {rest.length > 0 && (
        <Disclosure label={`and on ${rest.length} more`}>
          {rest.map((scope) => (
            <Box as="p" style={{ overflowWrap: 'anywhere' }} key={JSON.stringify(scope)}>
              <ScopeWords scope={scope} />
            </Box>
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
