/** A command that a page shows behind `$`, with what the page says that it prints. */
export type ShownCommand = {
  readonly page: string;
  /** Of the page, from 1. */
  readonly line: number;
  readonly command: string;
  /** What stands under it in the same block. */
  readonly output: readonly string[];
  /** The block of JSON that follows the command's block, where it is the block's last command. */
  readonly answer: string | undefined;
};

type Block = {
  readonly language: string;
  readonly line: number;
  readonly text: string;
  readonly follows: number;
};

/** Every command of a page's `console` blocks, in its order. */
export function shownCommands(page: string, markdown: string): readonly ShownCommand[] {
  const blocks = blocksOf(markdown);
  return blocks.flatMap((block, at) => {
    if (block.language !== 'console') return [];
    const next = blocks[at + 1];
    const answer = next?.language === 'json' && next.follows === block.line ? next.text : undefined;
    const found = commandsOf(block);
    return found.map((each, index) => ({
      ...{ page, ...each },
      answer: index === found.length - 1 ? answer : undefined,
    }));
  });
}

/** The blocks of a page that are not `console` and yet hold a command: nothing runs them. */
export function commandsElsewhere(markdown: string): readonly string[] {
  return blocksOf(markdown)
    .filter(({ language }) => language !== 'console')
    .filter(({ language, text }) => shells.has(language) || /^\s*(\$ |npm |npx |curl |node )/m.test(text))
    .map(({ line, language }) => `line ${line}: \`\`\`${language}`);
}

const shells = new Set(['sh', 'bash', 'shell', 'zsh', 'powershell']);

/** `follows` is the line of the block before when only blank lines lie between, else 0. */
function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let begun:
    | (Pick<Block, 'language' | 'line'> & { readonly fence: string; readonly indent: string })
    | undefined;
  let text: string[] = [];
  let near = 0;
  for (const [at, line] of markdown.split('\n').entries()) {
    const [, indent = '', fence = '', language = ''] = /^(\s*)(`{3,})(\w*)/.exec(line) ?? [];
    if (begun === undefined) {
      if (fence !== '') begun = { indent, fence, language, line: at + 1 };
      else if (line.trim() !== '') near = 0;
      text = [];
    } else if (fence === begun.fence) {
      blocks.push({ language: begun.language, line: begun.line, text: text.join('\n'), follows: near });
      near = begun.line;
      begun = undefined;
    } else text.push(line.startsWith(begun.indent) ? line.slice(begun.indent.length) : line);
  }
  return blocks;
}

type Found = Pick<ShownCommand, 'line' | 'command' | 'output'>;

function commandsOf({ text, line }: Block): readonly Found[] {
  const found: { line: number; command: string; output: string[] }[] = [];
  let open = false;
  for (const [at, each] of text.split('\n').entries()) {
    const last = found.at(-1);
    if (open && last) last.command += `\n${each}`;
    else if (each.startsWith('$ '))
      found.push({ line: line + 1 + at, command: each.slice(2).replace(/ {2,}# .*$/, ''), output: [] });
    else last?.output.push(each);
    const current = found.at(-1);
    open = current !== undefined && (open || each.startsWith('$ ')) && goesOn(current.command);
  }
  return found;
}

/** Whether the shell waits for more: a line that is to be continued, a quotation, a text that has not ended. */
function goesOn(command: string): boolean {
  const [, end] = /<<'(\w+)'/.exec(command) ?? [];
  if (end !== undefined) return !command.split('\n').slice(1).includes(end);
  return command.endsWith('\\') || (command.match(/'/g) ?? []).length % 2 === 1;
}
