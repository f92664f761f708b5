import { countWithNoun, inFigures, someNames } from '../../../policies/language/counts.ts';
import { useActivity } from '../../../state/activity/activityStore.ts';
import type { ActivitySummary, RoleSummary } from '../../../state/activity/activityProtocol.ts';
import { listed } from '../../../state/derived/progress.ts';
import { Choice } from '../../common/Choice.tsx';
import { Disclosure } from '../../common/Disclosure.tsx';
import { Field } from '../../common/Field.tsx';
import { ForeignText } from '../../common/ForeignText.tsx';
import { List } from '../../common/List.tsx';
import { Note } from '../../common/Note.tsx';
import { Select } from '../../common/Select.tsx';
import { callerName, countRows } from './activityWords.ts';

/** Roles in a list: the others have few events. */
const MAX_ROLES = 200;

/** Whose events they are, and how many are what: each event is in one count. */
export function ActivityCounts({
  summary,
  role,
}: {
  readonly summary: ActivitySummary;
  readonly role: RoleSummary;
}) {
  const others = summary.events - role.events - summary.ofServices;
  return (
    <>
      <RoleField summary={summary} role={role} />
      <List as="dl" look="facts" small mb={2} aria-label="Events by kind">
        {countRows(role).map(([label, count]) => (
          <Count key={label} label={label} count={count} />
        ))}
        <Count label="Events of other roles and users" count={others} />
        <Count label="Events of AWS services" count={summary.ofServices} />
        <Count label="Entries that aren’t events" count={summary.unread} />
      </List>
      {summary.bare > 0 && <Bare summary={summary} />}
      {role.further > 0 && (
        <Note mb={2}>
          A call can need more than its own permission: passing a role, adding tags, or a second resource.
          CloudTrail doesn’t log these checks. They follow from the parameters of the calls, and count as
          calls below.
        </Note>
      )}
      {role.unmapped.length > 0 && <Unmapped role={role} />}
      {role.denied.length > 0 && <Denied role={role} />}
      {summary.unreadFiles.length > 0 && (
        <Note tone="warning" mb={2}>
          Not read: <ForeignText text={someNames(summary.unreadFiles)} />. If a file is damaged, download it
          again.
        </Note>
      )}
      {summary.notLogged.length > 0 && <NotLogged summary={summary} />}
      <IncludedCalls role={role} />
    </>
  );
}

const RoleField = ({ summary, role }: { readonly summary: ActivitySummary; readonly role: RoleSummary }) => (
  <Field label="Role">
    {(wiring) => (
      <Select
        {...wiring}
        value={role.caller}
        options={summary.roles.slice(0, MAX_ROLES).map(({ caller, events }) => ({
          value: caller,
          label: `${callerName(caller)} (${countWithNoun(events, 'event')})`,
        }))}
        onChange={(caller) => useActivity.setState({ caller, persona: '' })}
      />
    )}
  </Field>
);

const Bare = ({ summary: { bare } }: { readonly summary: ActivitySummary }) => (
  <Note tone="warning" mb={2}>
    {countWithNoun(bare, 'event')} {bare === 1 ? 'doesn’t' : 'don’t'} include a role or request parameters, as
    in CSV files of the event history. The name above is a user or session name. Resources are included only
    if the file names them; condition keys, passed roles, and tags are missing. For complete results, download
    the event history as JSON.
  </Note>
);

/** Which calls besides the role’s own count. */
function IncludedCalls({ role }: { readonly role: RoleSummary }) {
  const { withServices, withDenied } = useActivity();
  return (
    <>
      {role.counts.byService > 0 && (
        <Choice
          type="checkbox"
          title="Include calls that AWS services made for this role"
          help="They need the role’s permissions, for example SageMaker’s use of a key."
          checked={withServices}
          onChange={({ target }) => useActivity.setState({ withServices: target.checked })}
        />
      )}
      {role.counts.denied > 0 && (
        <Choice
          type="checkbox"
          title="Include calls that AWS denied"
          help="Select this if the role should be able to make them."
          checked={withDenied}
          onChange={({ target }) => useActivity.setState({ withDenied: target.checked })}
        />
      )}
    </>
  );
}

const Count = ({ label, count }: { readonly label: string; readonly count: number }) => (
  <>
    <dt>{label}</dt>
    <dd>{inFigures(count)}</dd>
  </>
);

const Unmapped = ({ role: { unmapped } }: { readonly role: RoleSummary }) => (
  <Disclosure label={`${countWithNoun(unmapped.length, 'event name')} not mapped to an action`}>
    <List look="bullets" small mb={2}>
      {unmapped.map(({ name, count }) => (
        <li key={name}>
          <ForeignText text={`${name} (${inFigures(count)})`} />
        </li>
      ))}
    </List>
  </Disclosure>
);

const Denied = ({ role: { denied } }: { readonly role: RoleSummary }) => (
  <Disclosure label={`${countWithNoun(denied.length, 'different call')} that AWS denied`}>
    <List look="bullets" small mb={2}>
      {denied.map(({ call: { action, operation, resource }, resources, count }) => (
        <li key={`${action} ${operation} ${resource}`}>
          <ForeignText
            text={`${action} on ${resources.length === 0 ? 'a resource that isn’t named' : someNames(resources, 3)} (${countWithNoun(count, 'call')})`}
          />
        </li>
      ))}
    </List>
  </Disclosure>
);

const NotLogged = ({ summary: { notLogged } }: { readonly summary: ActivitySummary }) => (
  <Note mb={2}>
    These events contain no data events for {listed(notLogged.map(({ title }) => title))}. Trails don’t log
    them by default, and the event history never does, so calls such as{' '}
    {listed(notLogged.flatMap(({ actions }) => actions.slice(0, 2)))} may be missing.
  </Note>
);
