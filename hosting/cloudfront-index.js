// A CloudFront function for viewer requests: S3 has no index documents when CloudFront reads it through its own access
// control, and the default root object is that of the root alone.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html
function handler(event) {
  const request = event.request;
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  return request;
}
