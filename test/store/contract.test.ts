import { untroubled } from '../simulation/invocation.ts';
import { simulatedStores } from '../simulation/stores.ts';
import { emptyTables } from '../simulation/tables.ts';
import { storeContract } from './contract.ts';
import { embeddedStores, storesAt } from './dynamodb-stores.ts';
import { partlyUnprocessed } from './partly-unprocessed.ts';

storeContract('the stores on the embedded DynamoDB', () => embeddedStores());

storeContract('the stores on a DynamoDB that leaves a part of each batch unprocessed', () =>
  embeddedStores(partlyUnprocessed),
);

storeContract('the stores of the simulation', () =>
  Promise.resolve({
    stores: simulatedStores(emptyTables(), untroubled),
    close: () => Promise.resolve(),
  }),
);

// An extra job, where AWS's own DynamoDB Local runs (it needs Java, and its licence forbids distribution).
const address = process.env['BELLWETHER_DYNAMODB_LOCAL'];
if (address !== undefined) storeContract(`the stores on ${address}`, () => storesAt(address));
