import { attendance } from './attendance.ts';
import { earlyYears } from './early-years.ts';
import { keyStage1 } from './key-stage-1.ts';
import { keyStage2 } from './key-stage-2.ts';
import { keyStage4 } from './key-stage-4.ts';

/** Results of school years, from Reception to the end of Key Stage 4, and who is at school. */
export const education = [...earlyYears, ...keyStage1, ...keyStage2, ...keyStage4, ...attendance];
