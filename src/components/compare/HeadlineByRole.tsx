import type { AccessComparison, PolicyPair } from '../../policies/access/everyRequest/accessDifference.ts';
import { PolicyHeadline, SumOfPolicies } from '../common/everyRequest/PolicyHeadline.tsx';
import { List } from '../common/List.tsx';

export interface RolePair {
  readonly id: string;
  readonly title: string;
  readonly pair: PolicyPair;
}

interface HeadlineByRoleProps {
  readonly roles: readonly RolePair[];
  readonly comparisons: readonly (AccessComparison | undefined)[];
}

/** Several roles shown as one: each is compared with itself, and the sum comes first. */
export const HeadlineByRole = ({ roles, comparisons }: HeadlineByRoleProps) => (
  <>
    <SumOfPolicies comparisons={comparisons} />
    <List look="rows" small py={1} mt={2}>
      {roles.map(({ id, title, pair }, place) => (
        <PolicyHeadline key={id} title={title} pair={pair} comparison={comparisons[place]} />
      ))}
    </List>
  </>
);
