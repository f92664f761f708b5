import { Fragment } from 'react';
import type { ActionGroup, StatementWords } from '../../policies/access/explain.ts';
import { accessLevels } from '../../policies/catalog/accessLevels.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { ActionDescriptions } from '../common/ActionDescriptions.tsx';

/** What actions are grouped by, in AWS's words; of some there is no access level. */
const levels: Readonly<Record<string, string>> = {
  everything: 'All actions',
  notListed: 'Unknown actions',
};

const levelOf = (level: string): string =>
  accessLevels.includes(level) ? level : (levels[level] ?? 'Access level unavailable');

/** What the statement is about: the actions by service and access level, and what AWS says that they do. */
export function StatementActions({ words }: { readonly words: StatementWords }) {
  const number = words.groups.reduce((sum, { actions }) => sum + actions.length, 0);
  return (
    <>
      {words.groups.map((group) => (
        <Fragment key={`${group.service} ${group.accessLevel}`}>
          <dt>
            {group.service === '*' ? 'all services' : <ForeignText text={group.service} />}:{' '}
            {levelOf(group.accessLevel)}
          </dt>
          <dd>
            <Names group={group} />
          </dd>
        </Fragment>
      ))}
      <dt>AWS description</dt>
      <dd>
        <Disclosure late label={number === 1 ? 'Show description' : `Show descriptions of ${number} actions`}>
          {words.groups.map(({ service, accessLevel, actions }) => (
            <ActionDescriptions key={`${service} ${accessLevel}`} service={service} actions={actions} />
          ))}
        </Disclosure>
      </dd>
    </>
  );
}

const MAX_NAMES = 6;

function Names({ group: { service, written, actions, ofTotal } }: { readonly group: ActionGroup }) {
  const all = ofTotal !== undefined && actions.length >= ofTotal;
  const shown = written.slice(0, MAX_NAMES).map((name) => withoutService(name, service));
  return (
    <>
      {all && `all ${actions.length}: `}
      <code>
        <ForeignText text={shown.join(', ')} />
      </code>
      {written.length > MAX_NAMES && ` and ${written.length - MAX_NAMES} more`}
    </>
  );
}

const withoutService = (name: string, service: string): string =>
  name.toLowerCase().startsWith(`${service}:`) ? name.slice(service.length + 1) : name;

const MAX_RESOURCES = 4;

/** On what; nothing where a policy does not say it. */
export function StatementResources({
  words: { resources, exceptResources },
}: {
  readonly words: StatementWords;
}) {
  if (resources.length === 0) return null;
  const everything = !exceptResources && resources.length === 1 && resources[0] === '*';
  const rest = resources.slice(MAX_RESOURCES);
  return (
    <>
      <dt>on {exceptResources && 'all except'}</dt>
      <dd>
        {everything ? 'all resources' : <Listed texts={resources.slice(0, MAX_RESOURCES)} />}
        {rest.length > 0 && (
          <Disclosure label={`and ${rest.length} more`}>
            <Listed texts={rest} />
          </Disclosure>
        )}
      </dd>
    </>
  );
}

function Listed({ texts }: { readonly texts: readonly string[] }) {
  return texts.map((text) => (
    <div key={text}>
      <code>
        <ForeignText text={text} />
      </code>
    </div>
  ));
}
