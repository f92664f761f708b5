import type { ServiceFile } from './format.ts';

/** How AWS types the value of a condition key. `ArrayOf…`: the request may carry several values. */
export const keyTypes = [
  'String',
  'ArrayOfString',
  'ARN',
  'ArrayOfARN',
  'Bool',
  'ArrayOfBool',
  'Numeric',
  'Date',
  'IPAddress',
] as const;

export type KeyType = (typeof keyTypes)[number];

export interface ConditionKey {
  /** As AWS writes it, a variable part in braces: `aws:RequestTag/${TagKey}`. */
  readonly name: string;
  /** Nothing where AWS does not say. */
  readonly type: KeyType | undefined;
}

export interface ResourceType {
  readonly name: string;
  /** As AWS writes it: `arn:${Partition}:s3:::${BucketName}`. */
  readonly arnPattern: string;
  readonly conditionKeys: readonly string[];
}

/** What the service authorization reference says of one action. */
export interface ActionFacts {
  /** With its service, in AWS's spelling: `sagemaker:CreateTrainingJob`. */
  readonly name: string;
  /** `Read`, `Write`, `List`, `Tagging, Write` or `Permissions management, Write`. */
  readonly accessLevel: string;
  /** Condition keys of the action itself; those of its resource types come on top. */
  readonly conditionKeys: readonly string[];
  readonly resourceTypes: readonly (ResourceType & { readonly required: boolean })[];
}

export interface Service {
  readonly prefix: string;
  readonly actions: readonly ActionFacts[];
  readonly resourceTypes: readonly ResourceType[];
  /** Every condition key that the service lists, global ones included. */
  readonly conditionKeys: readonly ConditionKey[];
}

/** A service from its file, with every index replaced by the entry that it points to. */
export function readService(file: ServiceFile): Service {
  const keysAt = (places: readonly number[]) => places.flatMap((place) => file.keys[place] ?? []);
  const resourceTypes = file.types.map(([name, arnPattern, keys]) => ({
    name,
    arnPattern,
    conditionKeys: keysAt(keys),
  }));
  const actions = file.actions.map(([name, level, keys, types]) => ({
    name: `${file.service}:${name}`,
    accessLevel: file.levels[level] ?? 'unknown',
    conditionKeys: keysAt(keys),
    resourceTypes: types.flatMap(([type, required, ...keysForAction]) => {
      const resourceType = resourceTypes[type];
      if (!resourceType) return [];
      const conditionKeys = [...new Set([...resourceType.conditionKeys, ...keysAt(keysForAction)])];
      return [{ ...resourceType, conditionKeys, required: required === 1 }];
    }),
  }));
  const conditionKeys = file.keys.map((name, place) => ({
    name,
    type: keyTypes[file.keyTypes[place] ?? -1],
  }));
  return { prefix: file.service, actions, resourceTypes, conditionKeys };
}
