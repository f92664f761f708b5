import type { Activity } from './activity.ts';
import { arn, listAll, tagOnCreate, tagsOption } from './roleManager.ts';

const cards = [arn('model-card')];

export const manageModelCards: Activity = {
  id: 'manageModelCards',
  title: 'Write model cards',
  summary: 'Document models in model cards with the name prefix, and export the cards.',
  status: 'missingInGuide',
  options: [
    {
      id: 'remove',
      label: 'Deleting model cards',
      help: 'A card is deleted with all its versions, which auditors can need.',
      choices: [
        { value: 'off', label: 'No', help: 'Cards can be archived, but not deleted.' },
        { value: 'on', label: 'Yes', help: 'Adds deleting cards with the name prefix.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    {
      id: 'kms',
      label: 'Cards with a customer managed key',
      help: 'The content of such a card is encrypted with the permissions of its author.',
      choices: [
        { value: 'off', label: 'No', help: 'Cards use an AWS managed key.' },
        { value: 'on', label: 'Yes', help: 'Adds use of the data key.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    tagsOption,
  ],
  hardened: [
    {
      Sid: 'ModelCards',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateModelCard',
        'sagemaker:CreateModelCardExportJob',
        'sagemaker:DescribeModelCard',
        'sagemaker:DescribeModelCardExportJob',
        'sagemaker:ListModelCardExportJobs',
        'sagemaker:ListModelCardVersions',
        'sagemaker:UpdateModelCard',
      ],
      Resource: cards,
    },
    {
      Sid: 'ModelCardsDelete',
      Effect: 'Allow',
      Action: ['sagemaker:DeleteModelCard'],
      Resource: cards,
      when: { remove: 'on' },
    },
    listAll('ModelCardsList', ['sagemaker:ListModelCards']),
    {
      Sid: 'ModelCardsKey',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'],
      Resource: ['<DATA_KMS_CMK_ARN>'],
      when: { kms: 'on' },
    },
    tagOnCreate('ModelCardsTag', ['CreateModelCard'], cards),
  ],
};
