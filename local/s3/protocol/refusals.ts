import { type Refusal, refuse } from './refusal.ts';

// The refusals that several operations share, with the words of S3.

export const noSuchBucket = (bucket: string): Refusal =>
  refuse('NoSuchBucket', 'The specified bucket does not exist', { details: { BucketName: bucket } });

export const noSuchKey = (key: string, headers: Record<string, string> = {}): Refusal =>
  refuse('NoSuchKey', 'The specified key does not exist.', { details: { Key: key }, headers });

export const noSuchVersion = (key: string, versionId: string): Refusal =>
  refuse('NoSuchVersion', 'The specified version does not exist.', {
    details: { Key: key, VersionId: versionId },
  });

export const noSuchUpload = (uploadId: string): Refusal =>
  refuse(
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    { details: { UploadId: uploadId } },
  );

export const preconditionFailed = (condition: string): Refusal =>
  refuse('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
    details: { Condition: condition },
  });

export const malformedXml = (what: string): Refusal =>
  refuse(
    'MalformedXML',
    `The XML you provided was not well-formed or did not validate against our published schema: ${what}`,
  );

export const invalidArgument = (name: string, value: string, message: string): Refusal =>
  refuse('InvalidArgument', message, { details: { ArgumentName: name, ArgumentValue: value } });

export const keyDisabled = (): Refusal =>
  refuse('KMS.DisabledException', 'The key of the object is disabled.');
