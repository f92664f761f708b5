import type { Activity } from './activity.ts';
import { dataZoneActions } from './dataZone.ts';

const domains = 'arn:<PARTITION>:datazone:*:*:domain/*';

/** What members do in projects and the catalog. */
const work = dataZoneActions({
  Accept: 'Predictions SubscriptionRequest',
  Associate: 'GovernedTerms',
  Batch: 'GetAttributesMetadata PutAttributesMetadata UpdateNotifications',
  Cancel: 'MetadataGenerationRun Subscription',
  Create:
    'Asset AssetFilter AssetRevision AssetType Connection DataProduct DataProductRevision DataSource Environment EnvironmentProfile FormType Glossary GlossaryTerm ListingChangeSet Project ProjectMembership SubscriptionGrant SubscriptionRequest',
  Delete:
    'Asset AssetFilter AssetType Connection DataProduct DataSource Environment EnvironmentProfile FormType Glossary GlossaryTerm Listing Project ProjectMembership SubscriptionGrant SubscriptionRequest SubscriptionTarget TimeSeriesDataPoints',
  Disassociate: 'GovernedTerms',
  Get: 'Asset AssetFilter AssetType Connection CurrentEffectivePolicy DataProduct DataSource DataSourceRun Designation DomainUnit Environment EnvironmentAction EnvironmentActionLink EnvironmentBlueprint EnvironmentBlueprintConfiguration EnvironmentCredentials EnvironmentProfile FormType Glossary GlossaryTerm GroupProfile LineageNode Listing MetadataGenerationRun Project Rule Subscription SubscriptionEligibility SubscriptionGrant SubscriptionRequestDetails SubscriptionTarget TimeSeriesDataPoint UpdateEligibility UserProfile',
  List: 'AccountEnvironments AssetFilters AssetRevisions Connections DataProductRevisions DataSourceRunActivities DataSourceRuns DataSources Designations DomainUnitsForParent EntityOwners EnvironmentActions EnvironmentBlueprintConfigurationSummaries EnvironmentBlueprintConfigurations EnvironmentBlueprints EnvironmentProfiles Environments GroupsForUser LineageNodeHistory MetadataGenerationRuns Notifications PolicyGrants ProjectMemberships Projects Rules SubscriptionGrants SubscriptionRequests SubscriptionTargets Subscriptions TimeSeriesDataPoints WarehouseMetadata',
  Query: 'Graph',
  Reject: 'Predictions SubscriptionRequest',
  Revoke: 'Subscription',
  Search: ' GroupProfiles Listings Rules Types UserProfiles',
  Start: 'DataSourceRun MetadataGenerationRun',
  Update:
    'AssetFilter Connection DataSource Environment EnvironmentDeploymentStatus EnvironmentProfile Glossary GlossaryTerm Project SubscriptionGrantStatus SubscriptionRequest',
});
const govern = dataZoneActions({
  Add: 'EntityOwner PolicyGrant',
  Create: 'DomainUnit Rule',
  Delete: 'DomainUnit Rule',
  Remove: 'EntityOwner PolicyGrant',
  Update: 'DomainUnit Rule',
});
const profiles = dataZoneActions({ Get: 'ProjectProfile', List: 'ProjectProfiles' });
const pools = dataZoneActions({ Get: 'AccountPool', List: 'AccountPools AccountsInAccountPool' });

export const runUnifiedDomain: Activity = {
  id: 'runUnifiedDomain',
  title: 'Run the portal of a Unified Studio domain',
  summary: 'Call Amazon DataZone for the users of the portal: projects, catalog, and subscriptions.',
  status: 'missingInGuide',
  options: [
    {
      id: 'govern',
      label: 'Govern the domain in the portal',
      help: 'Domain units, their owners, policies, and rules.',
      choices: [
        { value: 'on', label: 'Yes', help: 'Users whom DataZone authorizes can change them.' },
        { value: 'off', label: 'No', help: 'Only roles with their own permissions can change them.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
  ],
  published: [
    {
      Sid: 'DataZonePermissions',
      Effect: 'Allow',
      Action: ['datazone:GetDomain', ...work, ...govern],
      Resource: ['*'],
    },
    {
      Sid: 'AllowSetTrustedIdentity',
      Effect: 'Allow',
      Action: ['sts:SetContext'],
      Resource: ['arn:<PARTITION>:sts::*:self'],
    },
    { Sid: 'ProjectProfilePermissionsStatement', Effect: 'Allow', Action: profiles, Resource: [domains] },
    { Sid: 'AccountPoolPermissionsStatement', Effect: 'Allow', Action: pools, Resource: [domains] },
  ],
  hardened: [
    { Sid: 'PortalWork', Effect: 'Allow', Action: [...work, ...profiles, ...pools], Resource: ['*'] },
    {
      Sid: 'PortalGovern',
      Effect: 'Allow',
      Action: govern,
      Resource: ['*'],
      when: { govern: 'on' },
    },
    {
      Sid: 'PortalDomain',
      Effect: 'Allow',
      Action: ['datazone:GetDomain'],
      Resource: ['arn:<PARTITION>:datazone:<REGION>:<ACCOUNT_ID>:domain/<UNIFIED_DOMAIN_ID>'],
    },
    {
      Sid: 'PortalIdentity',
      Effect: 'Allow',
      Action: ['sts:SetContext'],
      Resource: ['arn:<PARTITION>:sts::<ACCOUNT_ID>:self'],
    },
  ],
};
