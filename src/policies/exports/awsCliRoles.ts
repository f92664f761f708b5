/** Functions of the AWS CLI scripts that create a role and attach its policies. Each skips what is up to date. */

export const PUT_ROLE = `put_role() {
  local name=$1 trust=$2 boundary=\${3:-} there
  local limit=()
  if [ -n "$boundary" ]; then limit=(--permissions-boundary "$(policy_arn "$boundary")"); fi
  if ! is_there aws iam get-role --role-name "$name"; then
    change "create role $name" aws iam create-role --role-name "$name" --assume-role-policy-document "$trust" \\
      \${limit[@]+"\${limit[@]}"} --query Role.Arn --output text
    return
  fi
  if [ -n "$boundary" ]; then
    there=$(aws iam get-role --role-name "$name" \\
      --query Role.PermissionsBoundary.PermissionsBoundaryArn --output text)
    if [ "$there" = "\${limit[1]}" ]; then
      unchanged "permissions boundary of role $name"
    else
      change "set permissions boundary of role $name" \\
        aws iam put-role-permissions-boundary --role-name "$name" "\${limit[@]}"
    fi
  fi
  there=$(aws iam get-role --role-name "$name" --query Role.AssumeRolePolicyDocument --output json)
  if same "$there" "$trust"; then
    unchanged "trust policy of role $name"
  else
    change "update trust policy of role $name" \\
      aws iam update-assume-role-policy --role-name "$name" --policy-document "$trust"
  fi
}`;

/** The ARN of a role, with its path. In a dry run, the ARN that it will have. */
export const ROLE_ARN = `role_arn() {
  if is_there aws iam get-role --role-name "$1"; then
    aws iam get-role --role-name "$1" --query Role.Arn --output text
  else
    printf 'arn:%s:iam::%s:role/%s' "$partition" "$account" "$1"
  fi
}`;

export const ATTACH = `attach_policy() {
  local arn attached
  arn=$(policy_arn "$2")
  if is_there aws iam get-role --role-name "$1"; then
    attached=$(aws iam list-attached-role-policies --role-name "$1" \\
      --query "AttachedPolicies[?PolicyArn=='$arn'].PolicyArn" --output text)
    if [ -n "$attached" ]; then
      unchanged "policy $2 of role $1"
      return
    fi
  fi
  change "attach policy $2 to role $1" aws iam attach-role-policy --role-name "$1" --policy-arn "$arn"
}`;

export const INLINE = `put_inline_policy() {
  local there
  if is_there aws iam get-role-policy --role-name "$1" --policy-name "$2"; then
    there=$(aws iam get-role-policy --role-name "$1" --policy-name "$2" --query PolicyDocument --output json)
    if same "$there" "$3"; then
      unchanged "inline policy $2 of role $1"
      return
    fi
  fi
  change "write inline policy $2 of role $1" \\
    aws iam put-role-policy --role-name "$1" --policy-name "$2" --policy-document "$3"
}`;
