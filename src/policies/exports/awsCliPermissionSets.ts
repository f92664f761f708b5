import type { PlannedPermissionSet } from './planned.ts';

/**
 * Shell functions for permission sets. Names are found by looking at each: no call finds one by its name.
 * Source: https://docs.aws.amazon.com/cli/latest/reference/sso-admin/
 */

const call = (command: string): string => `aws sso-admin ${command} --instance-arn "$INSTANCE_ARN"`;

const PUT = `# Finds or creates a permission set. Stores its ARN in 'set_arn', and in 'new_set' whether it was created.
put_permission_set() {
  local arn arns
  set_arn='' new_set=no changed_set=no
  arns=$(${call('list-permission-sets')} --query 'PermissionSets[]' --output text)
  for arn in $arns; do
    if [ "$(${call('describe-permission-set')} --permission-set-arn "$arn" \\
      --query PermissionSet.Name --output text)" = "$1" ]; then
      set_arn=$arn
      unchanged "permission set $1"
      return
    fi
  done
  new_set=yes
  change "create permission set $1" ${call('create-permission-set')} --name "$1" --description "$2" \\
    --query PermissionSet.PermissionSetArn --output text
  set_arn=\${answer:-<new permission set>}
}

change_set() {
  changed_set=yes
  change "$@"
}`;

const INLINE = `put_set_inline_policy() {
  local there=''
  if [ "$new_set" = no ]; then
    there=$(${call('get-inline-policy-for-permission-set')} --permission-set-arn "$set_arn" \\
      --query InlinePolicy --output text)
  fi
  if same "$there" "$2"; then
    unchanged "inline policy of permission set $1"
  else
    change_set "write inline policy of permission set $1" ${call('put-inline-policy-to-permission-set')} \\
      --permission-set-arn "$set_arn" --inline-policy "$2"
  fi
}`;

const REFERENCE = `refer_to_policy() {
  local there=''
  if [ "$new_set" = no ]; then
    there=$(${call('list-customer-managed-policy-references-in-permission-set')} --permission-set-arn "$set_arn" \\
      --query "CustomerManagedPolicyReferences[?Name=='$2' && Path=='/'].Name" --output text)
  fi
  if [ -n "$there" ]; then
    unchanged "policy $2 of permission set $1"
  else
    change_set "attach policy $2 to permission set $1" ${call('attach-customer-managed-policy-reference-to-permission-set')} \\
      --permission-set-arn "$set_arn" --customer-managed-policy-reference "Name=$2,Path=/"
  fi
}`;

const BOUNDARY = `put_set_boundary() {
  local there=''
  if [ "$new_set" = no ] &&
    is_there ${call('get-permissions-boundary-for-permission-set')} --permission-set-arn "$set_arn"; then
    there=$(${call('get-permissions-boundary-for-permission-set')} --permission-set-arn "$set_arn" \\
      --query PermissionsBoundary.CustomerManagedPolicyReference.Name --output text)
  fi
  if [ "$there" = "$2" ]; then
    unchanged "permissions boundary of permission set $1"
  else
    change_set "set permissions boundary of permission set $1" ${call('put-permissions-boundary-to-permission-set')} \\
      --permission-set-arn "$set_arn" --permissions-boundary "CustomerManagedPolicyReference={Name=$2,Path=/}"
  fi
}`;

/** Without it, the roles in accounts stay as they are. Source: https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutInlinePolicyToPermissionSet.html (Note) */
const PROVISION = `# Updates the roles of a permission set that has changed, in every account that it is assigned in.
provision_set() {
  local accounts
  if [ "$new_set" = yes ] || [ "$changed_set" = no ]; then return; fi
  accounts=$(${call('list-accounts-for-provisioned-permission-set')} --permission-set-arn "$set_arn" \\
    --query 'AccountIds[]' --output text)
  if [ -z "$accounts" ]; then return; fi
  change "update roles of permission set $1" ${call('provision-permission-set')} --permission-set-arn "$set_arn" \\
    --target-type ALL_PROVISIONED_ACCOUNTS --query PermissionSetProvisioningStatus.Status --output text
}`;

/** Only what a script uses. `isThere`: the function that distinguishes a missing resource from an error. */
export function permissionSetFunctions(
  sets: readonly PlannedPermissionSet[],
  isThere: string,
): readonly string[] {
  if (sets.length === 0) return [];
  return [
    PUT,
    ...(sets.some(({ inline }) => inline) ? [INLINE] : []),
    ...(sets.some(({ managed }) => managed.length > 0) ? [REFERENCE] : []),
    ...(sets.some(({ boundary }) => boundary) ? [isThere, BOUNDARY] : []),
    PROVISION,
  ];
}
