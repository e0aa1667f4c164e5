import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { areas } from '../../shared/catalogue/areas.ts';

const HEADER =
  'time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,old_la_code,la_name,breakdown_topic,breakdown,requests_received_in_year,requests_rya,requests_decided_to_assess,requests_decided_not_to_assess,requests_decision_not_made,requests_withdrawn,request_assess_pc,request_not_assess_pc\n';
const ALL = 'All requests for EHC needs assessments';
const YEARS = ['2019', '2020', '2021', '2022', '2023', '2024'];
/** Of so many breakdowns of a council and year one is mapped. */
const BREAKDOWNS = 700;

/** Writes a file as the Department publishes it, all councils × years × breakdowns, up to so many rows; how many are mapped. */
export async function writeSharedFile(file: string, rows: number): Promise<number> {
  let mapped = 0;
  function* lines(): Generator<string> {
    yield HEADER;
    let row = 0;
    for (let breakdown = 0; breakdown < BREAKDOWNS; breakdown += 1) {
      for (const year of YEARS) {
        let text = '';
        for (const { code, oldCode, name } of areas) {
          if (row === rows) break;
          const what =
            breakdown === 0 ? `${ALL},${ALL}` : `Characteristic ${breakdown % 9},Value ${breakdown}`;
          if (breakdown === 0) mapped += 1;
          text += `${year},Calendar year,Local authority,E92000001,England,E12000009,Somewhere,${code},${oldCode},"${name}",${what},${row % 1500},x,c,${row % 90},z,x,low,12.5\n`;
          row += 1;
        }
        yield text;
      }
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return mapped;
}
