import type { Activity } from './activity.ts';

const athena = 'arn:<PARTITION>:athena:<REGION>:<ACCOUNT_ID>';
const glue = 'arn:<PARTITION>:glue:<REGION>:<ACCOUNT_ID>';
const reference = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonathena.html';

export const queryAthena: Activity = {
  id: 'queryAthena',
  title: 'Query with Athena',
  summary: 'Run queries in the specified workgroups and read the results.',
  status: 'roleManager',
  options: [
    {
      id: 'glue',
      label: 'Read table definitions',
      help: 'Athena looks up tables in the Glue Data Catalog with the permissions of the caller.',
      choices: [
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds read access to the specified databases, their tables, and partitions.',
        },
        { value: 'off', label: 'No', help: 'Queries fail unless another policy allows it.' },
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
        text: 'Athena reads table definitions with the permissions of the caller.',
        source: 'https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html',
      },
    },
  ],
  repairs: [],
  differences: [
    {
      tag: 'hardening',
      statements: ['AthenaQuery', 'AthenaCatalogs', 'AthenaListCatalogs'],
      text: 'Listing databases and tables is limited to the data catalogs of the account. Listing the catalogs themselves doesn’t support resource-level permissions.',
      source: reference,
    },
  ],
};
