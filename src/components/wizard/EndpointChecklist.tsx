import { styled } from '@mui/material/styles';
import { useMemo } from 'react';
import { type EndpointNeed, endpointChecklist } from '../../policies/compose/endpointChecklist.ts';
import { readVariables } from '../../policies/compose/variableReadings.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import { fontMono } from '../../theme.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Icon } from '../common/Icon.tsx';

const Lead = styled('p')({ margin: '8px 0 4px', fontSize: 13, color: 'var(--ink-2)' });
const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });
const Item = styled('li')({
  padding: '6px 0',
  borderTop: '1px solid var(--hairline)',
  fontSize: 13,
  '& code': { fontFamily: fontMono, fontSize: 12, overflowWrap: 'anywhere' },
  '& p': { margin: '2px 0 0', color: 'var(--ink-2)' },
  '& a': { color: 'var(--accent)' },
});
const State = styled('strong')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  marginRight: 6,
  fontWeight: 600,
});

/** Endpoints that the chosen people and roles need in a VPC without internet access, and what happens without each. */
export function EndpointChecklist() {
  const ruleset = useRuleset();
  const activities = useStore((state) => state.draft.activities);
  const personas = useStore((state) => state.draft.personas);
  const region = useStore(
    ({ draft }) => readVariables(draft, ruleset).byVariable.get('region')?.bindings[0]?.['REGION'],
  );
  const { endpoints, otherServices } = useMemo(
    () => endpointChecklist({ personas, activities }, ruleset),
    [personas, activities, ruleset],
  );
  const needed = endpoints.filter((need) => need.needed);
  const missing = needed.filter(({ selected: chosen }) => !chosen).length;
  return (
    <Disclosure
      label={`Endpoints that the chosen activities need: ${needed.length}, ${missing} without a policy here`}
    >
      <Lead>
        In a VPC without a way to the internet, each of these services is reached through an endpoint or not
        at all.
      </Lead>
      {needed.length === 0 && <Lead>Choose people or roles; what they call is listed here.</Lead>}
      <List>
        {needed.map((need) => (
          <NeedRow key={need.endpoint.id} need={need} region={region ?? '<REGION>'} />
        ))}
      </List>
      {otherServices.length > 0 && (
        <Lead>Also called, through endpoints that are not made here: {otherServices.join(', ')}.</Lead>
      )}
      <Lead>In the China Regions the service names start differently; the console lists them.</Lead>
    </Disclosure>
  );
}

const SHOWN = 3;

interface NeedRowProps {
  readonly need: EndpointNeed;
  readonly region: string;
}

function NeedRow({ need: { endpoint, selected: chosen, actions }, region }: NeedRowProps) {
  const named = actions.slice(0, SHOWN).join(', ');
  const more = actions.length > SHOWN ? ` and ${actions.length - SHOWN} more` : '';
  return (
    <Item>
      <State>
        <Icon name={chosen ? 'check' : 'warning'} />
        {chosen ? 'Has a policy here' : 'No policy here'}
      </State>
      <code>{endpoint.serviceName.replace('<REGION>', region)}</code> ({endpoint.type})
      <p>
        For {actions.length > 0 ? `${named}${more}` : endpoint.always?.text}. Without it:{' '}
        {endpoint.symptom.text}{' '}
        <a href={endpoint.symptom.source} target="_blank" rel="noreferrer">
          Source
        </a>
      </p>
    </Item>
  );
}
