import {
  type Advice,
  type EscalationPath,
  free,
  limited,
  NAME_ROLES,
  named,
  ownerTags,
  passRole,
  runsAs,
  type Step,
  type StepLimit,
  UNMEANT_NAME,
} from './escalationPath.ts';

const sageMaker = (type: string): string => `arn:*:sagemaker:*:*:${type}/${UNMEANT_NAME}`;

/** Calls that take a role and a container, a script or a definition of the caller’s. */
const sageMakerWithRole: readonly (readonly [action: string, type: string])[] = [
  ['CreateNotebookInstance', 'notebook-instance'],
  ['CreateTrainingJob', 'training-job'],
  ['CreateHyperParameterTuningJob', 'hyper-parameter-tuning-job'],
  ['CreateProcessingJob', 'processing-job'],
  ['CreateModel', 'model'],
  ['CreateMonitoringSchedule', 'monitoring-schedule'],
  ['CreatePipeline', 'pipeline'],
  ['UpdatePipeline', 'pipeline'],
  ['CreateDomain', 'domain'],
  ['CreateUserProfile', 'user-profile/*'],
  ['CreateCluster', 'cluster'],
];

export const inSageMaker: EscalationPath = {
  id: 'passRoleToSageMaker',
  needs: [passRole(['sagemaker.amazonaws.com'], ['arn:*:sagemaker:*:*:*'])],
  oneOf: sageMakerWithRole.map(([action, type]) => free(`sagemaker:${action}`, sageMaker(type))),
  gain: runsAs('in SageMaker'),
  advice: NAME_ROLES,
};

const notebook = [sageMaker('notebook-instance')];
const profile = [sageMaker('user-profile/*')];

const toOwner = (...actions: readonly string[]): Advice => ({
  text: 'limit it to the caller’s resources, by name or owner tag',
  actions: actions.map((action) => `sagemaker:${action}`),
  by: ['name', ...ownerTags.map(({ key }) => ({ key }))],
});
const ofUpdates = (key: string, ...actions: readonly string[]): Advice => ({
  text: `add a condition on ${key} to the update actions`,
  actions: actions.map((action) => `sagemaker:${action}`),
  by: [{ key }],
});
const inAnotherRole = (action: string): Advice => ({
  text: `allow ${action} only in another role`,
  actions: [action],
  by: ['remove'],
});

const approvedScripts: StepLimit = {
  key: 'sagemaker:StudioLifecycleConfigArns',
  open: [sageMaker('studio-lifecycle-config')],
  why: 'Only the named lifecycle configurations can be attached.',
};

const approvedImages: readonly StepLimit[] = [
  { key: 'sagemaker:ImageArns', open: [sageMaker('image')], why: 'Only the named images can be attached.' },
];

// A domain has many users: naming it limits nothing.
const updateDomain = (limits: readonly StepLimit[] = []): Step =>
  free('sagemaker:UpdateDomain', sageMaker('domain'), limits);

/** Notebooks and Studio of others: a person who opens one acts with the permissions of its role. */
export const ofNotebooks: readonly EscalationPath[] = [
  {
    id: 'openNotebook',
    needs: [named('sagemaker:CreatePresignedNotebookInstanceUrl', notebook, ownerTags)],
    gain: 'open any notebook instance and act as its role',
    advice: [toOwner('CreatePresignedNotebookInstanceUrl')],
  },
  {
    id: 'openStudio',
    needs: [named('sagemaker:CreatePresignedDomainUrl', profile, ownerTags)],
    gain: 'open Studio as any user profile, with the permissions of its role',
    advice: [toOwner('CreatePresignedDomainUrl')],
  },
  {
    id: 'openRemotely',
    needs: [named('sagemaker:StartSession', [sageMaker('space/*')], ownerTags)],
    gain: 'connect to any Studio space and act as its role',
    advice: [toOwner('StartSession')],
  },
  {
    id: 'rewriteLifecycleConfig',
    needs: [
      named(
        'sagemaker:UpdateNotebookInstanceLifecycleConfig',
        [sageMaker('notebook-instance-lifecycle-config')],
        ownerTags,
      ),
    ],
    gain: 'change the startup script of other users’ notebook instances, which runs as root with the role of the instance',
    advice: limited(
      'list the lifecycle configurations in Resource',
      'sagemaker:UpdateNotebookInstanceLifecycleConfig',
    ),
  },
  {
    id: 'attachLifecycleConfig',
    needs: [
      free(
        'sagemaker:CreateNotebookInstanceLifecycleConfig',
        sageMaker('notebook-instance-lifecycle-config'),
      ),
      named('sagemaker:UpdateNotebookInstance', notebook, [
        ...ownerTags,
        {
          key: 'sagemaker:NotebookInstanceLifecycleConfigArns',
          open: [sageMaker('notebook-instance-lifecycle-config')],
          why: 'Only the named lifecycle configurations can be attached.',
        },
      ]),
    ],
    gain: 'run a script in notebook instances of other users, with the role of the instance',
    advice: [toOwner('UpdateNotebookInstance')],
  },
  {
    id: 'attachStudioLifecycleConfig',
    needs: [free('sagemaker:CreateStudioLifecycleConfig', sageMaker('studio-lifecycle-config'))],
    oneOf: [
      named('sagemaker:UpdateUserProfile', profile, [...ownerTags, approvedScripts]),
      named('sagemaker:UpdateSpace', [sageMaker('space/*')], [...ownerTags, approvedScripts]),
      updateDomain([approvedScripts]),
    ],
    gain: 'run a script in Studio apps of other users, with the role of the app',
    advice: [
      toOwner('UpdateUserProfile', 'UpdateSpace'),
      ofUpdates(approvedScripts.key, 'UpdateUserProfile', 'UpdateSpace', 'UpdateDomain'),
    ],
  },
  {
    id: 'attachImage',
    // A version of an image that exists is enough: naming the images that get one limits nothing.
    needs: [free('sagemaker:CreateImageVersion', sageMaker('image'))],
    oneOf: [
      named('sagemaker:UpdateUserProfile', profile, [...ownerTags, ...approvedImages]),
      updateDomain(approvedImages),
    ],
    gain: 'run any container image in Studio apps of other users, with the role of the app',
    advice: [
      toOwner('UpdateUserProfile'),
      ofUpdates('sagemaker:ImageArns', 'UpdateUserProfile', 'UpdateDomain'),
    ],
  },
  {
    id: 'addImageVersion',
    /*
     * Where an image is attached without a version, the latest one runs; the caller names the container image of the new one.
     * Source: https://docs.aws.amazon.com/sagemaker/latest/dg/studio-byoi-attach.html
     * sagemaker:UpdateImageVersion is no path: it changes aliases and descriptions of versions that exist, not the container image.
     * Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateImageVersion.html
     */
    needs: [named('sagemaker:CreateImageVersion', [sageMaker('image')], ownerTags)],
    gain: 'add a version to images that Studio apps of other users run, which runs with the role of the app',
    advice: limited('list the images in Resource', 'sagemaker:CreateImageVersion'),
  },
  {
    id: 'attachAppImageConfig',
    needs: [free('sagemaker:CreateAppImageConfig', sageMaker('app-image-config'))],
    // Naming the images limits nothing: the command of the configuration runs in any of them. Those that spaces name have none.
    oneOf: [named('sagemaker:UpdateUserProfile', profile, ownerTags), updateDomain()],
    gain: 'run a command in Studio apps of other users, with the role of the app',
    advice: [toOwner('UpdateUserProfile'), inAnotherRole('sagemaker:CreateAppImageConfig')],
  },
  {
    id: 'rewriteAppImageConfig',
    needs: [named('sagemaker:UpdateAppImageConfig', [sageMaker('app-image-config')], ownerTags)],
    gain: 'change the command that Studio apps of other users start with, which runs with the role of the app',
    advice: limited('list the app image configurations in Resource', 'sagemaker:UpdateAppImageConfig'),
  },
  {
    id: 'changeNotebookRole',
    needs: [
      passRole(['sagemaker.amazonaws.com'], ['arn:*:sagemaker:*:*:*']),
      free('sagemaker:UpdateNotebookInstance', sageMaker('notebook-instance')),
    ],
    gain: 'give a notebook instance any role that trusts SageMaker',
    advice: NAME_ROLES,
  },
];
