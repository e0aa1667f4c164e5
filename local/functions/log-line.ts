import * as z from 'zod';

const structured = z.looseObject({ level: z.string().optional(), message: z.unknown().optional() });

export type LogLine = {
  /** One line of JSON for the log file. */
  readonly json: string;
  /** A short text for the terminal when it is a warning or worse. */
  readonly alarming: string | undefined;
};

/** A line that a function printed. Structured lines stay as they are; others are wrapped so that the file is all JSON. */
export function logLine(text: string, stream: 'stdout' | 'stderr', at: Date): LogLine {
  const parsed = structured.safeParse(parseJson(text));
  if (!parsed.success) {
    const level = stream === 'stderr' ? 'ERROR' : 'INFO';
    return {
      json: JSON.stringify({ level, message: text, timestamp: at.toISOString() }),
      alarming: stream === 'stderr' ? short(text) : undefined,
    };
  }
  const { level = '', message = '' } = parsed.data;
  const alarms = ['WARN', 'ERROR', 'CRITICAL', 'FATAL'].includes(level.toUpperCase());
  return { json: text, alarming: alarms ? `${level.toLowerCase()}: ${short(String(message))}` : undefined };
}

function short(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
