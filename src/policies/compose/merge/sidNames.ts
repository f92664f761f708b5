/**
 * Templates of several activities that say the same → the one name of their statement. Without it the statement would be named
 * after whichever of them is selected first. `stableNames.test.ts` finds templates that are missing here.
 */
const shared: Readonly<Record<string, readonly string[]>> = {
  NotebookDescribe: ['NotebookDescribesItself'],
  StudioDescribe: ['StudioDescribesItself'],
  VpcCreateInterface: [
    'NotebookVpcCreateInterface',
    'NotebooksNetwork',
    'JobVpcCreateInterface',
    'HostVpcCreateInterface',
  ],
  VpcManageInterface: ['JobVpcManageInterface', 'HostVpcManageInterface'],
  VpcAnyInterface: ['JobVpcAnyInterface', 'HostVpcAnyInterface'],
  VolumeKeyGrant: [
    'NotebookVolumeKeyGrant',
    'JobVolumeKeyGrant',
    'HostVolumeKeyGrant',
    'DomainsVolumeKeyGrant',
  ],
  JobListInput: ['TransformListInput'],
  JobListInputBucket: ['TransformListInputBucket'],
  JobReadInput: ['TransformReadInput'],
  SageMakerVolumeKeyGrant: [
    'EndpointVolumeKeyGrant',
    'StudioVolumeKeyGrant',
    'ManageJobsVolumeKeyGrant',
    'JobsVolumeKeyGrant',
    'ManageEndpointsVolumeKeyGrant',
    'MonitorVolumeKeyGrant',
    'NotebookVolumeKeyGrantThroughSageMaker',
    'AutoMlVolumeKeyGrant',
    'NotebooksVolumeKeyGrant',
  ],
  DataKey: [
    'StudioDataKey',
    'GlueTableKey',
    'NotebookDataKey',
    'TeamDataKey',
    'AsyncDataKey',
    'MlflowDataKey',
    'CustomizeDataKey',
    'ProjectKey',
  ],
  ReadJumpStart: ['NotebookJumpStart', 'JobJumpStart', 'HostJumpStart', 'CanvasJumpStart', 'HubJumpStart'],
  JobsPassRole: ['ManageJobsPassRole', 'MonitorPassRole', 'StepsPassTrainingRole', 'AlgorithmsPassRole'],
  ModelPassRole: ['ManageModelsPassRole', 'StepsPassModelRole', 'OptimizePassRole'],
  ManagePipelinesPassRole: ['StepsPassOwnRole'],
  ManageJobsPlans: ['ClustersPlans'],
  ManageJobsPlansList: ['ClustersPlansList'],
  ClustersList: ['ClustersFind'],
  StudioListAll: ['DomainsList'],
  NotebookPassRole: ['DomainsPassRole', 'StudioImagesPassRole', 'NotebooksPassRole'],
  NotebookVpcDescribe: ['NotebooksNetworkDescribe'],
  PartnerAppsList: ['PartnerAppsFind'],
  HubFind: ['HubManageList'],
  ScheduleBucket: ['NotebookJobBucket'],
  ScheduleDriver: ['NotebookJobDriver'],
  LabelingPassRole: ['LabelingJobsPassRole', 'ReviewsPassRole'],
  WriteLogs: ['CustomizeLogs'],
  RegisterModelsTag: ['MlflowRegisterTags'],
  ModelCreate: ['ManageModelsCreate'],
  ModelCreateInVpc: ['ManageModelsCreateInVpc'],
  PortalDomain: ['ProjectsDomain', 'ProjectDomain'],
  ProjectBucket: ['DeployBucket'],
  ProjectBucketAll: ['DeployBucketAll'],
  FeaturesReadKey: ['FeaturesWriteKey'],
  FeaturesFind: ['FeatureGroupsFind'],
  AutoMlPassRole: ['AutoMlPassItself'],
  EndpointPolicies: ['EndpointPoliciesRead'],
  PermissionSetInstances: ['PermissionSetInstancesRead'],
  OrganizationPoliciesFind: ['OrganizationPoliciesFindRead'],
  ExportedStackTemplates: ['ExportedStackTemplatesRead'],
  EcrLogin: ['EcrPullLogin', 'BuildEcrLogin', 'SharedImagesLogin'],
};

const byTemplate = new Map(
  Object.entries(shared).flatMap(([name, templates]) => templates.map((template) => [template, name])),
);

/** The name of a template's statement. What is put behind a template's name (`Guarded`) stays behind it. */
export function sharedName(template: string): string {
  const [, start = template, end = ''] = /^(.*?)((?:Guarded|Exempt)*)$/.exec(template) ?? [];
  return `${byTemplate.get(start) ?? start}${end}`;
}
