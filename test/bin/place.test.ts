import { describe, expect, test } from 'vitest';
import { deployedPlace, localPlace } from '../../bin/command/place.ts';

const outputs = JSON.stringify({
  'Bellwether-test': {
    Region: 'eu-west-2',
    ApiUrl: 'https://api.example/',
    DropsBucketName: 'some-drops',
    ReportsBucketName: 'some-reports',
    OnCallTopicArn: 'arn:…',
  },
});
const reading = (text: string) => () => Promise.resolve(text);

describe('this machine', () => {
  test('is at the ports of npm start', () => {
    expect(localPlace({})).toMatchObject({ apiUrl: 'http://127.0.0.1:8080', s3Url: 'http://127.0.0.1:8081' });
    expect(localPlace({ BELLWETHER_PORT: '9000', BELLWETHER_S3_PORT: '9001' })).toMatchObject({
      apiUrl: 'http://127.0.0.1:9000',
      s3Url: 'http://127.0.0.1:9001',
    });
  });

  test.each(['0', '65536', '80 80', '-1', '1e3'])('is not at port %s', (port) => {
    expect(localPlace({ BELLWETHER_S3_PORT: port })).toMatchObject({
      problem: expect.stringContaining('BELLWETHER_S3_PORT'),
    });
  });
});

describe('a stage', () => {
  test('is where the outputs of its stack say, with the token of the environment', async () => {
    expect(await deployedPlace('test', { BELLWETHER_TOKEN: 'a-token' }, reading(outputs))).toMatchObject({
      apiUrl: 'https://api.example',
      token: 'a-token',
      dropsBucket: 'some-drops',
      reportsBucket: 'some-reports',
    });
  });

  test.each([
    ['not deployed from here', () => Promise.reject(new Error('ENOENT')), 'is not there'],
    ['of another name', reading(JSON.stringify({ 'Bellwether-live': {} })), 'does not hold'],
    ['whose file is torn', reading('{"Bellwether-test":'), 'does not hold'],
  ])('%s says how to get there', async (_, read, why) => {
    const place = await deployedPlace('test', {}, read);
    expect(place).toMatchObject({ problem: expect.stringContaining(why) });
    expect(place).toMatchObject({ problem: expect.stringContaining('npm run deploy -- --stage test') });
  });

  test('never names a file elsewhere', async () => {
    expect(await deployedPlace('../x', {}, reading(outputs))).toHaveProperty('problem');
  });
});
