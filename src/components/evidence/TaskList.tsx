import { styled } from '@mui/material/styles';
import type { ScenarioResult } from '../../policies/proofs/run.ts';
import { taskInWords } from '../../policies/proofs/words.ts';
import { shownVerdict } from '../../policies/simulate/otherReading.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Explanation } from '../common/explain/Explanation.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { VerdictMark } from '../common/VerdictMark.tsx';

const Section = styled('section')({
  fontSize: 13,
  borderTop: '1px solid var(--hairline)',
  padding: '4px 0',
  '& > h3': { margin: '4px 0', fontSize: 13, fontWeight: 600 },
});
const Steps = styled('ol')({ listStyle: 'none', margin: '4px 0', padding: 0 });
const Item = styled('li')({
  display: 'grid',
  gridTemplateColumns: '24px 16px 32px minmax(0, 1fr)',
  gap: '0 8px',
  alignItems: 'start',
  padding: '2px 0',
});
const Ink2 = styled('span')({ color: 'var(--ink-2)' });

/** Whole tasks, call by call, each by the role that makes it; the first that is refused is named. */
export function TaskList({ tasks }: { readonly tasks: readonly ScenarioResult[] }) {
  if (tasks.length === 0) return null;
  return (
    <Section aria-label="Whole tasks">
      <h3>Whole tasks</h3>
      {tasks.map((task) => (
        <Disclosure late key={task.scenario.id} label={`${task.scenario.title}: ${taskInWords(task)}`}>
          <Task task={task} />
        </Disclosure>
      ))}
    </Section>
  );
}

function Task({ task: { scenario, steps, firstFailing } }: { readonly task: ScenarioResult }) {
  return (
    <>
      <Ink2>{scenario.summary}</Ink2>
      <Steps>
        {steps.map((step, index) => (
          <Item key={step.proof.id}>
            <Ink2>{index + 1}</Ink2>
            {step.state === 'notAsked' ? (
              <Ink2>–</Ink2>
            ) : (
              <VerdictMark verdict={shownVerdict(step.decision)} />
            )}
            <PersonaMark persona={scenario.steps[index]?.persona ?? ''} />
            <div>
              <ForeignText text={step.proof.title} use="prose" /> <Ink2>{step.proof.action}</Ink2>
              {step.state === 'notAsked' && (
                <Ink2>, not asked: the role is not chosen, or is taken in another way</Ink2>
              )}
              {index === firstFailing && step.state !== 'notAsked' && (
                <Explanation request={step.request} policies={step.policies} />
              )}
            </div>
          </Item>
        ))}
      </Steps>
    </>
  );
}
