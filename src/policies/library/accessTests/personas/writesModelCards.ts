import { type AccessTest, mustAllow, mustDeny, sageMaker } from '../accessTest.ts';

const cards = { activity: 'manageModelCards' };
const card = sageMaker('model-card/<NAME_PREFIX>1');
const otherCard = sageMaker('model-card/zz-another-team');
const key = '<DATA_KMS_CMK_ARN>';

/** Of those who document models. */
export const writesModelCards: readonly AccessTest[] = [
  ...mustAllow([
    ['card', 'writes a model card', 'sagemaker:CreateModelCard', card, {}, cards],
    ['card-changed', 'changes a model card', 'sagemaker:UpdateModelCard', card, {}, cards],
    ['card-export', 'exports a model card', 'sagemaker:CreateModelCardExportJob', card, {}, cards],
    [
      'card-exported',
      'views the export of a model card',
      'sagemaker:DescribeModelCardExportJob',
      sageMaker('model-card/<NAME_PREFIX>1/export-job/1'),
      {},
      cards,
    ],
    ['cards', 'lists the model cards', 'sagemaker:ListModelCards', '*', {}, cards],
    ['card-key', 'encrypts a model card', 'kms:GenerateDataKey', key, {}, { ...cards, when: { kms: 'on' } }],
  ]),
  ...mustDeny([
    [
      'card-kept',
      'deletes a model card',
      'sagemaker:DeleteModelCard',
      card,
      {},
      { ...cards, when: { remove: 'off' } },
    ],
    ['card-other', 'changes another team’s model card', 'sagemaker:UpdateModelCard', otherCard, {}, cards],
    [
      'card-other-export',
      'exports another team’s model card',
      'sagemaker:CreateModelCardExportJob',
      otherCard,
      {},
      cards,
    ],
    ['card-retag', 'changes the tags of a model card', 'sagemaker:AddTags', card, {}, cards],
    [
      'card-other-delete',
      'deletes another team’s model card',
      'sagemaker:DeleteModelCard',
      otherCard,
      {},
      cards,
    ],
  ]),
];
