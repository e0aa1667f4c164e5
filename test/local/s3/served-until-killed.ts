import { startS3 } from '../../../local/s3/server.ts';

// A server in a process of its own, for the test that kills it.
const server = await startS3({
  port: 0,
  dataDir: process.argv[2] ?? '',
  clock: { now: () => new Date() },
  buckets: [{ name: 'drops', versioned: true }],
});
process.send?.({ url: server.url });
process.on('disconnect', () => process.exit());
