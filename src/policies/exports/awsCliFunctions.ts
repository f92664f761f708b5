import type { ExportPart } from './plan.ts';

/** What the scripts for the AWS CLI are made of. Sources: https://docs.aws.amazon.com/cli/latest/reference/iam/ and its neighbours. */

export const START = `set -euo pipefail
export LC_ALL=C AWS_PAGER=''

dry_run=no
case "\${1:-}" in
  '') ;;
  --dry-run) dry_run=yes ;;
  *)
    printf 'Usage: bash %s [--dry-run]\\n' "$0" >&2
    exit 2
    ;;
esac`;

export const END = `if [ "$dry_run" = yes ]; then printf 'Nothing was changed.\\n'; else printf 'Done.\\n'; fi`;

/** Values are checked before anything is called. */
export const CHECK = `check() {
  local name=$1 value=$2 number=$3 pattern="^($4)$" rule=$5 entry
  local entries=("$value")
  if [ "$number" = list ]; then read -r -a entries <<<"$value"; fi
  for entry in "\${entries[@]:-}"; do
    if ! [[ $entry =~ $pattern ]]; then
      printf 'The environment variable %s is missing or wrong. %s\\n' "$name" "$rule" >&2
      exit 2
    fi
  done
}`;

const CHANGE = `# Runs what changes something, or shows it.
change() {
  if [ "$dry_run" = yes ]; then
    printf 'would run:'
    printf ' %q' "$@"
    printf '\\n'
  else
    "$@" >/dev/null
  fi
}`;

/** "Not there" is an answer; any other failure, such as a missing permission, ends the script. */
const IS_THERE = `is_there() {
  local answer
  if answer=$("$@" 2>&1); then return 0; fi
  case "$answer" in *NoSuchEntity*) return 1 ;; esac
  printf '%s\\n' "$answer" >&2
  exit 1
}`;

const ACCOUNT = `caller=$(aws sts get-caller-identity --query Arn --output text)
account=$(aws sts get-caller-identity --query Account --output text)
partition=$(printf '%s' "$caller" | cut -d : -f 2)

policy_arn() { printf 'arn:%s:iam::%s:policy/%s' "$partition" "$account" "$1"; }`;

/** A managed policy has five versions at most: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html */
const PUT_POLICY = `put_policy() {
  local name=$1 document=$2 arn oldest count
  arn=$(policy_arn "$name")
  if ! is_there aws iam get-policy --policy-arn "$arn"; then
    change aws iam create-policy --policy-name "$name" --policy-document "$document"
    return
  fi
  count=$(aws iam list-policy-versions --policy-arn "$arn" --query 'length(Versions)' --output text)
  if [ "$count" -ge 5 ]; then
    oldest=$(aws iam list-policy-versions --policy-arn "$arn" \\
      --query 'sort_by(Versions[?!IsDefaultVersion], &CreateDate)[0].VersionId' --output text)
    change aws iam delete-policy-version --policy-arn "$arn" --version-id "$oldest"
  fi
  change aws iam create-policy-version --policy-arn "$arn" --policy-document "$document" --set-as-default
}`;

const PUT_ROLE = `put_role() {
  local name=$1 trust=$2 boundary=\${3:-}
  local limit=()
  if [ -n "$boundary" ]; then limit=(--permissions-boundary "$(policy_arn "$boundary")"); fi
  if ! is_there aws iam get-role --role-name "$name"; then
    change aws iam create-role --role-name "$name" --assume-role-policy-document "$trust" \${limit[@]+"\${limit[@]}"}
    return
  fi
  if [ -n "$boundary" ]; then
    change aws iam put-role-permissions-boundary --role-name "$name" "\${limit[@]}"
  fi
  change aws iam update-assume-role-policy --role-name "$name" --policy-document "$trust"
}`;

const ATTACH = `attach_policy() {
  change aws iam attach-role-policy --role-name "$1" --policy-arn "$(policy_arn "$2")"
}`;

const INLINE = `put_inline_policy() {
  change aws iam put-role-policy --role-name "$1" --policy-name "$2" --policy-document "$3"
}`;

const ENDPOINT = `put_endpoint_policy() {
  change aws ec2 modify-vpc-endpoint --vpc-endpoint-id "$1" --policy-document "$2"
}`;

const CONTROL = `put_service_control_policy() {
  local name=$1 document=$2 id attached target
  local targets=()
  read -r -a targets <<<"$3"
  id=$(aws organizations list-policies --filter SERVICE_CONTROL_POLICY \\
    --query "Policies[?Name=='$name'].Id" --output text)
  if [ -n "$id" ]; then
    change aws organizations update-policy --policy-id "$id" --content "$document"
  elif [ "$dry_run" = yes ]; then
    change aws organizations create-policy --name "$name" --description "$name" --type SERVICE_CONTROL_POLICY --content "$document"
    id='<new policy>'
  else
    id=$(aws organizations create-policy --name "$name" --description "$name" --type SERVICE_CONTROL_POLICY \\
      --content "$document" --query Policy.PolicySummary.Id --output text)
  fi
  attached=''
  if [ "$id" != '<new policy>' ]; then
    attached=$(aws organizations list-targets-for-policy --policy-id "$id" --query 'Targets[].TargetId' --output text)
  fi
  for target in "\${targets[@]}"; do
    case " $(printf '%s' "$attached" | tr '\\t\\n' '  ') " in
      *" $target "*) ;;
      *) change aws organizations attach-policy --policy-id "$id" --target-id "$target" ;;
    esac
  done
}`;

/** Only what a script uses. */
export function functionsFor({ policies, roles, endpoints, serviceControl }: ExportPart): string {
  const iam = policies.length + roles.length > 0;
  return [
    CHANGE,
    ...(iam ? [IS_THERE, ACCOUNT] : []),
    ...(policies.length > 0 ? [PUT_POLICY] : []),
    ...(roles.length > 0 ? [PUT_ROLE] : []),
    ...(roles.some(({ managed }) => managed.length > 0) ? [ATTACH] : []),
    ...(roles.some(({ inline }) => inline.length > 0) ? [INLINE] : []),
    ...(endpoints.length > 0 ? [ENDPOINT] : []),
    ...(serviceControl.length > 0 ? [CONTROL] : []),
  ].join('\n\n');
}
