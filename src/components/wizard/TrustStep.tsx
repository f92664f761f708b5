import { styled } from '@mui/material/styles';
import { useId } from 'react';
import {
  activeTrustStatements,
  type SelectedTrust,
  selectedPersonas,
  selectedTrust,
} from '../../policies/draft/selection.ts';
import { rolesOf } from '../../policies/draft/roles.ts';
import { variablesOfTemplate } from '../../policies/library/variables/placeholders.ts';
import { findTrustForm } from '../../policies/library/trust/index.ts';
import { trustIdOf } from '../../policies/compose/trustPlans.ts';
import { setTrustForm, setTrustOption } from '../../policies/draft/editDraft.ts';
import { edit, show, useRuleset, useStore } from '../../state/store.ts';
import { choiceKey } from '../../state/screen.ts';
import { isTraced } from '../../state/derived/trace.ts';
import { personaColor } from '../common/colors.ts';
import { Choice } from '../common/Choice.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { ReasonList } from '../common/ReasonList.tsx';
import { OneRoleNote } from './OneRoleNote.tsx';
import { OptionChoice } from './OptionChoice.tsx';
import { RolePicture } from './RolePicture.tsx';
import { VariableFields } from './VariableFields.tsx';
import { Note } from '../common/Note.tsx';
import { Warning } from '../common/Warning.tsx';
import { Stack } from '../common/Stack.tsx';

const Group = styled('fieldset')({
  margin: '0 0 16px',
  padding: '0 0 0 12px',
  border: 'none',
  borderLeft: '3px solid',
  minWidth: 0,
  '&[data-traced="true"]': { background: 'var(--traced-line)' },
});

/** Step 5: who may take each role, and who hands which role to whom. */
export function TrustStep() {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const roles = selectedPersonas(draft, ruleset).flatMap((persona) => selectedTrust(persona, draft) ?? []);
  if (roles.length === 0) {
    return (
      <Note mb={2}>
        None of the selected personas has a role. VPC endpoints have a policy but no trust policy.
      </Note>
    );
  }
  return (
    <>
      <Note mb={2}>A trust policy defines who can assume a role.</Note>
      <OneRoleNote />
      <RolePicture />
      {roles.map((trust) => (
        <RoleTrust key={trust.persona.id} trust={trust} />
      ))}
    </>
  );
}

function RoleTrust({ trust }: { readonly trust: SelectedTrust }) {
  const name = useId();
  const { persona, form, offer } = trust;
  const traced = useStore((state) => isTraced(state, { trust: persona.id }));
  return (
    <Group
      data-traced={traced}
      data-choice={choiceKey({ trust: persona.id })}
      style={{ borderLeftColor: personaColor(persona.id) }}
      onFocus={() => show({ focused: { trust: persona.id } })}
    >
      <Stack as="legend" row nowrap gap={2} py={1}>
        <PersonaMark persona={persona.id} />
        {persona.title}
      </Stack>
      {persona.trust.map((entry) => (
        <Choice
          key={entry.form}
          type="radio"
          name={name}
          checked={entry.form === form.id}
          onChange={() => chooseForm(persona.id, entry.form)}
          title={findTrustForm(entry.form)?.title}
          help={findTrustForm(entry.form)?.summary}
        />
      ))}
      {offer.warning && (
        <Warning mt={2}>
          {offer.warning.text}{' '}
          <a href={offer.warning.source} target="_blank" rel="noreferrer">
            AWS documentation
          </a>
        </Warning>
      )}
      <TrustDetails trust={trust} />
    </Group>
  );
}

function TrustDetails({ trust }: { readonly trust: SelectedTrust }) {
  const ruleset = useRuleset();
  const { persona, form, options } = trust;
  const used = new Set(
    activeTrustStatements(trust).flatMap((template) => [...variablesOfTemplate(template, ruleset)]),
  );
  return (
    <>
      {form.options.map((option) => (
        <OptionChoice
          key={option.id}
          option={option}
          values={options}
          onChange={(value) =>
            edit(
              (draft) => setTrustOption(draft, persona.id, form.id, option.id, value),
              `${persona.title}: ${option.label} changed`,
            )
          }
        />
      ))}
      <VariableFields
        variables={ruleset.variables.filter(({ id, group }) => used.has(id) && group === 'trust')}
      />
      <Disclosure label="Notes">
        <ReasonList reasons={form.notes.map((note) => ({ ...note, heading: 'Note' as const }))} />
      </Disclosure>
    </>
  );
}

function chooseForm(persona: string, form: string): void {
  edit(
    (draft) => setTrustForm(draft, persona, form),
    `Role assumed by: ${findTrustForm(form)?.title ?? form}`,
  );
  const { draft, ruleset } = useStore.getState();
  const role = rolesOf(draft, ruleset).find(({ personas }) => personas.some(({ id }) => id === persona));
  if (role) show({ documentId: trustIdOf(role) });
}
