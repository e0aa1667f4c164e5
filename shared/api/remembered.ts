/** The answers of the last few questions: what was asked least recently is forgotten first. */
export type Remembered<Value> = (question: string, find: () => Promise<Value>) => Promise<Value>;

/** Remembers at most `most` answers. A question that fails is asked again; one that is being answered is not. */
export function remembering<Value>(most: number): Remembered<Value> {
  const answers = new Map<string, Promise<Value>>();
  return (question, find) => {
    const known = answers.get(question);
    answers.delete(question);
    const answer = known ?? find();
    answers.set(question, answer);
    const [oldest] = answers.keys();
    if (answers.size > most && oldest !== undefined) answers.delete(oldest);
    answer.catch(() => {
      if (answers.get(question) === answer) answers.delete(question);
    });
    return answer;
  };
}
