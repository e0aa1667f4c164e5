import type { Bucket } from './bucket.ts';
import { abortUpload } from './operations/abort-upload.ts';
import {
  bucketLocation,
  bucketNotifications,
  bucketVersioning,
  headBucket,
  listBuckets,
} from './operations/bucket-facts.ts';
import { completeUpload } from './operations/complete-upload.ts';
import { copyObject } from './operations/copy-object.ts';
import { createUpload } from './operations/create-upload.ts';
import { deleteObject } from './operations/delete-object.ts';
import { deleteObjects } from './operations/delete-objects.ts';
import { getObject, headObject, responseOverrides } from './operations/get-object.ts';
import { listObjectsV1, listObjectsV2 } from './operations/list-objects.ts';
import { listParts, listUploads } from './operations/list-uploads.ts';
import { listVersions } from './operations/list-versions.ts';
import { putObject } from './operations/put-object.ts';
import { uploadPart } from './operations/upload-part.ts';
import { type Refusal, refuse } from './protocol/refusal.ts';
import type { Reply } from './protocol/reply.ts';
import type { ObjectRequest, S3Request } from './protocol/request.ts';
import type { Service } from './service.ts';

type Answer = Reply | Refusal | Promise<Reply | Refusal>;

/** What makes a request this operation. */
export type Matching = {
  readonly method: string;
  /** Query parameters that make a request this operation; the first route whose parameters are all there is it. */
  readonly when?: readonly string[];
  /** A header that does the same. */
  readonly whenHeader?: string;
  /** Query parameters that it takes besides. */
  readonly takes?: readonly string[];
};

type ServiceRoute = Matching & { readonly run: (service: Service, request: S3Request) => Answer };
type BucketRoute = Matching & {
  readonly run: (bucket: Bucket, request: S3Request, service: Service) => Answer;
};
type ObjectRoute = Matching & {
  readonly run: (bucket: Bucket, request: ObjectRequest, service: Service) => Answer;
};

const listing = ['prefix', 'delimiter', 'max-keys', 'encoding-type'];

export const serviceRoutes: readonly ServiceRoute[] = [{ method: 'GET', run: listBuckets }];

export const bucketRoutes: readonly BucketRoute[] = [
  { method: 'HEAD', run: headBucket },
  { method: 'GET', when: ['location'], run: bucketLocation },
  { method: 'GET', when: ['versioning'], run: bucketVersioning },
  { method: 'GET', when: ['notification'], run: bucketNotifications },
  {
    method: 'GET',
    when: ['versions'],
    takes: [...listing, 'key-marker', 'version-id-marker'],
    run: listVersions,
  },
  {
    method: 'GET',
    when: ['list-type'],
    takes: [...listing, 'continuation-token', 'start-after', 'fetch-owner'],
    run: listObjectsV2,
  },
  {
    method: 'GET',
    when: ['uploads'],
    takes: ['prefix', 'delimiter', 'encoding-type', 'max-uploads', 'key-marker', 'upload-id-marker'],
    run: listUploads,
  },
  { method: 'GET', takes: [...listing, 'marker'], run: listObjectsV1 },
  { method: 'POST', when: ['delete'], run: deleteObjects },
];

export const objectRoutes: readonly ObjectRoute[] = [
  // UploadPartCopy: a part whose body is elsewhere, which this server does not do.
  { method: 'PUT', when: ['uploadId', 'partNumber'], whenHeader: 'x-amz-copy-source', run: refusePartCopy },
  { method: 'PUT', when: ['uploadId', 'partNumber'], run: uploadPart },
  { method: 'PUT', whenHeader: 'x-amz-copy-source', run: copyObject },
  { method: 'PUT', run: putObject },
  { method: 'POST', when: ['uploads'], run: createUpload },
  { method: 'POST', when: ['uploadId'], run: completeUpload },
  { method: 'GET', when: ['uploadId'], takes: ['max-parts', 'part-number-marker'], run: listParts },
  { method: 'GET', takes: ['versionId', ...responseOverrides], run: getObject },
  { method: 'HEAD', takes: ['versionId', ...responseOverrides], run: headObject },
  { method: 'DELETE', when: ['uploadId'], run: abortUpload },
  { method: 'DELETE', takes: ['versionId'], run: deleteObject },
];

function refusePartCopy(): Refusal {
  return refuse(
    'NotImplemented',
    'UploadPartCopy is not something this local S3 does: upload the bytes of the part.',
  );
}
