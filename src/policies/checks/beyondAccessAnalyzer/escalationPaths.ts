import { ofPolicies, ofPrincipals } from './escalationByIam.ts';
import { inSageMaker, ofNotebooks } from './escalationBySageMaker.ts';
import { elsewhere, ofFunctions } from './escalationByServices.ts';
import type { Advice, EscalationPath, Step } from './escalationPath.ts';

/** Every path that the check looks for. */
export const escalationPaths: readonly EscalationPath[] = [
  ...ofPolicies,
  ...ofPrincipals,
  inSageMaker,
  ...elsewhere,
  ...ofNotebooks,
  ofFunctions,
];

/** The first advice that closes a path of which these steps are open: it is about one that the path needs, or about all others. */
export function adviceOf({ needs, advice }: EscalationPath, open: readonly Step[]): Advice | undefined {
  const others = open.filter((step) => !needs.includes(step));
  const isAbout = ({ actions }: Advice, { action }: Step) => actions.includes(action);
  return advice.find(
    (one) =>
      needs.some((step) => isAbout(one, step)) ||
      (others.length > 0 && others.every((step) => isAbout(one, step))),
  );
}
