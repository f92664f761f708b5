import {
  type AccessTest,
  type ContextTemplate,
  type Extra,
  mustAllow,
  mustDeny,
  type TestRow,
} from '../accessTest.ts';

const own = {
  'aws:PrincipalAccount': '<ACCOUNT_ID>',
  'aws:ResourceAccount': '<ACCOUNT_ID>',
  'aws:ResourceOrgID': '<ORGANIZATION_ID>',
};
const byForeigner = { ...own, 'aws:PrincipalAccount': '999999999999', 'aws:PrincipalOrgID': 'o-zz9zz9zz9z' };
const toForeigner = { ...own, 'aws:ResourceAccount': '999999999999', 'aws:ResourceOrgID': 'o-zz9zz9zz9z' };

type Call = readonly [id: string, title: string, action: string, resource: string];

export interface EndpointCalls {
  readonly endpoint: string;
  readonly activity: string;
  /** How its title ends in tests: "through the KMS endpoint". */
  readonly name: string;
  readonly allowed: readonly Call[];
  /** Denied in the strict style; the style “Data perimeter” lets through what callers of the account do in it. */
  readonly denied: readonly Call[];
  /** Its policy has one style only. */
  readonly hasStyles?: false;
  /** Allowed calls, made with credentials of another account. */
  readonly foreign?: readonly Call[];
  /** Denied in both styles, since the resource is in another account. */
  readonly elsewhere?: readonly Call[];
}

/** The tests of the calls of one endpoint. */
export function testsOfEndpoint(calls: EndpointCalls): readonly AccessTest[] {
  const { endpoint, activity, name, allowed, denied, foreign = [], elsewhere = [], hasStyles } = calls;
  // The resource lets everyone in, so that only the endpoint decides.
  const through = { endpoint, activity, otherAccount: true } as const;
  const strictly =
    hasStyles === false ? through : { ...through, besides: { [activity]: { style: 'strict' } } };
  const row = ([id, title, action, resource]: Call, context: ContextTemplate, extra: Extra): TestRow => [
    `${endpoint}-${id}`,
    `${title} through the ${name} endpoint`,
    action,
    resource,
    context,
    extra,
  ];
  return [
    ...mustAllow(allowed.map((call) => row(call, own, through))),
    ...mustDeny([
      ...denied.map((call) => row(call, own, strictly)),
      ...elsewhere.map((call) => row(call, toForeigner, through)),
      ...foreign.map((call) => row(call, byForeigner, through)),
    ]),
  ];
}
