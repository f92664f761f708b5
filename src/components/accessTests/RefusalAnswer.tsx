import { useMemo, useState } from 'react';
import { completeResource } from '../../policies/accessTests/refusals/completeResource.ts';
import type { RefusedCalls } from '../../policies/accessTests/refusals/refusedCall.ts';
import { refusedRole } from '../../policies/accessTests/refusals/refusedRole.ts';
import { partitionOf } from '../../policies/compose/variableReadings.ts';
import { selectedPersonas } from '../../policies/draft/selection.ts';
import { useUnfinished } from '../../state/typing/unfinished.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { Field } from '../common/Field.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Input } from '../common/Input.tsx';
import { NoRoleAnswer } from './NoRoleAnswer.tsx';
import { personaOf } from './refusalPersona.ts';
import { callInWords } from './refusalWords.ts';
import { RoleAnswer } from './RoleAnswer.tsx';
import { RoleSelect, selectRole } from './RoleSelect.tsx';

interface RefusalAnswerProps {
  readonly refused: RefusedCalls;
  onDone(): void;
}

/** One refused call: what the message doesn't say is asked for; whose role it was, and what its policies say. */
export function RefusalAnswer({ refused, onDone }: RefusalAnswerProps) {
  const { call, typed, setTyped, resources } = useCompleted(refused);
  const isOpen = refused.call.resource === undefined;
  return (
    <>
      <p>
        <ForeignText text={callInWords(call)} />
        {refused.resources.length > 1 &&
          ` ${refused.resources.length - 1} other resources were denied as well.`}
      </p>
      {isOpen && (
        <Field
          label="Resource"
          help="The message doesn’t name the resource as an ARN. Enter its ARN for an exact answer."
        >
          {(wiring) => (
            <Input
              {...wiring}
              wide
              mono
              value={typed}
              autoComplete="off"
              spellCheck={false}
              maxLength={2048}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      )}
      <OfRole call={call} resources={resources} onDone={onDone} />
    </>
  );
}

/** The call with the resource that was typed, or made of what the message writes and the Region of the draft. */
function useCompleted({ call, resources }: RefusedCalls) {
  const draft = useStore((state) => state.draft);
  const [entered, setTyped] = useState<string>();
  const [region] = draft.variables['region'] ?? [];
  const [account] = draft.variables['accountId'] ?? [];
  const partition = partitionOf(draft);
  const place = useMemo(() => ({ partition, region, account }), [partition, region, account]);
  const made = call.named === undefined ? undefined : completeResource(call.named, place);
  const typed = entered ?? made ?? call.named ?? '';
  const resource = call.resource ?? completeResource(typed.trim(), place);
  return useMemo(
    () => ({
      call: { ...call, resource },
      resources: call.resource === undefined ? (resource === undefined ? [] : [resource]) : resources,
      typed,
      setTyped,
    }),
    [call, resource, resources, typed],
  );
}

interface OfRoleProps extends Pick<RefusedCalls, 'call' | 'resources'> {
  onDone(): void;
}

/** Whose role was refused, found by its name or else asked for, and what this role's policies say. */
function OfRole({ call, resources, onDone }: OfRoleProps) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const personas = selectedPersonas(draft, ruleset).filter(({ kind }) => kind === 'identity');
  const named = personaOf(call, draft, ruleset);
  const only = personas.length === 1 ? personas[0]?.id : undefined;
  const selected = useUnfinished(({ refusal }) => refusal.persona);
  const [added, setAdded] = useState<string>();
  const isSelected = personas.some((entry) => entry.id === selected);
  const persona = (isSelected ? selected : undefined) ?? named ?? only ?? '';
  const role = refusedRole(call);
  // A further persona would give the one role more.
  const isOneRole = draft.layout === 'merged' && personas.length > 1;
  const showAdded = (id: string) => {
    setAdded(id);
    selectRole(id);
  };
  if (personas.length === 0) return <NoRoleAnswer call={call} resources={resources} onDone={onDone} />;
  return (
    <>
      {role !== undefined && named === undefined && (
        <p>
          No role of this policy set matches <ForeignText text={role} />. Select the role.
        </p>
      )}
      <RoleSelect personas={personas} persona={persona} />
      {persona !== '' && (
        <RoleAnswer
          key={persona}
          source="message"
          call={call}
          resources={resources}
          persona={persona}
          isNew={persona === added}
          isNamed={persona === named}
          {...(isOneRole ? {} : { onRoleAdded: showAdded })}
          onDone={onDone}
        />
      )}
    </>
  );
}
