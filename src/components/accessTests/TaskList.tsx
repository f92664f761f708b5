import type { ScenarioResult } from '../../policies/accessTests/testResult.ts';
import { parameterWords } from '../../policies/library/accessTests/scenarios/impliedCall.ts';
import type { Step } from '../../policies/library/accessTests/scenarios/scenario.ts';
import { skipLine, scenarioInWords } from '../../policies/accessTests/testWords.ts';
import { shownVerdict } from '../../policies/simulate/otherReading.ts';
import { useRuleset } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Explanation } from '../common/explain/Explanation.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { VerdictMark } from '../common/VerdictMark.tsx';
import { OptionOffers } from './OptionOffers.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { Heading } from '../common/Heading.tsx';
import { Stack } from '../common/Stack.tsx';
import { Grid } from '../common/Grid.tsx';

/** Scenarios, call by call, each by the role that makes it; the first that is not allowed is named. */
export function TaskList({ tasks }: { readonly tasks: readonly ScenarioResult[] }) {
  if (tasks.length === 0) return null;
  return (
    <Stack
      as="section"
      small
      py={1}
      style={{ borderTop: '1px solid var(--hairline)' }}
      aria-label="End-to-end scenarios"
    >
      <Heading look="group" mt={1} mb={1}>
        End-to-end scenarios
      </Heading>
      {tasks.map((task) => (
        <Disclosure late key={task.scenario.id} label={`${task.scenario.title}: ${scenarioInWords(task)}`}>
          <Task task={task} />
        </Disclosure>
      ))}
    </Stack>
  );
}

function Task({ task: { scenario, steps, firstFailing } }: { readonly task: ScenarioResult }) {
  const ruleset = useRuleset();
  return (
    <>
      <Note as="span">{scenario.summary}</Note>
      <List as="ol" mt={1} mb={1}>
        {steps.map((step, index) => (
          <Grid
            as="li"
            columns="24px 16px 32px minmax(0, 1fr)"
            gap={2}
            py={0.5}
            align="start"
            key={step.proof.id}
          >
            <Note as="span">{index + 1}</Note>
            {step.state === 'notAsked' ? (
              <Note as="span">–</Note>
            ) : (
              <VerdictMark verdict={shownVerdict(step.decision)} />
            )}
            <PersonaMark persona={step.owner.kind === 'guardrail' ? '' : step.owner.persona} />
            <div>
              <ForeignText text={step.proof.title} use="prose" /> <Note as="span">{step.proof.action}</Note>
              <Because implied={scenario.steps[index]?.implied} />
              {step.state === 'notAsked' && <Note as="span"> – skipped: {skipLine(step, ruleset)}</Note>}
              {index === firstFailing && step.state !== 'notAsked' && (
                <>
                  <OptionOffers test={step} />
                  <Explanation
                    of={`scenario ${scenario.id} ${step.proof.id}`}
                    request={step.request}
                    policies={step.policies}
                  />
                </>
              )}
            </div>
          </Grid>
        ))}
      </List>
    </>
  );
}

/** Which parameter of a create call before it makes a call necessary, and where AWS says so. */
function Because({ implied }: { readonly implied: Step['implied'] }) {
  if (!implied) return null;
  const create = implied.create.split(':')[1];
  return (
    <Note as="span">
      , because {create} has {parameterWords[implied.parameter]} (
      <a href={implied.source} target="_blank" rel="noreferrer">
        AWS
      </a>
      )
    </Note>
  );
}
