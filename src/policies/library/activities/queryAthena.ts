import type { Activity } from './activity.ts';

const athena = 'arn:<PARTITION>:athena:<REGION>:<ACCOUNT_ID>';
const glue = 'arn:<PARTITION>:glue:<REGION>:<ACCOUNT_ID>';

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
    },
  ],
};
