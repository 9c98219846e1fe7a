import { inYaml, starterCatalog, starterPolicy, starterProject } from '../bundle/bundled.ts';
import { id as idSchema } from '../catalog/schema-parts.ts';
import type { Io } from './io.ts';

/** A file that `align init` writes: its name in the folder, and what it holds. */
export interface StarterFile {
  readonly name: string;
  readonly text: string;
}

/** What a person may choose of a project to start with. */
export interface StarterChoices {
  readonly id: string;
  readonly title: string;
  readonly policy: boolean;
}

const preset: StarterChoices = { id: 'my-catalog', title: 'My catalog', policy: true };

/** The choices, from the person at the terminal if there is one. */
export async function chooseStarter(ask: Io['ask']): Promise<StarterChoices> {
  if (!ask) return preset;
  const askUntil = async (
    question: string,
    usual: string,
    flawOf: (answer: string) => string | undefined,
  ) => {
    for (let flaw: string | undefined = ''; ;) {
      const answer = (await ask(`${flaw}${question} (${usual}): `)).trim() || usual;
      flaw = flawOf(answer);
      if (flaw === undefined) return answer;
      flaw = `  ${flaw}\n`;
    }
  };
  const id = await askUntil(
    'Id of your catalog',
    preset.id,
    (answer) => idSchema.safeParse(answer).error?.issues[0]?.message,
  );
  const title = await askUntil('Its title', preset.title, () => undefined);
  const policy = await askUntil('A policy for align check as well', 'yes', (answer) =>
    /^(?:y|yes|n|no)$/i.test(answer) ? undefined : 'answer yes or no',
  );
  return { id, title, policy: /^y/i.test(policy) };
}

/** The files of a project to start with, the project file last: it says that the others are there. */
export function starterFiles({ id, title, policy }: StarterChoices): readonly StarterFile[] {
  const catalog = starterCatalog()
    .replace(/^catalog: .*$/m, () => `catalog: ${inYaml(id)}`)
    .replace(/^title: .*$/m, () => `title: ${inYaml(title)}`);
  const policies = policy ? [{ name: 'policies/watch.yaml', text: starterPolicy() }] : [];
  const project = starterProject(
    ['catalog.yaml'],
    policies.map(({ name }) => name),
  );
  return [
    { name: 'catalog.yaml', text: catalog },
    ...policies,
    { name: 'align.yaml', text: project },
  ];
}
