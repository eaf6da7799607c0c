/**
 * One attempt at a course's quiz, a question a page, as a browser without JavaScript does it. The answers are the first
 * ones offered: what they are worth costs the same.
 * @param {(save: () => Promise<void>) => Promise<void>} aroundSave called around each answer's POST
 */
export async function takeQuiz(client, slug, aroundSave = (save) => save()) {
  const { location } = await client.post(`/courses/${slug}/quiz`, {});
  let path = pathOf(location);
  for (let saved = 0; ;) {
    const page = await client.get(path);
    if (page.location !== null) {
      path = page.location;
      continue;
    }
    const action = /<form id="question"[^>]* action="([^"]+)"/.exec(page.text)?.[1];
    if (action !== undefined) {
      await aroundSave(async () => {
        const answer = await client.post(action, firstAnswer(page.text));
        path = pathOf(answer.location);
      });
      saved += 1;
      continue;
    }
    const handIn = /<form id="hand-in"[^>]* action="([^"]+)"/.exec(page.text)?.[1];
    if (handIn !== undefined) {
      const result = await client.post(handIn, {});
      const { text } = await client.get(pathOf(result.location));
      if (!text.includes('result')) throw new Error('The attempt did not end with a result.');
      return saved;
    }
    path = onward(page.text);
  }
}

function firstAnswer(html) {
  const token = /name="token" value="([^"]+)"/.exec(html)[1];
  const [, type, name] = /<input type="(radio|checkbox)" name="([^"]+)"/.exec(html);
  const value = new RegExp(`type="${type}" name="${name}"[^>]* value="([^"]+)"`).exec(html)[1];
  return { token, [name]: value };
}

/** From a verdict to the next question. */
function onward(html) {
  const link = [...html.matchAll(/href="(\/attempts\/[^"]+)"/g)].at(-1)?.[1];
  if (link === undefined) throw new Error('A quiz page leads nowhere.');
  return link;
}

function pathOf(location) {
  if (location === null) throw new Error('A post was not answered with the way on.');
  return location;
}
