import Button from '@mui/material/Button';
import {
  guaranteeOwnerInWords,
  guaranteeStateNames,
  missingFields,
  roleInWords,
  undecidedInWords,
} from '../../policies/guarantees/guaranteeWords.ts';
import type {
  GuaranteeResult,
  GuaranteeUndecided,
  Violation,
} from '../../policies/guarantees/guaranteeResult.ts';
import { listed } from '../../state/derived/progress.ts';
import { hasField, showField } from '../../state/showCounted.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Explanation } from '../common/explain/Explanation.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Note, type Tone } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { MarkedRow } from './MarkedRow.tsx';
import { OwnGuarantee } from './OwnGuarantee.tsx';
import { TestMark, VerdictMark } from '../common/VerdictMark.tsx';
import { Box } from '../common/Box.tsx';

const tones: Readonly<Record<GuaranteeResult['answer']['state'], Tone>> = {
  proven: 'plain',
  violated: 'error',
  undecided: 'warning',
  noPolicy: 'warning',
};

/** A guarantee with its answer: a violated one with the request that shows it, an undecided one with what it waits for. */
export function GuaranteeRow({ result }: { readonly result: GuaranteeResult }) {
  const { answer, owner, sentence } = result;
  const ruleset = useRuleset();
  const said = (
    <Note as="span" tone="plain">
      <Box as="b" tone={tones[answer.state]}>
        {guaranteeStateNames[answer.state]}:
      </Box>{' '}
      <ForeignText text={sentence} use="prose" />{' '}
      {answer.state !== 'proven' && (
        <Note as="span">({roleInWords(result, ruleset) ?? guaranteeOwnerInWords(owner, ruleset)})</Note>
      )}
    </Note>
  );
  return (
    <MarkedRow>
      {answer.state === 'proven' || answer.state === 'violated' ? (
        <TestMark holds={answer.state === 'proven'} />
      ) : (
        <VerdictMark verdict="unknown" />
      )}
      {answer.state === 'violated' ? (
        <Disclosure late label={said}>
          <ViolatedBy id={result.id} violation={answer.violation} />
        </Disclosure>
      ) : (
        <>
          {said} {answer.state === 'proven' && <SourceLink result={result} />}
        </>
      )}
      {answer.state === 'undecided' && <WhyUndecided because={answer.because} />}
      {answer.state === 'noPolicy' && <Note>This set has no policy that it applies to.</Note>}
      {owner.kind === 'user' && <OwnGuarantee id={result.id} />}
    </MarkedRow>
  );
}

const SourceLink = ({ result: { source, sentence } }: { readonly result: GuaranteeResult }) =>
  source === undefined ? null : (
    <a href={source} target="_blank" rel="noreferrer" aria-label={`AWS documentation: ${sentence}`}>
      AWS documentation
    </a>
  );

/** The request opens as any other does: why it is allowed, and what would change that. */
const ViolatedBy = ({ id, violation }: { readonly id: string; readonly violation: Violation }) => (
  <>
    <Note mt={1}>This request is allowed, for example:</Note>
    <Explanation of={`guarantee ${id}`} request={violation.request} policies={violation.policies} />
  </>
);

function WhyUndecided({ because }: { readonly because: GuaranteeUndecided }) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const named = missingFields(because, ruleset);
  const fields = named.filter((variable) => hasField(variable, draft));
  const unused = named.filter((variable) => !fields.includes(variable)).map(({ label }) => label);
  return (
    <Stack row gap={1} rowGap={0}>
      <Note as="span">{undecidedInWords(because, ruleset)}</Note>
      {fields.slice(0, 3).map((variable) => (
        <Button key={variable.id} onClick={() => showField(variable)}>
          Enter {variable.label}
        </Button>
      ))}
      {unused.length > 0 && (
        <Note as="span">No selected activity or guardrail uses {listed(unused)}, so it has no field.</Note>
      )}
    </Stack>
  );
}
