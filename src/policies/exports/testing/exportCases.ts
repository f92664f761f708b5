import { builtIn } from '../../library/builtIn.ts';
import type { ComposedDocument } from '../../model/composedDocument.ts';
import { deliver } from '../../compose/deliver.ts';
import {
  listOf,
  type OneOrMany,
  type PolicyDocument,
  type Principal,
  type Statement,
} from '../../language/policy.ts';
import type { Draft, Limits } from '../../model/draft.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { exampleValues, fillExamples } from '../../compose/exampleValues.ts';
import { personas } from '../../library/personas/index.ts';
import { variables } from '../../library/variables/index.ts';
import { exhaustive } from '../../testing/effort.ts';
import { combinations, pairwise, type Row } from './pairwise.ts';
import { readVariables } from '../../compose/variableReadings.ts';
import type { ExportSet } from '../exporter.ts';
import { hostileTexts } from '../hostileTexts.ts';
import { permissionSetDescription } from '../permissionSets.ts';
import { type ExportPart, namesOf } from '../planned.ts';

/** What the tests of all exporters stand on: the sets that they write, and one shape in which all that was written is read back. */

const chosenLimits = [
  'instanceTypes',
  'tagOnCreate',
  'callerNetwork',
  'vpcOnly',
  'noRootAccess',
  'storePerimeter',
];

const limits = (delivery: Limits['delivery']): Limits => ({
  chosen: chosenLimits.map((guardrail) => ({ guardrail, options: {} })),
  delivery,
  exemption: true,
  ceiling: 'services',
});

const ids = personas.map(({ id }) => id);

/** The roles that most have and a few of the others: each is exported alone as well, and `npm run test:all` exports all together. */
export const everyone = personas
  .filter(
    ({ specialized, kind }, index) => exhaustive || !specialized || kind === 'resource' || index % 10 === 0,
  )
  .map(({ id }) => id);

interface Case {
  readonly label: string;
  readonly draft: Draft;
  readonly set: ExportSet;
}

/** Every persona, layout, way of attaching and delivery of limits; with values and without. */
const choices = {
  chosen: [everyone, ...ids.map((id) => [id])],
  layout: ['merged', 'perPersona'],
  attach: ['managed', 'inline'],
  delivery: ['deny', 'boundary', 'serviceControl'],
  filled: [true, false],
} as const;

type Choice = Row<typeof choices>;

/** A case is composed when it is first asked for. */
class ComposedCase implements Case {
  readonly label: string;
  readonly #choice: Choice;
  #draft: Draft | undefined;
  #set: ExportSet | undefined;

  constructor(choice: Choice) {
    const { chosen, layout, attach, delivery, filled } = choice;
    const who = chosen.length === 1 ? chosen[0] : 'everyone';
    this.label = [who, layout, attach, delivery, filled ? 'filled' : 'open'].join(', ');
    this.#choice = choice;
  }

  get draft(): Draft {
    this.#draft ??= draftOf(this.#choice);
    return this.#draft;
  }

  get set(): ExportSet {
    this.#set ??= setOf(this.draft);
    return this.#set;
  }
}

function draftOf({ chosen, layout, attach, delivery, filled }: Choice): Draft {
  const open = createDraft(
    {
      personas: chosen,
      layout,
      limits: limits(delivery),
      sizing: { attach, split: true, shorten: 'none' },
    },
    builtIn,
  );
  return filled ? fillExamples(open, builtIn) : open;
}

export const setOf = (draft: Draft): ExportSet => ({
  name: draft.name,
  documents: deliver(draft, builtIn).documents,
  ruleset: builtIn,
  attach: draft.sizing.attach,
  versions: { page: '0.1.0', data: 'of 2026-09-26' },
  link: 'https://example.com/#draft',
});

/** Documents of no one, as they may be imported: one text in each of their places. */
const hostileSet: ExportSet = {
  name: '*/ ${x} `"\'\n#{}',
  attach: 'managed',
  ruleset: builtIn,
  versions: { page: '0.1.0', data: 'of 2026-09-26' },
  link: 'https://example.com/#draft',
  documents: hostileTexts.map(
    (text, index): ComposedDocument => ({
      id: `imported${index}`,
      title: text,
      kind: index % 2 === 0 ? 'identity' : 'service-control',
      personas: [],
      provenance: [],
      policy: {
        ...(index % 3 === 0 ? {} : { Version: '2012-10-17' }),
        Id: text,
        Statement: [
          {
            Sid: 'Hostile',
            Effect: 'Deny',
            NotPrincipal: { AWS: [text, `a${text}b`] },
            NotAction: [text],
            NotResource: [`${text}<ACCOUNT_ID>`, `<ACCOUNT_ID>${text}`],
            Condition: {
              StringEquals: { [text]: [text], [`aws:RequestTag/<REQUIRED_TAG_KEY>${text}`]: ['a'] },
            },
          },
          { Sid: 'Everybody', Effect: 'Allow', Principal: '*', Action: ['s3:*'], Resource: [text] },
        ],
      },
    }),
  ),
};

const role = (name: string, account = '111122223333') => `arn:aws:iam::${account}:role/${name}`;

const threeRoles = ['notebookRole', 'trainingRole', 'hostingRole'];

const arnsOfAll = {
  notebookRoleArns: [role('ml/Notebook')],
  trainingRoleArns: [role('Training')],
  hostingRoleArns: [role('ml/eu/Hosting')],
};

const trusting = (arn: string) => ({
  personas: [...threeRoles, 'mlopsEngineer'],
  trust: {
    notebookRole: { form: 'samePrincipals', options: {} },
    hostingRole: { form: 'samePrincipals', options: {} },
  },
  variables: { accountId: ['111122223333'], trustedPrincipalArns: [arn] },
});

/** Roles that are created, that exist, both at once, and that trust each other. */
const roleCases: readonly Case[] = choices.attach.flatMap((attach) => {
  const draftOf = (label: string, partial: Partial<Draft>): Case => {
    const draft = createDraft(
      {
        personas: threeRoles,
        limits: limits('boundary'),
        ...partial,
        sizing: { attach, split: true, shorten: 'none' },
      },
      builtIn,
    );
    return { label: `${label}, ${attach}`, draft, set: setOf(draft) };
  };
  return [
    draftOf('roles exist', { variables: arnsOfAll }),
    draftOf('roles exist, account known', { variables: { ...arnsOfAll, accountId: ['111122223333'] } }),
    draftOf('roles mixed', { variables: { trainingRoleArns: [role('Training'), role('x/Tuning')] } }),
    draftOf('roles elsewhere', {
      variables: {
        accountId: ['111122223333'],
        trainingRoleArns: [role('Training', '444455556666')],
        hostingRoleArns: [role('Hosting'), role('Hosting', '444455556666')],
      },
    }),
    draftOf('roles with no ARN', { variables: { trainingRoleArns: ['Training'] } }),
    draftOf('roles named', {
      roles: { trainingRole: { name: 'Acme+ML=Train,1.0@x_-' }, hostingRole: { name: 'no name' } },
    }),
    draftOf('one role exists', { layout: 'merged', variables: { trainingRoleArns: [role('All')] } }),
    draftOf('one role, several ARNs', { layout: 'merged', variables: arnsOfAll }),
    draftOf('roles trust another', trusting(role('ml-platform-mlops-engineer'))),
    draftOf('permission sets', {
      personas: ['dataScientist', 'mlopsEngineer', 'trainingRole'],
      trust: {
        dataScientist: { form: 'identityCenter', options: {} },
        mlopsEngineer: { form: 'identityCenter', options: {} },
      },
    }),
    draftOf('permission sets, filled', {
      personas: ['dataScientist'],
      limits: limits('deny'),
      trust: { dataScientist: { form: 'identityCenter', options: {} } },
      variables: { accountId: ['111122223333'] },
    }),
    draftOf('roles trust in a circle', trusting(role('ml-platform-hosting-role'))),
  ];
});

const hostile: Case = { label: 'hostile', draft: createDraft({}, builtIn), set: hostileSet };

/** Rows in which any two choices meet; every combination in `npm run test:all`. */
export const everyCase: readonly Case[] = [
  ...roleCases,
  hostile,
  ...(exhaustive ? combinations : pairwise)(choices).map((choice) => new ComposedCase(choice)),
];

/** Those that a language writes and reads again: in `npm test` every second one, beginning with another where `from` is another. */
export const casesFrom = (from: number): readonly Case[] =>
  everyCase.filter((one, place) => exhaustive || one === hostile || (place + from) % 2 === 0);

const allCases: ReadonlyMap<string, Case> = new Map(
  [...roleCases, hostile, ...combinations(choices).map((choice) => new ComposedCase(choice))].map((one) => [
    one.label,
    one,
  ]),
);

/** The case with these choices. */
export function caseOf(label: string): Case {
  const found = allCases.get(label);
  if (!found) throw new Error(`There is no case “${label}”.`);
  return found;
}

/** Every layout, way of attaching, delivery and persona at least once, for the languages that are compiled and run. */
export const someCases: readonly Case[] = [
  'hostile',
  'everyone, merged, managed, deny, open',
  'everyone, merged, inline, boundary, open',
  'everyone, perPersona, managed, boundary, open',
  'everyone, perPersona, inline, serviceControl, filled',
  'everyone, perPersona, managed, serviceControl, open',
  'dataScientist, merged, inline, deny, filled',
  'roles exist, inline',
  'roles mixed, managed',
  'roles mixed, inline',
  'roles elsewhere, managed',
  'roles named, managed',
  'one role exists, managed',
  'roles trust another, inline',
  'sharedRegistry, perPersona, inline, boundary, open',
  'permission sets, managed',
  'permission sets, inline',
  'permission sets, filled, inline',
  'roles trust in a circle, managed',
].map(caseOf);

/** Placeholder → its value when every variable has its first example. */
export const exampleParts: ReadonlyMap<string, string> = new Map([
  // References of imported policies, one of which is a word of shells and one of TypeScript.
  ...['NOT_OURS', 'RawBucket', 'Path', 'default', 'KMSKeyArn', 'raw_bucket'].map((name): [string, string] => [
    name,
    `value-of-${name}`,
  ]),
  ...[
    ...readVariables(
      createDraft(
        {
          variables: Object.fromEntries(
            variables.map((variable) => [variable.id, exampleValues(variable, 'aws').slice(0, 1)]),
          ),
        },
        builtIn,
      ),
      builtIn,
    ).byVariable.values(),
  ]
    .flatMap(({ bindings }) => Object.entries(bindings[0] ?? {}))
    .map(
      ([name, value]) =>
        [
          name,
          value
            .replace('<PARTITION>', 'aws')
            .replace('<REGION>', 'eu-west-1')
            .replace('<ACCOUNT_ID>', '111122223333'),
        ] as const,
    ),
]);

/** What is outside of policies. */
const otherValues: Readonly<Record<string, readonly string[]>> = {
  'instance-arn': ['arn:aws:sso:::instance/ssoins-1234567890abcdef'],
  'target-ids': ['ou-ab12-cd34ef56', '111122223333'],
  'vpc-id': ['vpc-0aaa1111bbb2222cc'],
  'route-table-ids': ['rtb-0aaa1111bbb2222cc'],
  'endpoint-subnet-ids': ['subnet-0aaa1111bbb2222cc', 'subnet-0ddd3333eee4444ff'],
  'endpoint-security-group-ids': ['sg-0ccc5555ddd6666ee'],
};

/** The value of any parameter. */
export function valueOf(name: string, placeholder?: string): readonly string[] {
  const part = placeholder === undefined ? undefined : exampleParts.get(placeholder);
  return part === undefined ? (otherValues[name] ?? ['vpce-0aaa1111bbb2222cc']) : [part];
}

/** The policy of a resource: of which kind it is, and its name. */
export interface ResourceMade {
  readonly type: 'modelPackageGroup' | 'bucket' | 'key' | 'repository';
  readonly name: string;
  readonly policy: unknown;
}

/** How a language says it: the type of its resource, the property with the name, and the one with the policy. */
type ResourceWords = Readonly<
  Partial<Record<ResourceMade['type'], readonly [type: string, name: string, policy: string]>>
>;

/** The policies of resources among what was made, in the language's words. */
export const resourcesMade = <Written>(
  words: ResourceWords,
  ofType: (type: string) => readonly Readonly<Record<string, Written>>[],
  policyOf: (written: Written) => unknown,
  nameOf: (written: Written) => string = String,
): readonly ResourceMade[] =>
  (['modelPackageGroup', 'bucket', 'key', 'repository'] as const).flatMap((type) => {
    const [made = '', name = '', policy = ''] = words[type] ?? [];
    return ofType(made).flatMap(({ [name]: named, [policy]: document }) =>
      named === undefined || document === undefined
        ? []
        : [{ type, name: nameOf(named), policy: policyOf(document) }],
    );
  });

/** Everything that parts create, by name. */
export interface Created {
  readonly policies: Record<string, unknown>;
  readonly roles: Record<
    string,
    { trust: unknown; managed: readonly string[]; inline: Record<string, unknown>; boundary?: string }
  >;
  /** What is attached to roles that exist, by their names. */
  readonly existing: Record<string, { managed: readonly string[]; inline: Record<string, unknown> }>;
  /** Permission sets, by name. */
  readonly permissionSets: Record<
    string,
    { description: string; inline?: unknown; managed: readonly string[]; boundary?: string }
  >;
  readonly endpoints: readonly unknown[];
  /** Policies of resources that exist. */
  readonly resourcePolicies: readonly ResourceMade[];
  readonly organizationPolicies: Record<string, unknown>;
  readonly targets: readonly string[];
}

/** What a plan creates once its parameters have values. */
export function plannedOf({
  policies,
  roles,
  existing,
  permissionSets,
  endpoints,
  resourcePolicies,
  organizationPolicies,
}: ExportPart): Created {
  const named = (list: readonly { readonly name: string; readonly document: PolicyDocument }[]) =>
    Object.fromEntries(list.map(({ name, document }) => [name, filled(document)]));
  return {
    policies: named(policies),
    roles: Object.fromEntries(
      roles.map(({ name, trust, managed, inline, boundary }) => [
        name,
        {
          trust: filled(trust),
          ...policiesOf({ managed, inline }),
          ...(boundary ? { boundary: boundary.name } : {}),
        },
      ]),
    ),
    existing: Object.fromEntries(
      existing.flatMap((own) => namesOf(own).map((name) => [name, policiesOf(own)])),
    ),
    permissionSets: Object.fromEntries(
      permissionSets.map((set) => [
        set.name,
        {
          description: permissionSetDescription(set),
          ...(set.inline ? { inline: filled(set.inline.document) } : {}),
          managed: set.managed.map((policy) => policy.name).sort(),
          ...(set.boundary ? { boundary: set.boundary.name } : {}),
        },
      ]),
    ),
    endpoints: endpoints.map(({ document }) => filled(document)),
    resourcePolicies: resourcePolicies.map(({ resource, document }) => ({
      type: resource.type,
      name: fillText(resource.name),
      policy: filled(document),
    })),
    organizationPolicies: named(organizationPolicies),
    targets: organizationPolicies.length > 0 ? [...(otherValues['target-ids'] ?? [])].sort() : [],
  };
}

const policiesOf = ({ managed, inline }: Pick<ExportPart['existing'][number], 'managed' | 'inline'>) => ({
  managed: managed.map((policy) => policy.name).sort(),
  inline: Object.fromEntries(inline.map(({ id, document }) => [id, filled(document)])),
});

const filled = (document: PolicyDocument): unknown => normal(JSON.parse(fillText(JSON.stringify(document))));

const fillText = (text: string): string =>
  text.replace(/<([A-Za-z_]+)>/g, (whole, name: string) => exampleParts.get(name) ?? whole);

/** Lists that may be single, as lists; no version is the first version. */
export function normal(policy: PolicyDocument): unknown {
  return {
    Version: policy.Version ?? '2008-10-17',
    ...(policy.Id === undefined ? {} : { Id: policy.Id }),
    Statement: policy.Statement.map(normalStatement),
  };
}

function normalStatement(statement: Statement): unknown {
  const lists = (['Action', 'NotAction', 'Resource', 'NotResource'] as const).flatMap((key) =>
    statement[key] === undefined ? [] : [[key, listOf(statement[key])] as const],
  );
  const { Sid, Effect, Principal, NotPrincipal, Condition } = statement;
  return {
    ...(Sid === undefined ? {} : { Sid }),
    Effect,
    ...Object.fromEntries(lists),
    ...(Principal === undefined ? {} : { Principal: normalPrincipal(Principal) }),
    ...(NotPrincipal === undefined ? {} : { NotPrincipal: normalPrincipal(NotPrincipal) }),
    ...(Condition === undefined
      ? {}
      : { Condition: mapValues(Condition, (keys) => mapValues(keys, listOf)) }),
  };
}

const normalPrincipal = (who: Principal): unknown =>
  who === '*' ? who : mapValues<OneOrMany | undefined>(who, listOf);

const mapValues = <Value>(record: Readonly<Record<string, Value>>, change: (value: Value) => unknown) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/** Documents of no one, as they are imported. */
export const setOfDocuments = (name: string, documents: ExportSet['documents']): ExportSet => ({
  name,
  documents,
  attach: 'managed',
  ruleset: builtIn,
  versions: { page: '0.1.0', data: 'of 2026-09-26' },
});

/** ARN that a role has once it is created in the account of the examples. */
export const createdArnOf = (name: string): string => role(name);
