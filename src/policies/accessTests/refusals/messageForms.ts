import { dnsSuffix } from '../../language/partitions.ts';
import { imageRepository } from './imageRepository.ts';
import { actionOfS3Call } from './operationActions.ts';
import type { RefusedCall } from './refusedCall.ts';

/** What one message says, before its resource is completed. */
export interface ReadMessage {
  readonly principal?: string | undefined;
  readonly action: string;
  readonly resource?: string | undefined;
  /** The text behind it says which policy refused the call, where this does not. */
  readonly because?: string;
  readonly layer?: RefusedCall['layer'];
}

/** A message with its place in the text. */
export interface PlacedMessage {
  readonly at: number;
  readonly end: number;
  readonly read: ReadMessage;
}

/** How a service words a refusal. Texts have single spaces. */
interface MessageForm {
  readonly pattern: RegExp;
  read(groups: Readonly<Record<string, string | undefined>>): ReadMessage | undefined;
}

const ACTION = String.raw`(?<action>[a-z][\w-]{1,60}:\w{2,100})`;
const ON = String.raw` on (?:the |this )?resources?(?:\(s\))?(?: associated with this \w+)?:? ?`;
/** Or its ARN alone. */
const ON_WHAT = String.raw`(?:(?<on>${ON})| on:? ["']?(?<arn>arn:aws[^\s"']{5,1200}))?`;
/** Without a word in front of it. */
const CALLER = String.raw`(?<caller>arn:aws[\w-]{0,12}:(?:iam|sts)::\d{12}:\S{1,1200})`;
const ROLE = String.raw`(?<role>arn:aws[\w-]{0,12}:iam::\d{12}:role\/[\w+=,.@/-]{1,560})`;
const RESOURCE = String.raw`(?<resource>\\?"[^"]{1,1200}"|'[^']{1,1200}'|(?:role|user|group|policy|instance profile) [\w+=,.@:/-]+|\S{1,1200})`;
const SERVICE = String.raw`(?<service>[\w.-]+\.${dnsSuffix})`;
const SOME = String.raw`[^:]{0,120}?`;

const form = (pattern: string, read: MessageForm['read']): MessageForm => ({
  pattern: new RegExp(pattern, 'gi'),
  read,
});

const S3_SERVICE = /^s3:/i;

const actionOfVerb: Readonly<Record<string, string>> = { PUT: 's3:PutObject', DELETE: 's3:DeleteObject' };

/**
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html for the first; the others are what
 * the console, SageMaker, S3, and KMS write. Of forms that read the same place, the first counts.
 */
export const messageForms: readonly MessageForm[] = [
  // The console: User, Service, Action, On resource(s), Context.
  form(
    String.raw`User: (?<user>\S{1,2048})(?: Service: (?<service>[\w-]{1,60}))? Action: (?<name>[\w-]+(?::\w+)?)(?: On resource\(s\): ${RESOURCE})?(?: Context: (?<because>(?:(?!User: ).){0,400}))?`,
    ({ user, service, name = '', resource, because }) => {
      if (service === undefined && !name.includes(':')) return undefined;
      const action = name.includes(':') ? name : `${service}:${name}`;
      return { principal: user, action, resource: resource ?? '*', because: because ?? '' };
    },
  ),
  form(
    String.raw`(?:(?:User|Principal|Role|Identity):? (?<user>\S{1,2048})|${CALLER}) is not authorized to perform:? (?:the )?(?:action:? )?${ACTION}${ON_WHAT}`,
    ({ user, caller, action = '', on, arn }) => ({
      principal: user ?? caller,
      action,
      resource: on === undefined ? (arn ?? '*') : undefined,
    }),
  ),
  form(
    String.raw`role '?"?\[?(?:${ROLE}|[\w+=,.@-]{1,64})\]?"?'? does not have (?:the )?(?<action>[\w-]+(?::\w+)?) permissions?(?: for (?:the )?image: ?(?<image>\S{1,600}))?`,
    ({ role, action = '', image }) => ({
      principal: role,
      action: action.includes(':') ? action : `ecr:${action}`,
      resource: image === undefined ? undefined : imageRepository(image),
    }),
  ),
  form(
    String.raw`model data at (?<resource>(?:s3|https):\/\/[^\s,"']{3,1200}?)\.? \w+ ensure that the role "?${ROLE}"? exists`,
    ({ role, resource }) => ({ principal: role, action: 's3:GetObject', resource }),
  ),
  form(
    String.raw`role "?'?${ROLE}"?'? has "?'?${ACTION}"?'? permissions? on (?:bucket|resource) "?'?(?<bucket>[\w.:/*-]{3,1200})"?'?`,
    ({ role, action = '', bucket = '' }) => ({
      principal: role,
      action,
      resource: S3_SERVICE.test(action) && !bucket.startsWith('arn:') ? `s3://${bucket}` : bucket,
    }),
  ),
  form(
    String.raw`Could not assume role \[?"?'?${ROLE}\]?"?'?(?:\.? ${SOME}principal '?"?${SERVICE})?`,
    ({ role, service }) => ({
      principal: service ?? 'sagemaker.amazonaws.com',
      action: 'sts:AssumeRole',
      resource: role?.replace(/\.$/, ''),
      layer: 'resource',
    }),
  ),
  // Who assumes it is not said, nor which policy refused it, except by Amazon ECS.
  form(
    String.raw`(?<ecs>ECS was )?unable to assume (?:the )?role \[?"?'?${ROLE}\]?"?'?(?: that was provided for this (?<bearer>task|service))?`,
    ({ ecs, role, bearer }) => ({
      principal: ecs && (bearer === 'service' ? 'ecs.amazonaws.com' : 'ecs-tasks.amazonaws.com'),
      action: 'sts:AssumeRole',
      resource: role?.replace(/\.$/, ''),
      ...(ecs ? { layer: 'resource' as const } : {}),
    }),
  ),
  form(
    String.raw`Role \[?"?'?${ROLE}\]?"?'? (?:is invalid or )?cannot be assumed(?: by ${SERVICE})?`,
    ({ role, service }) => ({
      principal: service ?? 'sagemaker.amazonaws.com',
      action: 'sts:AssumeRole',
      resource: role,
      layer: 'resource',
    }),
  ),
  form(
    String.raw`trust relationship policy allows the action '?"?sts:AssumeRole'?"? for the service principal '?"?${SERVICE}`,
    ({ service }) => ({ principal: service, action: 'sts:AssumeRole', layer: 'resource' }),
  ),
  form(
    String.raw`(?:ExecutionRole|execution role|role) \[?"?'?${ROLE}\]?"?'?(?:[^']{0,300}?) has permission for '${ACTION}'`,
    ({ role, action = '' }) => ({ principal: role, action }),
  ),
  form(String.raw`has permissions? (?:for|to perform) ["']?${ACTION}`, ({ action = '' }) => ({ action })),
  form(String.raw`does(?: not|n.t) have (?:the )?["']?${ACTION}["']? permissions?`, ({ action = '' }) => ({
    action,
  })),
  form(
    String.raw`(?:You|User|Role|It|caller|identity|principal|role) (?:don.t|do not|does not|doesn.t) have (?:the )?permissions? to (?:perform:? |call |use )?(?:the )?(?:action:? )?["']?${ACTION}["']?(?: (?:action )?on (?:the |this )?resources?(?:\(s\))?(?: with ARN)?:? ?)?`,
    ({ action = '' }) => ({ action }),
  ),
  // Signing in: who it was is not said.
  form(
    String.raw`\bnot authorized to perform:? (?:the )?(?:action:? )?["']?${ACTION}["']?${ON_WHAT}`,
    ({ action = '', arn }) => ({
      action,
      resource: arn,
      ...(/^sts:/i.test(action) ? { layer: 'resource' as const } : {}),
    }),
  ),
  // EC2 alone has this code, and the rest of its message is encoded.
  form(
    String.raw`\(UnauthorizedOperation\) when calling the (?<name>\w+) operation(?:: You are not authorized to perform this operation)?`,
    ({ name = '' }) => ({ action: `ec2:${name}` }),
  ),
  form(
    String.raw`execution role does not have permissions? to call (?<name>\w+) on (?<service>[A-Z][A-Z0-9]{1,30})\b`,
    ({ name, service = '' }) => ({ action: `${service.toLowerCase()}:${name}` }),
  ),
  form(
    String.raw`The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access`,
    () => ({ action: 'kms:Decrypt' }),
  ),
  // Terraform names the bucket in front of the call.
  form(
    String.raw`(?:S3 Bucket(?: [A-Z][\w ]{1,60})? \((?<bucket>[a-z0-9][a-z0-9.-]{2,62})\): )?operation error S3: (?<name>\w+), https response error StatusCode: 403,[^"]{0,300}?api error (?:AccessDenied: Access Denied|Forbidden: Forbidden)`,
    ({ bucket, name = '' }) => {
      const action = actionOfS3Call(name);
      const resource = bucket === undefined ? undefined : `s3://${bucket}`;
      return action === undefined ? undefined : { action, resource };
    },
  ),
  // Athena names the object, or what it lists.
  form(String.raw`Permission denied on S3 path: (?<path>s3:\/\/[^\s"',;)]{3,1100})`, ({ path = '' }) => ({
    action: path.endsWith('/') ? 's3:ListBucket' : 's3:GetObject',
    resource: path.endsWith('/') ? path.replace(/^(s3:\/\/[^/]+).*/, '$1') : path,
  })),
  // The SDK for Java, which Hadoop and Spark use, names the request of an object.
  form(
    String.raw`Access Denied; request: (?<verb>GET|HEAD|PUT|DELETE) https:\/\/(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\.s3[.-][\w.-]*${dnsSuffix} (?<key>[^\s{}]{1,1024}) \{`,
    ({ verb = '', bucket = '', key = '' }) => ({
      action: actionOfVerb[verb] ?? 's3:GetObject',
      resource: `s3://${bucket}/${key}`,
    }),
  ),
  // Hadoop has a call of its own in front of the path.
  form(
    String.raw`\b(?<call>getFileStatus|(?:re)?open(?: s3[an]?:\/\/\S{1,1100})?(?: at (?:position )?\d{1,15})?|read|(?:inner)?listStatus|listFiles|listLocatedStatus|delete) on s3[an]?:\/\/(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?<key>\/[^\s"',;]{0,1023}?)?: (?<said>.{0,200}?\b(?:403|Forbidden|Access ?Denied)\b)`,
    ({ call = '', bucket = '', key = '', said = '' }) => hadoopCall(call, `s3://${bucket}`, { key, said }),
  ),
  // S3 says no more than this.
  form(
    String.raw`\((?:AccessDenied|403|Forbidden)\) when calling the (?<name>\w+) operation: (?:Access Denied|Forbidden)`,
    ({ name = '' }) => {
      const action = actionOfS3Call(name);
      return action === undefined ? undefined : { action };
    },
  ),
];

/**
 * What Hadoop asks S3 for: of a file that is looked for, first its head, which is refused without a text of S3, and then a list.
 * Sources: https://hadoop.apache.org/docs/stable/hadoop-aws/tools/hadoop-aws/troubleshooting_s3a.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
 */
function hadoopCall(
  call: string,
  bucket: string,
  { key, said }: { readonly key: string; readonly said: string },
): ReadMessage {
  const isList = /list/i.test(call) || (call === 'getFileStatus' && /Access ?Denied\b/i.test(said));
  if (isList || key.length < 2) return { action: 's3:ListBucket', resource: bucket };
  return { action: call === 'delete' ? 's3:DeleteObject' : 's3:GetObject', resource: `${bucket}${key}` };
}

/** An object of S3, whose key can have spaces, up to what AWS says of the policy that decided. */
const OBJECT_WITH_SPACES = String.raw`arn:aws[\w-]{0,12}:s3:::(?:(?! because no | with an explicit deny| on resource: | is not authorized )[^\n"\\]){1,1200}(?= (?:because no |with an explicit deny))`;

/** The resource at the start of a text, where a message goes on with it. */
export const RESOURCE_AHEAD = new RegExp(`^(?:${OBJECT_WITH_SPACES}|${RESOURCE})`, 'i');
