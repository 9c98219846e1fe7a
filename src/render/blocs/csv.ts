import { toCsv, weightsColumn } from '../kit/csv.ts';
import type { Renderable } from '../renderable.ts';
import type { Renderer } from '../renderer.ts';
import { setApartWords } from './words.ts';

/** A row a country, with its bloc, in the order of the dendrogram. */
export const render: Renderer<Renderable['blocs']> = ({ blocs, provenance }, context) => {
  const rows = blocs.flatMap((bloc, place) =>
    bloc.members.map((member) => ({ bloc, member, place })),
  );
  return toCsv<(typeof rows)[number]>(
    {
      bloc: ({ place }) => place + 1,
      centre: ({ bloc }) => bloc.id,
      country: ({ member }) => member.code,
      name: ({ member }) => member.name,
      cow: ({ member }) => context.cowOf(member.code),
      silhouette: ({ member }) => member.silhouette,
      stays: ({ member }) => member.stays,
      bloc_members: ({ bloc }) => bloc.members.length,
      bloc_within: ({ bloc }) => bloc.within,
      bloc_outside: ({ bloc }) => bloc.outside,
      bloc_agreement_index: ({ bloc }) => bloc.cohesion?.votes.agreementIndex ?? null,
      bloc_stability: ({ bloc }) => bloc.stability?.value ?? null,
      bloc_set_apart_by: ({ bloc }) => setApartWords(bloc, '|'),
      ...weightsColumn(provenance),
    },
    rows,
    context,
  );
};
