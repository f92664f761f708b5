import { lazy, useId } from 'react';
import type { Draft, GuardrailChoice } from '../../policies/model/draft.ts';
import type { Guardrail } from '../../policies/library/guardrails/guardrail.ts';
import { guardrailParameters } from '../../policies/compose/guardrailNotes.ts';
import { entryOf } from '../../policies/library/preset.ts';
import { setGuardrailOption, toggleGuardrail } from '../../policies/draft/editDraft.ts';
import { edit, show, useRuleset, useStore } from '../../state/store.ts';
import { choiceKey } from '../../state/screen.ts';
import { isTraced } from '../../state/derived/trace.ts';
import { Choice } from '../common/Choice.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { ChoiceRow, usePreview } from './choiceRow.ts';
import { OptionChoice } from './OptionChoice.tsx';
import { ReasonsSlot } from './ReasonsSlot.tsx';
import { GuardrailRule, requirementOf } from './presetRules.tsx';
import { VariableFields } from './VariableFields.tsx';
import { Note } from '../common/Note.tsx';
import { WikiLink } from './WikiLink.tsx';
import { Box } from '../common/Box.tsx';

const GuardrailReasons = lazy(() =>
  import('./GuardrailReasons.tsx').then((module) => ({ default: module.GuardrailReasons })),
);

/** A limit: on or off, what it asks for, and what the person who runs into it reads. */
export function GuardrailRow({ guardrail }: { readonly guardrail: Guardrail }) {
  const choice = useStore((state) =>
    state.draft.limits.chosen.find((candidate) => candidate.guardrail === guardrail.id),
  );
  const traced = useStore((state) => isTraced(state, { guardrail: guardrail.id }));
  const id = useId();
  const required = requirementOf(guardrail.id, useRuleset()) !== undefined;
  const hover = usePreview({ guardrail: guardrail.id }, () => previewOf(guardrail), guardrail.title);
  const focusChoice = () => show({ focused: { guardrail: guardrail.id } });
  return (
    <ChoiceRow data-traced={traced} data-choice={choiceKey({ guardrail: guardrail.id })} {...hover}>
      <Choice
        type="checkbox"
        checked={choice !== undefined}
        {...(required ? { 'aria-disabled': true, 'aria-describedby': id } : {})}
        onChange={() => required || toggle(guardrail, choice === undefined)}
        onFocus={focusChoice}
        title={
          <>
            <code>{guardrail.number} </code>
            {guardrail.title}
          </>
        }
        help={guardrail.summary}
      />
      <GuardrailRule id={id} guardrail={guardrail.id} />
      <WikiLink kind="guardrails" id={guardrail.id} />
      {choice && (
        <Box px={2} pb={2} pl={6} onFocus={focusChoice}>
          <GuardrailDetails guardrail={guardrail} choice={choice} />
        </Box>
      )}
    </ChoiceRow>
  );
}

interface GuardrailDetailsProps {
  readonly guardrail: Guardrail;
  readonly choice: GuardrailChoice;
}

function GuardrailDetails({ guardrail, choice }: GuardrailDetailsProps) {
  const ruleset = useRuleset();
  const change = (option: string, label: string, value: string) =>
    edit((draft) => setGuardrailOption(draft, guardrail.id, option, value), `${label} changed`);
  return (
    <>
      <Note tone="plain" mb={1}>
        <strong>Required:</strong> {guardrail.toComply}
      </Note>
      {guardrail.resourceControl && (
        <Note mb={1}>Always enforced with a resource control policy, regardless of “Enforce with”.</Note>
      )}
      {guardrail.options.map((option) => (
        <OptionChoice
          key={option.id}
          option={option}
          values={choice.options}
          locked={entryOf(requirementOf(guardrail.id, ruleset)?.options, option.id) !== undefined}
          onChange={(value) => change(option.id, option.label, value)}
        />
      ))}
      <VariableFields variables={guardrailParameters({ guardrail, choice }, ruleset)} />
      <Disclosure label="Not covered">
        <ReasonsSlot>
          <GuardrailReasons guardrail={guardrail} />
        </ReasonsSlot>
      </Disclosure>
    </>
  );
}

function toggle(guardrail: Guardrail, on: boolean): void {
  edit((draft) => toggleGuardrail(draft, guardrail.id), `${guardrail.title} ${on ? 'selected' : 'cleared'}`);
}

function previewOf(guardrail: Guardrail): Draft | undefined {
  const { draft } = useStore.getState();
  if (draft.limits.chosen.some((choice) => choice.guardrail === guardrail.id)) return undefined;
  return toggleGuardrail(draft, guardrail.id);
}
