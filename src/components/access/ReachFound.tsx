import { useMemo } from 'react';
import type { RoleReach } from '../../policies/access/reach/reachRow.ts';
import { type ReachHit, searchReach } from '../../policies/access/reach/reachSearch.ts';
import { removalInWords } from '../../policies/access/reach/reachWords.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { List } from '../common/List.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Heading } from '../common/Heading.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { AnsweredLines } from './AnsweredLines.tsx';
import { OtherRoles } from './OtherRoles.tsx';
import { RoleName } from './RoleName.tsx';
import { WayTo } from './WayTo.tsx';

interface ReachFoundProps {
  readonly roles: readonly RoleReach[];
  readonly query: string;
}

/** What is found in the reach of all roles: what names it, what covers it, and why it is not allowed. */
export function ReachFound({ roles, query }: ReachFoundProps) {
  const { hits, removed } = useMemo(() => searchReach(roles, query), [roles, query]);
  const of = (match: ReachHit['match']) => hits.filter((hit) => hit.match === match);
  const others = roles.filter((role) => role.errors.length === 0 && !hits.some((hit) => hit.role === role));
  const [named, covered, missing] = [of('named'), of('covered'), of('missing')];
  return (
    <Stack px={4} py={1} gap={2}>
      <Note role="status" tone="plain">
        {inWords(named.length, covered.length, missing.length, query)}
      </Note>
      {named.length > 0 && <Hits hits={named} />}
      {removed.length > 0 && (
        <section>
          <Heading>Allowed by a statement, but denied</Heading>
          <List>
            {removed.map(({ role, row }, index) => (
              <Stack as="li" key={index} py={1} small>
                <span>
                  <RoleName role={role} />: <ForeignText text={row.actions.slice(0, 4).join(', ')} />
                  {row.actions.length > 4 && ` and ${row.actions.length - 4} more`}
                </span>
                <span>
                  {removalInWords(row)} <WayTo row={row} />
                  {row.deny && <WayTo row={{ place: row.deny }} />}
                </span>
              </Stack>
            ))}
          </List>
        </section>
      )}
      <Folded title="Covered by a wildcard or pattern" hits={covered} open={named.length === 0} />
      <Folded title="Depends on a missing value" hits={missing} open={named.length + covered.length === 0} />
      {others.length > 0 && <OtherRoles roles={others} query={query} />}
    </Stack>
  );
}

const count = (number: number): string => (number === 1 ? '1 result' : `${number} results`);

/** Finding nothing doesn’t mean “no access”, so it says what was searched. */
function inWords(named: number, covered: number, missing: number, query: string): string {
  const text = `“${query.trim()}”`;
  const byPattern = covered > 0 ? ` ${count(covered)} through a wildcard or pattern.` : '';
  const byMissing = missing > 0 ? ` ${count(missing)} could match once a missing value is entered.` : '';
  if (named > 0) return `${count(named)} for ${text}.${byPattern}${byMissing}`;
  if (covered + missing > 0) return `No policy in this set names ${text}.${byPattern}${byMissing}`;
  return `No Allow statement in this set names ${text}, and no wildcard covers it. Other policies of these roles, and resource-based policies, can still allow access.`;
}

const MAX_HITS = 20;

interface FoldedProps {
  readonly title: string;
  readonly hits: readonly ReachHit[];
  readonly open: boolean;
}

const Folded = ({ title, hits, open }: FoldedProps) =>
  hits.length === 0 ? null : (
    <Disclosure key={String(open)} late startsOpen={open} label={`${title} (${hits.length})`}>
      <Hits hits={hits} />
    </Disclosure>
  );

/** Role by role; beyond what can be read at once, the rest is folded. */
function Hits({ hits }: { readonly hits: readonly ReachHit[] }) {
  const [shown, more] = [hits.slice(0, MAX_HITS), hits.slice(MAX_HITS)];
  const roles = [...new Set(shown.map(({ role }) => role))];
  return (
    <>
      {roles.map((role) => (
        <section key={role.id}>
          <Heading look="group">
            <RoleName role={role} />
          </Heading>
          <AnsweredLines
            lines={shown
              .filter((hit) => hit.role === role)
              .map(({ row, only }) => ({ role: role.id, row, only }))}
          />
        </section>
      ))}
      {more.length > 0 && (
        <Disclosure late label={`Show ${count(more.length)} more`}>
          <Hits hits={more} />
        </Disclosure>
      )}
    </>
  );
}
