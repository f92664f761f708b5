import { actions } from './actions.ts';
import { arns } from './arnFormat.ts';
import { attachedResource } from './attachedResource.ts';
import type { Check, Rule } from './check.ts';
import { conditionKeys } from './conditionKeys.ts';
import { elements } from './policyElements.ts';
import { emptyElements } from './emptyElements.ts';
import { federation } from './federation.ts';
import { roleGrants } from './roleGrants.ts';
import { operators } from './operators.ts';
import { organizations } from './organizationPolicies.ts';
import { companionsMissing } from './beyondAccessAnalyzer/companions.ts';
import { deadActions } from './beyondAccessAnalyzer/deadActions.ts';
import { deadStatements } from './beyondAccessAnalyzer/deadStatements.ts';
import { deceptiveCharacters } from './beyondAccessAnalyzer/deceptiveCharacters.ts';
import { endpoints } from './beyondAccessAnalyzer/endpoints.ts';
import { escalation } from './beyondAccessAnalyzer/escalation.ts';
import { forAllValues } from './beyondAccessAnalyzer/forAllValues.ts';
import { dataReadByPattern } from './beyondAccessAnalyzer/dataReadByPattern.ts';
import { outdatedData } from './beyondAccessAnalyzer/outdatedData.ts';
import { passedRoles } from './beyondAccessAnalyzer/passedRoles.ts';
import { roleConflicts } from './beyondAccessAnalyzer/roleConflicts.ts';
import { retired } from './beyondAccessAnalyzer/retired.ts';
import { secondResource } from './beyondAccessAnalyzer/secondResource.ts';
import { shortArns } from './beyondAccessAnalyzer/shortArns.ts';
import { tagGates } from './beyondAccessAnalyzer/tagGates.ts';
import { tagsOfNewResources } from './beyondAccessAnalyzer/tagsOfNewResources.ts';
import { uncarriedKeys } from './beyondAccessAnalyzer/uncarriedKeys.ts';
import { conditionKeyPairs } from './conditionKeyPairs.ts';
import { presenceConditions } from './presenceConditions.ts';
import { principals } from './principals.ts';
import { privateAddresses } from './privateAddresses.ts';
import { notCheckedRule, textRules } from './readText.ts';
import { redundancy } from './redundancy.ts';
import { sensitiveKeys } from './sensitiveKeys.ts';
import { servicePrincipals } from './servicePrincipals.ts';
import { sids } from './sidChecks.ts';
import { size } from './size.ts';
import { tags } from './tagConditions.ts';
import { values } from './conditionValues.ts';
import { variables } from './policyVariableUse.ts';

/** Every check; a new one is a file and a line here. */
export const checks: readonly Check[] = [
  elements,
  emptyElements,
  sids,
  actions,
  arns,
  principals,
  servicePrincipals,
  attachedResource,
  conditionKeys,
  operators,
  presenceConditions,
  values,
  privateAddresses,
  sensitiveKeys,
  variables,
  roleGrants,
  tags,
  conditionKeyPairs,
  federation,
  organizations,
  redundancy,
  size,
  deadActions,
  secondResource,
  tagsOfNewResources,
  deadStatements,
  uncarriedKeys,
  forAllValues,
  companionsMissing,
  tagGates,
  endpoints,
  escalation,
  dataReadByPattern,
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
