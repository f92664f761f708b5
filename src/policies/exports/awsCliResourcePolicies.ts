/**
 * Sets the policy of a resource that exists, and replaces another one only where its type is in `REPLACE_RESOURCE_POLICIES`: each of
 * these calls replaces the whole policy. Sources: https://docs.aws.amazon.com/cli/latest/reference/sagemaker/put-model-package-group-policy.html and its neighbors
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

# Sorts lists of strings, and replaces a list of one entry with the entry: S3 and ECR return policies in this form and in any order.
ordered() {
  compact "$1" | LC_ALL=C awk '{
    rest = $0; done = ""
    while (match(rest, /\\["[^"\\\\]*"(,"[^"\\\\]*")*\\]/)) {
      count = split(substr(rest, RSTART + 2, RLENGTH - 4), entries, /","/)
      for (i = 2; i <= count; i++) {
        entry = entries[i]
        for (j = i - 1; j > 0 && (entries[j] "") > (entry ""); j--) entries[j + 1] = entries[j]
        entries[j + 1] = entry
      }
      list = "\\"" entries[1] "\\""
      for (i = 2; i <= count; i++) list = list ",\\"" entries[i] "\\""
      done = done substr(rest, 1, RSTART - 1) (count > 1 ? "[" list "]" : list)
      rest = substr(rest, RSTART + RLENGTH)
    }
    print done rest
  }'
}

REPLACE_RESOURCE_POLICIES=\${REPLACE_RESOURCE_POLICIES:-}
refused=

put_resource_policy() {
  local type=$1 name=$2 document=$3 there what
  case "$type" in
    modelPackageGroup) what="policy of model package group $name" ;;
    bucket) what="policy of bucket $name" ;;
    key) what="policy of key $name" ;;
    repository) what="policy of repository $name" ;;
  esac
  there=$(resource_policy "$type" "$name")
  if [ -n "$there" ] && same "$(ordered "$there")" "$(ordered "$document")"; then
    unchanged "$what"
    return
  fi
  case " $REPLACE_RESOURCE_POLICIES " in
    *" $type "*) ;;
    *)
      if [ -n "$there" ]; then
        printf 'Not set: the %s would replace another one:\\n%s\\n' "$what" "$there" >&2
        printf 'Merge its statements with these:\\n%s\\n' "$document" >&2
        printf 'To replace it, add %s to REPLACE_RESOURCE_POLICIES.\\n' "$type" >&2
        refused="$refused $type"
        return
      fi
      ;;
  esac
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

/** The end of a script that left out a policy. */
export const RESOURCE_POLICIES_END = `if [ -n "$refused" ]; then
  printf 'Not set:%s. See above.\\n' "$refused" >&2
  exit 1
fi`;
