import { describe, expect, test } from 'vitest';
import { storageRefusal } from '../../../../local/s3/store/storage-refusal.ts';

const diskError = (code: string) => Object.assign(new Error('disk'), { code });

describe('what the disk refuses', () => {
  test('a full disk is told as such', () => {
    expect(storageRefusal(diskError('ENOSPC'))).toMatchObject({ code: 'StorageFull', status: 507 });
    expect(storageRefusal(diskError('EDQUOT'))).toMatchObject({ code: 'StorageFull', status: 507 });
  });

  test('a directory that cannot be written is told as such', () => {
    for (const code of ['EACCES', 'EROFS', 'EIO']) {
      expect(storageRefusal(diskError(code))).toMatchObject({ code: 'InternalError', status: 500 });
    }
  });

  test('anything else is a bug, not the disk', () => {
    expect(storageRefusal(new TypeError('bug'))).toBeNull();
    expect(storageRefusal('text')).toBeNull();
  });
});
