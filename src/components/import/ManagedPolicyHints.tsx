import { useEffect, useState } from 'react';
import type { ImportReading } from '../../policies/import/importReading.ts';
import type { ManagedPolicies } from '../../policies/managedPolicies/readManagedPolicies.ts';
import { managedPolicyLike, managedPolicyNamed } from '../../policies/managedPolicies/recognizeManaged.ts';
import { loadManagedPolicies } from '../../state/managedPolicies/managedData.ts';
import { openManagedPolicy } from '../../state/managedPolicies/replacing.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { InlineButton } from '../common/InlineButton.tsx';
import { Note } from '../common/Note.tsx';

/** Managed policies of AWS in a text: those that a role has by name, and policies that are word for word one of them. */
export function ManagedPolicyHints({ reading }: { readonly reading: ImportReading }) {
  const hints = useHints(reading);
  return hints.map(({ name, text }) => (
    <Note key={name} mb={1}>
      <ForeignText text={text} use="prose" />{' '}
      <InlineButton onClick={() => openManagedPolicy(name)}>Replace {name}</InlineButton>
    </Note>
  ));
}

interface Hint {
  readonly name: string;
  readonly text: string;
}

const none: readonly Hint[] = [];

/** The data is loaded only for a text that names SageMaker. Without it nothing is said. */
function useHints(reading: ImportReading): readonly Hint[] {
  const [found, setFound] = useState({ reading, hints: none });
  useEffect(() => {
    if (!mentionsSageMaker(reading)) return undefined;
    let wanted = true;
    loadManagedPolicies().then(
      (managed) => wanted && setFound({ reading, hints: hintsOf(reading, managed) }),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [reading]);
  return found.reading === reading ? found.hints : none;
}

const SAGEMAKER = /sagemaker/i;

const mentionsSageMaker = (reading: ImportReading): boolean =>
  namesIn(reading).some((name) => SAGEMAKER.test(name)) ||
  reading.policies.some(({ text }) => SAGEMAKER.test(text));

/** What a role has beside its own policies. */
const namesIn = ({ policies, refusals }: ImportReading): readonly string[] => [
  ...policies.flatMap(({ notes }) =>
    notes.flatMap(({ code, detail }) => (code === 'attached' || code === 'boundary' ? [detail] : [])),
  ),
  ...refusals.flatMap(({ code, detail }) => (code === 'elsewhere' ? [detail] : [])),
];

function hintsOf(reading: ImportReading, managed: ManagedPolicies): readonly Hint[] {
  const hints = new Map<string, Hint>();
  for (const text of namesIn(reading)) {
    const one = managedPolicyNamed(text, managed);
    if (one) hints.set(one.name, { name: one.name, text: `${one.name} is an AWS managed policy.` });
  }
  for (const { title, policy } of reading.policies) {
    const one = managedPolicyLike(policy, managed);
    const version = `version ${one?.version ?? ''} as of ${managed.dataDate}`;
    if (one)
      hints.set(one.name, {
        name: one.name,
        text: `${title === one.name ? 'This policy' : `“${title}”`} is the AWS managed policy ${one.name}, ${version}.`,
      });
  }
  return [...hints.values()];
}
