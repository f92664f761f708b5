import { valuesOfCall } from '../accessTests/refusals/valuesOfCall.ts';
import { partitionOf } from '../compose/variableReadings.ts';
import type { Draft } from '../model/draft.ts';
import { findVariable, type Ruleset } from '../library/ruleset.ts';
import { kindOf } from '../library/variables/kinds.ts';
import { fewerPrefixes, nameForm, pathForm } from './fewerPrefixes.ts';
import { unknownCaller, type UsedCall } from '../simulate/usedCall.ts';

/** A value that calls give to a variable, and which of them need it: places in the list of calls. */
export interface UsedValue {
  readonly variable: string;
  readonly value: string;
  readonly calls: readonly number[];
}

/** Which of a draft's roles a call hands over. All others are for jobs. */
const ROLE_BY_OPERATION: Readonly<Record<string, string>> = {
  CreateModel: 'hostingRoleArns',
  CreateInferenceExperiment: 'hostingRoleArns',
  CreateNotebookInstance: 'notebookRoleArns',
  UpdateNotebookInstance: 'notebookRoleArns',
  CreateDomain: 'notebookRoleArns',
  UpdateDomain: 'notebookRoleArns',
  CreateUserProfile: 'notebookRoleArns',
  UpdateUserProfile: 'notebookRoleArns',
  CreatePipeline: 'pipelineRoleArns',
  UpdatePipeline: 'pipelineRoleArns',
  CreateProject: 'imageBuildRoleArns',
  UpdateProject: 'imageBuildRoleArns',
};

/** What a call carries in its context besides its resource. */
const BY_CONTEXT: Readonly<Record<string, string>> = {
  'sagemaker:VpcSubnets': 'subnetIds',
  'sagemaker:VpcSecurityGroupIds': 'securityGroupIds',
  'sagemaker:VolumeKmsKey': 'volumeKeyArns',
  'sagemaker:OutputKmsKey': 'dataKeyArns',
};

/**
 * What calls say about the account, the Region and the resources, as values that the fields of a draft take. Locations and names are
 * put together where they are many. Where a field takes one value it is that of most calls.
 */
export function valuesOfUse(
  calls: readonly UsedCall[],
  principal: string,
  draft: Draft,
  ruleset: Ruleset,
): readonly UsedValue[] {
  const takes = valueTaker(partitionOf(draft), ruleset);
  const found = new Map<string, Map<string, number[]>>();
  calls.forEach((call, place) => {
    for (const [variable, value] of entriesOf(call, principal)) {
      if (!takes(variable, value)) continue;
      const values = found.get(variable) ?? new Map<string, number[]>();
      const places = values.get(value);
      if (places) places.push(place);
      else found.set(variable, values.set(value, [place]));
    }
  });
  return ruleset.variables.flatMap(({ id: variable }) =>
    [...usual(variable, found.get(variable) ?? new Map(), calls, ruleset)]
      .map(([value, places]) => ({ variable, value, calls: places }))
      .toSorted((one, other) => compareTexts(one.value, other.value)),
  );
}

/** Whether a field takes a value; of thousands of objects in one folder it is asked once. */
function valueTaker(partition: string, ruleset: Ruleset): (variable: string, value: string) => boolean {
  const known = new Map<string, boolean>();
  return (variable, value) => {
    const key = `${variable} ${value}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = findVariable(variable, ruleset);
    const isTaken =
      variable === 'partition' || (found !== undefined && kindOf(found.kind).read(value, { partition }).ok);
    known.set(key, isTaken);
    return isTaken;
  };
}

const compareTexts = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

function entriesOf(call: UsedCall, principal: string): readonly (readonly [string, string])[] {
  const { action, resource, operation = '', context } = call;
  const caller = principal === unknownCaller ? undefined : principal;
  const ofRole = ROLE_BY_OPERATION[operation] ?? 'trainingRoleArns';
  const ofResource = Object.entries(valuesOfCall({ principal: caller, action }, resource)).filter(
    ([variable]) => !variable.endsWith('RoleArns') || variable === ofRole,
  );
  const ofContext = Object.entries(BY_CONTEXT).map(
    ([key, variable]) => [variable, [context[key] ?? []].flat()] as const,
  );
  return [...ofResource, ...ofContext].flatMap(([variable, values]) =>
    values.map((value) => [variable, value] as const),
  );
}

type Values = ReadonlyMap<string, readonly number[]>;

/** As a person would enter them: few, and the one where there can be one. */
function usual(variable: string, values: Values, calls: readonly UsedCall[], ruleset: Ruleset): Values {
  const known = findVariable(variable, ruleset);
  if (known?.many === false) return new Map([mostUsed(values, calls)].flatMap((one) => (one ? [one] : [])));
  if (known?.kind === 's3Location') return locations(values, calls);
  return known?.kind === 'resourceNamePrefix'
    ? grouped(values, fewerPrefixes([...values.keys()], nameForm))
    : values;
}

function mostUsed(
  values: Values,
  calls: readonly UsedCall[],
): readonly [string, readonly number[]] | undefined {
  const weight = (places: readonly number[]) =>
    places.reduce((sum, place) => sum + (calls[place]?.count ?? 0), 0);
  return [...values].toSorted(
    ([one, places], [other, others]) => weight(others) - weight(places) || compareTexts(one, other),
  )[0];
}

/**
 * Folders of each bucket. A call on the bucket itself (a list without a prefix) doesn’t make the whole bucket one where objects of it
 * were used: that would allow every object.
 */
function locations(values: Values, calls: readonly UsedCall[]): Values {
  const buckets = new Map<string, string[]>();
  for (const location of values.keys()) {
    const [bucket = ''] = location.split('/');
    buckets.set(bucket, [...(buckets.get(bucket) ?? []), location]);
  }
  const isOfObject = (location: string) =>
    (values.get(location) ?? []).some((place) => calls[place]?.resource?.includes('/'));
  return new Map(
    [...buckets.values()].flatMap((all) => {
      const ofObjects = all.filter(isOfObject);
      const folders = ofObjects.length > 0 ? ofObjects : all;
      return [...grouped(values, fewerPrefixes(folders, pathForm))];
    }),
  );
}

function grouped(values: Values, covering: ReadonlyMap<string, string>): Values {
  const groups = new Map<string, number[]>();
  for (const [text, cover] of covering) {
    const places = groups.get(cover) ?? [];
    for (const place of values.get(text) ?? []) places.push(place);
    groups.set(cover, places);
  }
  return groups;
}
