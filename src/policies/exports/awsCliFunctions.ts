import { escapesIn, sameDocumentFunction } from './awsCliDocuments.ts';
import { ATTACH, INLINE, PUT_ROLE, ROLE_ARN } from './awsCliRoles.ts';
import { permissionSetFunctions } from './awsCliPermissionSets.ts';
import { RESOURCE_POLICY } from './awsCliResourcePolicies.ts';
import { type ExportPart, isReferredTo } from './planned.ts';

/** What the scripts for the AWS CLI are made of. Sources: https://docs.aws.amazon.com/cli/latest/reference/iam/ and its neighbors. */

export const SCRIPT_START = `set -euo pipefail
export AWS_PAGER=''

dry_run=no
case "\${1:-}" in
  '') ;;
  --dry-run) dry_run=yes ;;
  *)
    printf 'Usage: bash %s [--dry-run]\\n' "$0" >&2
    exit 2
    ;;
esac`;

export const SCRIPT_END = `if [ "$dry_run" = yes ]; then printf 'Nothing was changed.\\n'; else printf 'Done.\\n'; fi`;

/** The entries of a list, however they are separated. */
export const SPLIT = `# Splits a value at white space and commas into the array 'entries'.
split() {
  read -r -d '' -a entries <<<"\${1//[[:space:],]/ }" || true
}`;

/** Values are checked before anything is called. Ranges of letters mean ASCII there, and there only: policies are UTF-8. */
export const CHECK = `check() {
  local LC_ALL=C
  local name=$1 value=$2 number=$3 pattern="^($4)$" rule=$5 refused=\${6:-} entry
  local entries=("$value")
  if [ "$number" = list ]; then split "$value"; fi
  for entry in "\${entries[@]:-}"; do
    if ! [[ $entry =~ $pattern ]] || { [ -n "$refused" ] && [[ $entry =~ $refused ]]; }; then
      printf 'The environment variable %s is missing or invalid. %s\\n' "$name" "$rule" >&2
      exit 2
    fi
  done
}`;

const CHANGE = `made=()
answer=''

# Prints the change, makes it, and stores the result in 'answer'. In a dry run, prints the command instead.
change() {
  local what=$1
  shift
  answer=''
  if [ "$dry_run" = yes ]; then
    printf 'would %s\\n  would run:' "$what"
    printf ' %q' "$@"
    printf '\\n'
    return
  fi
  printf '%s\\n' "$what"
  answer=$("$@")
  made+=("$what")
  printf '  done%s\\n' "\${answer:+: $answer}"
}

unchanged() { printf 'unchanged: %s\\n' "$1"; }`;

/** A script that ends early says what it has made: the rest of the account is as it was. */
const STOPPED = `stopped() {
  local status=$?
  if [ "$status" -eq 0 ]; then return; fi
  if [ "\${#made[@]}" -eq 0 ]; then
    printf 'Stopped. Nothing was changed.\\n' >&2
  else
    printf 'Stopped. Changes made before the error:\\n' >&2
    printf '  %s\\n' "\${made[@]}" >&2
    printf 'Fix the error and run the script again. It skips what is up to date.\\n' >&2
  fi
}
trap stopped EXIT`;

/** "Not there" is an answer; any other failure, such as a missing permission, ends the script. */
const IS_THERE = `is_there() {
  local answer
  if answer=$("$@" 2>&1); then return 0; fi
  case "$answer" in *NoSuchEntity* | *ResourceNotFoundException*) return 1 ;; esac
  printf '%s\\n' "$answer" >&2
  exit 1
}`;

const CALLER = `account=$(aws sts get-caller-identity --query Account --output text)
partition=$(aws sts get-caller-identity --query Arn --output text | cut -d : -f 2)
printf 'Account %s, partition %s\\n' "$account" "$partition"`;

/** What the caller is must be what the values say: policies of another account would be made here. */
const MATCHES = `matches() {
  if [ "$2" = "$3" ]; then return; fi
  printf '%s is %s, but the AWS CLI is signed in to %s. Nothing was changed. Correct the value, or use other credentials.\\n' "$1" "$2" "$3" >&2
  exit 2
}`;

const ARN = `policy_arn() { printf 'arn:%s:iam::%s:policy/%s' "$partition" "$account" "$1"; }`;

/** A managed policy has five versions at most: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html */
const PUT_POLICY = `put_policy() {
  local name=$1 document=$2 arn version there oldest count
  arn=$(policy_arn "$name")
  if ! is_there aws iam get-policy --policy-arn "$arn"; then
    change "create policy $name" aws iam create-policy --policy-name "$name" --policy-document "$document" \\
      --query Policy.Arn --output text
    return
  fi
  version=$(aws iam get-policy --policy-arn "$arn" --query Policy.DefaultVersionId --output text)
  there=$(aws iam get-policy-version --policy-arn "$arn" --version-id "$version" \\
    --query PolicyVersion.Document --output json)
  if same "$there" "$document"; then
    unchanged "policy $name"
    return
  fi
  count=$(aws iam list-policy-versions --policy-arn "$arn" --query 'length(Versions)' --output text)
  if [ "$count" -ge 5 ]; then
    oldest=$(aws iam list-policy-versions --policy-arn "$arn" \\
      --query 'sort_by(Versions[?!IsDefaultVersion], &CreateDate)[0].VersionId' --output text)
    change "delete version $oldest of policy $name" \\
      aws iam delete-policy-version --policy-arn "$arn" --version-id "$oldest"
  fi
  change "update policy $name" aws iam create-policy-version --policy-arn "$arn" --policy-document "$document" \\
    --set-as-default --query PolicyVersion.VersionId --output text
}`;

const ENDPOINT = `put_endpoint_policy() {
  local there
  there=$(aws ec2 describe-vpc-endpoints --vpc-endpoint-ids "$1" \\
    --query 'VpcEndpoints[0].PolicyDocument' --output text)
  if same "$there" "$2"; then
    unchanged "policy of endpoint $1"
  else
    change "update policy of endpoint $1" \\
      aws ec2 modify-vpc-endpoint --vpc-endpoint-id "$1" --policy-document "$2" --query Return --output text
  fi
}`;

const CONTROL = `put_organization_policy() {
  local name=$1 description=$2 document=$3 type=$5 what id there attached target
  local entries=()
  what='service control policy'
  if [ "$type" = RESOURCE_CONTROL_POLICY ]; then
    what='resource control policy'
  fi
  id=$(aws organizations list-policies --filter "$type" \\
    --query "Policies[?Name=='$name'].Id" --output text)
  if [ -n "$id" ]; then
    there=$(aws organizations describe-policy --policy-id "$id" --query Policy.Content --output text)
    if same "$there" "$document"; then
      unchanged "$what $name"
    else
      change "update $what $name" \\
        aws organizations update-policy --policy-id "$id" --content "$document" \\
        --query Policy.PolicySummary.Id --output text
    fi
  else
    change "create $what $name" \\
      aws organizations create-policy --name "$name" --description "$description" \\
      --type "$type" --content "$document" --query Policy.PolicySummary.Id --output text
    id=\${answer:-<new policy>}
  fi
  attached=''
  if [ "$id" != '<new policy>' ]; then
    attached=$(aws organizations list-targets-for-policy --policy-id "$id" --query 'Targets[].TargetId' --output text)
  fi
  split "$4"
  for target in "\${entries[@]}"; do
    case " \${attached//[[:space:]]/ } " in
      *" $target "*) unchanged "$what $name of $target" ;;
      *)
        change "attach $what $name to $target" \\
          aws organizations attach-policy --policy-id "$id" --target-id "$target"
        attached="$attached $target"
        ;;
    esac
  done
}`;

/** The lines that compare the values of the account and the partition, where a part asks for them, with the caller. */
function callerLines(part: ExportPart): readonly string[] {
  const { id, parameters } = part;
  const { account } = ownerOf(part);
  const asks = (placeholder: string) => parameters.some((parameter) => parameter.placeholder === placeholder);
  // Endpoints and organization policies can be created from one account for another.
  const calls = [
    ...((id === 'account' || id === 'resources') && asks('ACCOUNT_ID')
      ? ['matches ACCOUNT_ID "$ACCOUNT_ID" "$account"']
      : []),
    ...(account === undefined ? [] : [`matches ACCOUNT_ID ${account} "$account"`]),
    ...(asks('PARTITION') ? ['matches PARTITION "$PARTITION" "$partition"'] : []),
  ];
  return calls.length > 0 ? [MATCHES, calls.join('\n')] : [];
}

/**
 * The account and the Region that policies of resources name in ARNs of what they are about: buckets and repositories are found by
 * their names in any account. Nothing where there is another one, too.
 */
function ownerOf({ resourcePolicies }: ExportPart): { readonly region?: string; readonly account?: string } {
  const named = JSON.stringify(
    resourcePolicies.map(({ resource, document }) => [
      resource.name,
      document.Statement.map(({ Resource }) => Resource),
    ]),
  );
  const owners = [...named.matchAll(/:(?:sagemaker|kms):([a-z0-9-]+|<REGION>):(\d{12}|<ACCOUNT_ID>):/g)];
  const only = (names: readonly (string | undefined)[]) =>
    new Set(names).size === 1 && names[0] !== undefined && !names[0].startsWith('<') ? names[0] : undefined;
  const [region, account] = [1, 2].map((group) => only(owners.map((owner) => owner[group])));
  return { ...(region && { region }), ...(account && { account }) };
}

/** Resources of another Region can have the same names. */
function regionLines(part: ExportPart): readonly string[] {
  if (part.resourcePolicies.length === 0) return [];
  const asked = part.parameters.some(({ placeholder }) => placeholder === 'REGION');
  const region = asked ? '"$REGION"' : ownerOf(part).region;
  return region === undefined ? [] : [`export AWS_REGION=${region} AWS_DEFAULT_REGION=${region}`];
}

/** Only what a script uses. */
export function functionsFor(part: ExportPart): string {
  const { policies, roles, existing, permissionSets, endpoints, resourcePolicies, organizationPolicies } =
    part;
  const withPolicies = [...roles, ...existing.filter(({ arns }) => arns.length > 0)];
  const iam = policies.length + withPolicies.length > 0;
  const caller = callerLines(part);
  return [
    ...regionLines(part),
    CHANGE,
    sameDocumentFunction(escapesIn(part)),
    ...(iam || caller.length > 0 ? [CALLER] : []),
    ...caller,
    STOPPED,
    ...(iam ? [IS_THERE, ARN] : []),
    ...(policies.length > 0 ? [PUT_POLICY] : []),
    ...(roles.length > 0 ? [PUT_ROLE] : []),
    ...(roles.some((role) => isReferredTo(role, part)) ? [ROLE_ARN] : []),
    ...(withPolicies.some(({ managed }) => managed.length > 0) ? [ATTACH] : []),
    ...(withPolicies.some(({ inline }) => inline.length > 0) ? [INLINE] : []),
    ...permissionSetFunctions(permissionSets, IS_THERE),
    ...(endpoints.length > 0 ? [ENDPOINT] : []),
    ...(resourcePolicies.length > 0 ? [RESOURCE_POLICY] : []),
    ...(organizationPolicies.length > 0 ? [CONTROL] : []),
  ].join('\n\n');
}
