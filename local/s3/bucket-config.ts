/** One rule of a bucket's `CorsConfiguration`; an origin or a header may hold one `*`. */
export type CorsRule = {
  readonly allowedOrigins: readonly string[];
  readonly allowedMethods: readonly string[];
  readonly allowedHeaders?: readonly string[];
  readonly exposedHeaders?: readonly string[];
  readonly maxAgeSeconds?: number;
};

/**
 * One entry of a bucket's notification configuration: which events of which keys go to which target.
 * `events` are S3's own names with the prefix `s3:`, a trailing `*` allowed (`s3:ObjectCreated:*`). `target` is the
 * caller's (a queue's ARN or URL) and comes back with every event.
 */
export type BucketNotification = {
  readonly id: string;
  readonly target: string;
  readonly events: readonly string[];
  readonly prefix?: string;
  readonly suffix?: string;
};

export type BucketConfig = {
  readonly name: string;
  readonly versioned: boolean;
  readonly cors?: readonly CorsRule[];
  readonly notifications?: readonly BucketNotification[];
};

// S3's own rule; it also makes a bucket's name safe as the name of a folder.
const bucketName = /^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** True when S3 allows the name: 3 to 63 lower-case letters, digits, dots and hyphens. */
export function isBucketName(name: string): boolean {
  return bucketName.test(name);
}
