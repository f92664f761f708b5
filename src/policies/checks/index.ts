import { actions } from './actions.ts';
import { arns } from './arnFormat.ts';
import { attached } from './attached.ts';
import type { Check, Rule } from './check.ts';
import { conditionKeys } from './conditionKeys.ts';
import { elements } from './policyElements.ts';
import { empty } from './empty.ts';
import { federation } from './federation.ts';
import { grants } from './grants.ts';
import { operators } from './operators.ts';
import { organizations } from './organizationPolicies.ts';
import { companionsMissing } from './beyondAccessAnalyzer/companions.ts';
import { deadActions } from './beyondAccessAnalyzer/deadActions.ts';
import { deceptiveCharacters } from './beyondAccessAnalyzer/deceptiveCharacters.ts';
import { endpoints } from './beyondAccessAnalyzer/endpoints.ts';
import { escalation } from './beyondAccessAnalyzer/escalation.ts';
import { forAllValues } from './beyondAccessAnalyzer/forAllValues.ts';
import { openedData } from './beyondAccessAnalyzer/openedData.ts';
import { outdatedData } from './beyondAccessAnalyzer/outdatedData.ts';
import { passedRoles } from './beyondAccessAnalyzer/passedRoles.ts';
import { roleConflicts } from './beyondAccessAnalyzer/roleConflicts.ts';
import { retired } from './beyondAccessAnalyzer/retired.ts';
import { shortArns } from './beyondAccessAnalyzer/shortArns.ts';
import { tagGates } from './beyondAccessAnalyzer/tagGates.ts';
import { uncarriedKeys } from './beyondAccessAnalyzer/uncarriedKeys.ts';
import { pairs } from './pairs.ts';
import { presence } from './presence.ts';
import { principals } from './principals.ts';
import { privateAddresses } from './privateAddresses.ts';
import { notCheckedRule, textRules } from './readText.ts';
import { redundancy } from './redundancy.ts';
import { sensitive } from './sensitive.ts';
import { servicePrincipals } from './servicePrincipals.ts';
import { sids } from './sidChecks.ts';
import { size } from './size.ts';
import { tags } from './tagConditions.ts';
import { values } from './conditionValues.ts';
import { variables } from './policyVariableUse.ts';

/** Every check; a new one is a file and a line here. */
export const checks: readonly Check[] = [
  elements,
  empty,
  sids,
  actions,
  arns,
  principals,
  servicePrincipals,
  attached,
  conditionKeys,
  operators,
  presence,
  values,
  privateAddresses,
  sensitive,
  variables,
  grants,
  tags,
  pairs,
  federation,
  organizations,
  redundancy,
  size,
  deadActions,
  uncarriedKeys,
  forAllValues,
  companionsMissing,
  tagGates,
  endpoints,
  escalation,
  openedData,
  shortArns,
  retired,
  passedRoles,
  roleConflicts,
  deceptiveCharacters,
  outdatedData,
];

export const rules: readonly Rule[] = [
  ...textRules,
  ...checks.flatMap((check) => check.rules),
  notCheckedRule,
];

const byCode = new Map(rules.map((rule) => [rule.code, rule]));

export const findRule = (code: string): Rule | undefined => byCode.get(code);
