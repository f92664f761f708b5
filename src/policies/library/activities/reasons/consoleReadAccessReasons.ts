import type { ActivityReasons } from '../activityReasons.ts';
import { sources } from './sources.ts';

export const consoleReadAccessReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['ConsoleList', 'ConsoleDescribe'],
      text: 'Get* is replaced with the Get actions that return metadata. Get* also matches GetRecord, which returns feature data.',
      source: sources.sagemakerActions,
    },
    {
      tag: 'hardening',
      statements: ['ConsoleDescribe', 'ConsoleReadChosen'],
      text: 'Actions that support resource-level permissions are limited to this account and Region.',
      source: sources.sagemakerActions,
    },
    {
      tag: 'hardening',
      statements: ['ConsoleList'],
      text: 'These actions use "Resource": "*" because most of them don’t support resource-level permissions. The same wildcard covers the few List actions that do, including ListRecords, which lists the records of feature groups. To exclude it, select “Selected actions”.',
      source: sources.sagemakerActions,
    },
    {
      tag: 'hardening',
      statements: ['ConsoleDescribe'],
      text: 'Describe* and List* also match actions that the console doesn’t call. They are unchanged from the guide: AWS doesn’t list the calls of the console’s pages, and its own policy for the console allows sagemaker:*. To allow fewer, select “Selected actions”.',
      source: sources.policyExamples,
    },
    {
      tag: 'optional',
      statements: ['ConsolePages', 'ConsolePagesAndForms'],
      text: 'AWS lists these for the SageMaker console. They use "Resource": "*" because most of them don’t support resource-level permissions.',
      source: sources.policyExamples,
    },
    {
      tag: 'optional',
      statements: ['ConsoleList', 'ConsoleDescribe'],
      text: 'Search, QueryLineage, BatchGetMetrics, and BatchDescribeModelPackage are read actions that the three wildcards of the guide don’t match. The search and experiment views of the console use them.',
      source: sources.sagemakerActions,
    },
  ],
  notes: [
    {
      text: 'Search returns the settings of resources even to callers who can’t describe them.',
      source: sources.apiPermissions,
    },
    {
      text: 'Tag conditions have no effect on List actions and Search: the job names of all teams are visible.',
      source: sources.policyExamples,
    },
    {
      text: 'Console pages also call CloudWatch Logs and EC2. Those permissions aren’t part of this activity.',
      source: sources.policyExamples,
    },
  ],
};
