import { CfnOutput, Stack, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Api } from './api.ts';
import { DataKey } from './data-key.ts';
import { DirtyAreas } from './dirty-areas.ts';
import { Drops } from './drops.ts';
import { Ingest } from './ingest.ts';
import { Monitoring } from './monitoring.ts';
import { Notify } from './notify.ts';
import { Recompute } from './recompute.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { stackName } from './stack-name.ts';
import { Store } from './store.ts';
import { Topics } from './topics.ts';

/** The whole picture: drops → ingest → store → recompute → notify, and the API that reads. */
export class BellwetherStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id, {
      stackName: stackName(settings.stage),
      description: 'Bellwether: early warning on special educational needs plans and money',
      // The table's key can only be written into a template of a known region.
      env: { region: settings.region ?? defaultSettings.region },
      analyticsReporting: false,
      // The stack's own guard against a slip; data also outlives it (retention, deletion protection).
      terminationProtection: settings.stage !== undefined,
    });
    Tags.of(this).add('product', 'bellwether');
    const { areas } = settings;

    const key = new DataKey(this, 'DataKey');
    const topics = new Topics(this, 'Topics', { key });
    const { operations } = topics;
    const store = new Store(this, 'Store', { key });
    const drops = new Drops(this, 'Drops', { key, ...bucketNames(settings) });

    const dirtyAreas = new DirtyAreas(this, 'DirtyAreas', { operations }).work;
    const ingest = new Ingest(this, 'Ingest', {
      areas,
      drops,
      store,
      dirtyAreas: dirtyAreas.queue,
      operations,
    });
    const notify = new Notify(this, 'Notify', { store, topics });
    const runs = notify.work.queue;
    const api = new Api(this, 'Api', { settings, store, dirtyAreas: dirtyAreas.queue, operations });
    // Until the dashboard has an address of its own, alerts link to where its API answers.
    const dashboardUrl = settings.dashboardUrl ?? api.httpApi.apiEndpoint;
    const recompute = new Recompute(this, 'Recompute', {
      areas,
      dashboardUrl,
      store,
      dirtyAreas,
      runs,
      operations,
    });

    new Monitoring(this, 'Monitoring', {
      functions: { ingest: ingest.fn, recompute: recompute.fn, notify: notify.fn, api: api.fn },
      queues: { Ingest: ingest.work, Recompute: dirtyAreas, Notify: notify.work },
      httpApi: api.httpApi,
      operations,
    });

    new CfnOutput(this, 'Region', { value: this.region });
    new CfnOutput(this, 'ApiUrl', { value: api.httpApi.apiEndpoint });
    new CfnOutput(this, 'DropsBucketName', { value: drops.bucket.bucketName });
    new CfnOutput(this, 'ReportsBucketName', { value: drops.reports.bucketName });
    new CfnOutput(this, 'OnCallTopicArn', { value: topics.onCall.topicArn });
    new CfnOutput(this, 'DataQualityTopicArn', { value: topics.dataQuality.topicArn });
    new CfnOutput(this, 'OperationsTopicArn', { value: operations.topicArn });
  }
}

function bucketNames({ dropsBucketName, reportsBucketName }: Settings) {
  return {
    ...(dropsBucketName === undefined ? {} : { dropsBucketName }),
    ...(reportsBucketName === undefined ? {} : { reportsBucketName }),
  };
}
