import type { Activity } from './activity.ts';
import { repairedDefect, roleManagerPage } from './roleManager.ts';

const athena = 'arn:<PARTITION>:athena:<REGION>:<ACCOUNT_ID>';
const glue = 'arn:<PARTITION>:glue:<REGION>:<ACCOUNT_ID>';
const reference = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonathena.html';

export const queryAthena: Activity = {
  id: 'queryAthena',
  title: 'Query with Athena',
  summary: 'Run queries in named workgroups and read their results.',
  status: 'roleManager',
  options: [
    {
      id: 'glue',
      label: 'Read the tables’ definitions',
      help: 'Athena looks tables up in the Glue Data Catalog with the caller’s permissions.',
      choices: [
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds reading databases, tables and partitions of the named databases.',
        },
        { value: 'off', label: 'No', help: 'Queries fail unless something else allows it.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'AthenaQuery',
      Effect: 'Allow',
      Action: [
        'athena:StartQueryExecution',
        'athena:StopQueryExecution',
        'athena:GetQueryExecution',
        'athena:GetQueryResults',
      ],
      Resource: [`${athena}:workgroup/<ATHENA_WORKGROUP>`],
    },
    {
      Sid: 'AthenaCatalogs',
      Effect: 'Allow',
      Action: ['athena:ListDatabases', 'athena:ListTableMetadata'],
      Resource: [`${athena}:datacatalog/*`],
    },
    { Sid: 'AthenaListCatalogs', Effect: 'Allow', Action: ['athena:ListDataCatalogs'], Resource: ['*'] },
    {
      Sid: 'AthenaReadTables',
      Effect: 'Allow',
      Action: ['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions'],
      Resource: [`${glue}:catalog`, `${glue}:database/<GLUE_DATABASE>`, `${glue}:table/<GLUE_DATABASE>/*`],
      when: { glue: 'on' },
      companion: {
        text: 'Athena reads the definition of a table with the permissions of whoever queries it.',
        source: 'https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html',
      },
    },
  ],
  repairs: [],
  differences: [
    {
      tag: 'hardening',
      statements: ['AthenaQuery', 'AthenaCatalogs', 'AthenaListCatalogs'],
      text: 'Listing databases and tables is limited to the account’s data catalogs; only listing the catalogs themselves takes no resource.',
      source: reference,
    },
  ],
  notes: [
    {
      text: 'The data and the place for results are in S3: add “Read and write the team’s buckets” for both.',
      source: 'https://docs.aws.amazon.com/athena/latest/ug/security-iam-athena.html',
    },
    repairedDefect(
      'Account and Region are named; Role Manager’s template covers workgroups of that name everywhere.',
    ),
    {
      text: 'One of SageMaker Role Manager’s activities, which is closed to new customers.',
      source: roleManagerPage,
    },
  ],
};
