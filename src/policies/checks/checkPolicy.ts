import { getNodePath, type Node } from 'jsonc-parser';
import { toOffset } from '../language/policy.ts';
import type { CheckContext, CheckOptions, Finding, Place, Report } from './check.ts';
import type { PolicyType } from '../language/policyType.ts';
import { checks } from './index.ts';
import { characterFindings } from './beyondAccessAnalyzer/deceptiveCharacters.ts';
import { notCheckedRule, readText, type TextReading } from './readText.ts';
import { elementsOf, readStatement } from './checkedStatement.ts';

/**
 * What IAM Access Analyzer's ValidatePolicy would say of a policy, and what the `SPB_` rules add, in the order of the text.
 * A text that is not JSON, is too large or too deep comes back with findings that say so; it never throws. A service whose
 * data is not in the catalog is reported as not checked, once.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
 */
export const checkPolicy = (text: string, type: PolicyType, options: CheckOptions): readonly Finding[] =>
  checkText(text, readText(text), type, options);

/** The same of a text that `readText` has read. */
export function checkText(
  text: string,
  { root, findings: unreadable }: TextReading,
  type: PolicyType,
  options: CheckOptions,
): readonly Finding[] {
  if (!root) return [...unreadable, ...characterFindings(text)];
  const findings: Finding[] = [...unreadable];
  const context = contextOf(text, root, type, options, findings);
  for (const check of checks) check.run(context);
  return findings.sort((one, other) => one.range.offset - other.range.offset);
}

function contextOf(
  text: string,
  root: Node,
  type: PolicyType,
  options: CheckOptions,
  findings: Finding[],
): CheckContext {
  const elements = elementsOf(root);
  const list = elements.get('Statement')?.value;
  const nodes = list?.type === 'array' ? (list.children ?? []) : list ? [list] : [];
  const version = elements.get('Version')?.value.value;
  const unchecked = new Set<string>();
  const report: Report = (rule, at, values = {}, also = []) => {
    findings.push({ code: rule.code, type: rule.type, values, ...placeOf(at), also: also.map(placeOf) });
  };
  return {
    text,
    type,
    resourceType: options.resourceType,
    catalog: options.catalog,
    placeholders: options.placeholders ?? 'text',
    today: options.today,
    roles: options.roles,
    root,
    elements,
    version: typeof version === 'string' ? version : undefined,
    statements: nodes.filter((node) => node.type === 'object').map(readStatement),
    report,
    notChecked(service, at) {
      if (unchecked.has(service)) return;
      unchecked.add(service);
      report(notCheckedRule, at, { service });
    },
  };
}

function placeOf(node: Node | Place): Place {
  if ('range' in node) return node;
  return { path: getNodePath(node), range: { offset: toOffset(node.offset), length: node.length } };
}
