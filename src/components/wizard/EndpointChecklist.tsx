import { memo, useDeferredValue, useMemo } from 'react';
import { type EndpointNeed, endpointChecklist } from '../../policies/compose/endpointChecklist.ts';
import { readVariables } from '../../policies/compose/variableReadings.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { rulesetFor, useStore } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Icon } from '../common/Icon.tsx';
import { Note } from '../common/Note.tsx';
import { List } from '../common/List.tsx';
import { Stack } from '../common/Stack.tsx';

/** Endpoints that the selected people and roles need in a VPC without internet access, and what happens without each. */
export function EndpointChecklist() {
  // The text of the policy goes first.
  return <Checklist draft={useDeferredValue(useStore(({ draft }) => draft))} />;
}

const Checklist = memo(function Checklist({ draft }: { readonly draft: Draft }) {
  const ruleset = rulesetFor(draft);
  const { activities, personas } = draft;
  const region = useMemo(
    () => readVariables(draft, ruleset).byVariable.get('region')?.bindings[0]?.['REGION'],
    [draft, ruleset],
  );
  const { endpoints, otherServices } = useMemo(
    () => endpointChecklist({ personas, activities }, ruleset),
    [personas, activities, ruleset],
  );
  const needed = endpoints.filter((need) => need.needed);
  const missing = needed.filter(({ selected: isSelected }) => !isSelected).length;
  return (
    <Disclosure label={`${needed.length} VPC endpoints needed, ${missing} without a policy`}>
      <Note mt={2} mb={1}>
        In a VPC without internet access, these services can be reached only through a VPC endpoint.
      </Note>
      {needed.length === 0 && (
        <Note mt={2} mb={1}>
          Select a persona that has a role to see the services that it calls.
        </Note>
      )}
      <List look="rows" small>
        {needed.map((need) => (
          <NeedRow key={need.endpoint.id} need={need} region={region ?? '<REGION>'} />
        ))}
      </List>
      {otherServices.length > 0 && (
        <Note mt={2} mb={1}>
          Also called, but the page has no endpoint policies for these services: {otherServices.join(', ')}.
        </Note>
      )}
      <Note mt={2} mb={1}>
        In the China Regions, the service names have a different prefix. See the list in the VPC console.
      </Note>
    </Disclosure>
  );
});

const SHOWN = 3;

interface NeedRowProps {
  readonly need: EndpointNeed;
  readonly region: string;
}

function NeedRow({ need: { endpoint, selected: isSelected, actions }, region }: NeedRowProps) {
  const named = actions.slice(0, SHOWN).join(', ');
  const more = actions.length > SHOWN ? `, and ${actions.length - SHOWN} more` : '';
  return (
    <li>
      <Stack as="strong" inline gap={1}>
        <Icon name={isSelected ? 'check' : 'warning'} />
        {isSelected ? 'Has a policy' : 'No policy'}
      </Stack>
      <code>{endpoint.serviceName.replace('<REGION>', region)}</code> ({endpoint.type})
      <p>
        For {actions.length > 0 ? `${named}${more}` : endpoint.always?.text}. Without it:{' '}
        {endpoint.symptom.text}{' '}
        <a href={endpoint.symptom.source} target="_blank" rel="noreferrer">
          Source
        </a>
      </p>
    </li>
  );
}
