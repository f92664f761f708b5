import Button from '@mui/material/Button';
import type { OfferedStatement } from '../../policies/accessTests/refusals/offeredStatement.ts';
import type { RefusalChange } from '../../policies/accessTests/refusals/refusalChange.ts';
import { listOf } from '../../policies/language/policy.ts';
import { escapeJson } from '../../policies/language/characters/escapeCharacters.ts';
import type { Layer } from '../../policies/simulate/policySet.ts';
import { CodeBlock } from '../common/Code.tsx';
import { CopyButton } from '../common/CopyButton.tsx';
import { layerNames } from '../common/explain/words.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import type { CallSource } from './refusalWords.ts';

interface MissingStatementProps {
  readonly source: CallSource;
  readonly statement: OfferedStatement | undefined;
  /** Why there is none, but for resources that are asked for. */
  readonly problems: readonly string[];
  readonly layer: Layer;
  /** Of the policy of the draft that it is added to. */
  readonly title: string | undefined;
  onAdd?(change: RefusalChange): void;
}

/** The bare statement that would allow the call, in the kind of policy that refused it. */
export function MissingStatement({
  source,
  statement,
  problems,
  layer,
  title,
  onAdd,
}: MissingStatementProps) {
  if (!statement)
    return problems.length === 0 ? null : (
      <Note tone="warning">
        No statement is offered for this call: <ForeignText text={problems.join(' ')} use="prose" />
      </Note>
    );
  const { change, needsOtherSide } = statement;
  const text = escapeJson(JSON.stringify(statement.statement, null, 2));
  return (
    <>
      <p>
        Missing statement in the {nameOf(layer, statement)}, limited to {call(statement, source)}. Add the
        conditions of your other statements if they apply:
      </p>
      <CodeBlock mt={1} mb={1} tabIndex={0}>
        <ForeignText text={text} use="json" />
      </CodeBlock>
      {needsOtherSide && <Note>The policy of the resource must allow the call as well.</Note>}
      {statement.type === 'trust' && (
        <Note>
          If the role of the principal has a path, add it to the ARN. The {source} doesn’t include it.
        </Note>
      )}
      <Stack row gap={2}>
        <CopyButton text={text} name="the missing statement" />
        {change && onAdd && (
          <Button variant="outlined" onClick={() => onAdd(change)}>
            Add statement to <ForeignText text={title ?? 'the policy'} use="prose" />
          </Button>
        )}
      </Stack>
    </>
  );
}

/** What the statement allows: where it has a second resource, one of them can have been typed. */
const call = ({ statement: { Resource } }: OfferedStatement, source: CallSource): string =>
  listOf(Resource).length > 1 ? 'this action on these resources' : `the action and resource in the ${source}`;

const nameOf = (layer: Layer, { type }: OfferedStatement): string =>
  type === 'trust' ? 'trust policy of the role' : layerNames[layer];
