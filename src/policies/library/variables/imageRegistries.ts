/**
 * Accounts of AWS whose ECR registries hold the images that SageMaker runs, by Region: framework images (PyTorch, TensorFlow,
 * Hugging Face and others), and those of XGBoost, scikit-learn and text embeddings, which have separate registries. A role
 * needs permissions to pull both; the built-in algorithms need none.
 * As of 2026-11-20. Sources, in this order for each Region:
 * https://aws.github.io/deep-learning-containers/reference/region_availability/
 * https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-sagemaker.html (GovCloud)
 * https://github.com/aws/sagemaker-python-sdk/blob/master/src/sagemaker/image_uri_config/sklearn.json (Middle East)
 */
const registries: readonly (readonly [
  region: string,
  frameworks: string,
  ...algorithms: readonly string[],
])[] = [
  ['us-east-1', '763104351884', '683313688378'],
  ['us-east-2', '763104351884', '257758044811'],
  ['us-west-1', '763104351884', '746614075791'],
  ['us-west-2', '763104351884', '246618743249'],
  ['af-south-1', '626614931356', '510948584623'],
  ['ap-east-1', '871362719292', '651117190479'],
  ['ap-east-2', '975050140332'],
  ['ap-northeast-1', '763104351884', '354813040037'],
  ['ap-northeast-2', '763104351884', '366743142698'],
  ['ap-northeast-3', '364406365360', '867004704886'],
  ['ap-south-1', '763104351884', '720646828776'],
  ['ap-south-2', '772153158452', '628508329040'],
  ['ap-southeast-1', '763104351884', '121021644041'],
  ['ap-southeast-2', '763104351884', '783357654285'],
  ['ap-southeast-3', '907027046896', '951798379941'],
  ['ap-southeast-4', '457447274322', '106583098589'],
  ['ap-southeast-5', '550225433462'],
  ['ap-southeast-6', '633930458069'],
  ['ap-southeast-7', '590183813437'],
  ['ca-central-1', '763104351884', '341280168497'],
  ['ca-west-1', '204538143572', '190319476487'],
  ['eu-central-1', '763104351884', '492215442770'],
  ['eu-central-2', '380420809688', '680994064768'],
  ['eu-north-1', '763104351884', '662702820516'],
  ['eu-south-1', '692866216735', '978288397137'],
  ['eu-south-2', '503227376785', '104374241257'],
  ['eu-west-1', '763104351884', '141502667606'],
  ['eu-west-2', '763104351884', '764974769150'],
  ['eu-west-3', '763104351884', '659782779980'],
  ['il-central-1', '780543022126', '898809789911'],
  ['me-central-1', '914824155844', '272398656194'],
  ['me-south-1', '217643126080', '801668240914'],
  ['me-west-1', '124382933778'],
  ['mx-central-1', '637423239942'],
  ['sa-east-1', '763104351884', '737474898029'],
  ['cn-north-1', '727897471807', '450853457545'],
  ['cn-northwest-1', '727897471807', '451049120500'],
  ['us-gov-east-1', '446045086412', '237065988967'],
  ['us-gov-west-1', '442386744353', '414596584902'],
];

/** Region → accounts of AWS with images for it. A Region that AWS lists none for is not in it. */
export const imageRegistries: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  registries.map(([region, ...accounts]) => [region, accounts]),
);
