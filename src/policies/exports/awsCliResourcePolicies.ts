/**
 * Sets the policy of a resource that exists, never over another one without being told to: each of these calls replaces the whole
 * policy. Sources: https://docs.aws.amazon.com/cli/latest/reference/sagemaker/put-model-package-group-policy.html and its neighbors
 */
export const RESOURCE_POLICY = `# Prints the policy of a resource; nothing if it has none.
resource_policy() {
  local answer
  case "$1" in
    modelPackageGroup) set -- aws sagemaker get-model-package-group-policy --model-package-group-name "$2" --query ResourcePolicy --output text ;;
    bucket) set -- aws s3api get-bucket-policy --bucket "$2" --query Policy --output text ;;
    key) set -- aws kms get-key-policy --key-id "$2" --policy-name default --query Policy --output text ;;
    repository) set -- aws ecr get-repository-policy --repository-name "$2" --query policyText --output text ;;
  esac
  if answer=$("$@" 2>&1); then
    printf '%s' "$answer"
    return
  fi
  case "$answer" in
    *NoSuchBucketPolicy* | *RepositoryPolicyNotFoundException* | *'Cannot find resource'*) return ;;
  esac
  printf '%s\\n' "$answer" >&2
  return 1
}

# Writes lists of one entry as the entry, as S3 and ECR return them.
single() { compact "$1" | LC_ALL=C sed -E 's/\\["(([^"\\\\]|\\\\.)*)"\\]/"\\1"/g'; }

put_resource_policy() {
  local type=$1 name=$2 document=$3 there what
  case "$type" in
    modelPackageGroup) what="policy of model package group $name" ;;
    bucket) what="policy of bucket $name" ;;
    key) what="policy of key $name" ;;
    repository) what="policy of repository $name" ;;
  esac
  there=$(resource_policy "$type" "$name")
  if [ -n "$there" ] && same "$(single "$there")" "$(single "$document")"; then
    unchanged "$what"
    return
  fi
  if [ -n "$there" ] && [ "\${REPLACE_RESOURCE_POLICIES:-no}" != yes ]; then
    printf 'The %s would replace another one:\\n%s\\n' "$what" "$there" >&2
    printf 'Merge its statements with these:\\n%s\\n' "$document" >&2
    printf 'To replace it all the same, set REPLACE_RESOURCE_POLICIES=yes.\\n' >&2
    exit 1
  fi
  if [ -n "$there" ]; then printf 'The %s replaces:\\n%s\\n' "$what" "$there"; fi
  case "$type" in
    modelPackageGroup)
      change "set $what" aws sagemaker put-model-package-group-policy \\
        --model-package-group-name "$name" --resource-policy "$document" --query ModelPackageGroupArn --output text
      ;;
    bucket) change "set $what" aws s3api put-bucket-policy --bucket "$name" --policy "$document" ;;
    key) change "set $what" aws kms put-key-policy --key-id "$name" --policy-name default --policy "$document" ;;
    repository)
      change "set $what" aws ecr set-repository-policy \\
        --repository-name "$name" --policy-text "$document" --query repositoryName --output text
      ;;
  esac
}`;
