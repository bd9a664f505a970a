import type { Lang } from "@trama/data/codelists";
import { type ResultCode, texts, version } from "@trama/data/framework";

type Words = Readonly<Record<Lang, string>>;

const inAll = (of: (lang: Lang) => string): Words => ({ en: of("en"), es: of("es"), fr: of("fr") });

/** A percentage of a share, to one decimal. */
export function percent(share: number): string {
  return (share * 100).toFixed(1);
}

/** The result's own name. */
export const resultTitle = (result: ResultCode): Words => inAll((lang) => texts[lang].items[result].label);

/** What the share measures. */
export function shareTitle(result: ResultCode): Words {
  const label = (lang: Lang) => texts[lang].items[result].label;
  return {
    en: `Collectives with this result in place (score 3 or 4): ${label("en")}`,
    es: `Colectivos con este resultado establecido (puntuación 3 o 4): ${label("es")}`,
    fr: `Collectifs où ce résultat est en place (note 3 ou 4) : ${label("fr")}`,
  };
}

/** What the median measures. */
export function medianTitle(result: ResultCode): Words {
  const label = (lang: Lang) => texts[lang].items[result].label;
  return {
    en: `Median score, 0 to 4: ${label("en")}`,
    es: `Puntuación mediana, de 0 a 4: ${label("es")}`,
    fr: `Note médiane, de 0 à 4 : ${label("fr")}`,
  };
}

/** The indicator in the framework: its definition, and the version of anchors it was scored on. */
export const definition = (result: ResultCode): Words =>
  inAll((lang) => `${texts[lang].items[result].definition} (${result}, ${version.version})`);

/** What each score of the scale says about a collective. */
export const anchors = (result: ResultCode): Words =>
  inAll((lang) => texts[lang].items[result].anchors.map((words, score) => `${score}: ${words}`).join(" · "));

/** A published share with all that goes with it. */
export interface Share {
  readonly n_lo: number;
  readonly n_hi: number;
  readonly k_lo: number;
  readonly k_hi: number;
  readonly share_lo: number;
  readonly share_hi: number;
  readonly interval_lo: number;
  readonly interval_hi: number;
  readonly median_lo: number | null;
  readonly median_hi: number | null;
}

/** The band behind a percentage: what is known of k and n, and how sure it is. */
export function shareComment(cell: Share): Words {
  const k = [cell.k_lo, cell.k_hi];
  const n = [cell.n_lo, cell.n_hi];
  const share = `${percent(cell.share_lo)}–${percent(cell.share_hi)}%`;
  const interval = `${percent(cell.interval_lo)}–${percent(cell.interval_hi)}%`;
  const ranged = cell.median_lo !== null && cell.median_lo !== cell.median_hi;
  const median = [cell.median_lo, cell.median_hi];
  const said = {
    en: `The middle of a band: ${k.join(" to ")} of ${n.join(" to ")} collectives, ${share}; 95% interval ${interval}. Bands protect the collectives behind the figure.`,
    es: `El centro de una banda: de ${k.join(" a ")} de ${n.join(" a ")} colectivos, ${share}; intervalo del 95%: ${interval}. Las bandas protegen a los colectivos detrás de la cifra.`,
    fr: `Le milieu d’une bande : de ${k.join(" à ")} sur ${n.join(" à ")} collectifs, ${share} ; intervalle à 95 % : ${interval}. Les bandes protègent les collectifs derrière le chiffre.`,
  };
  if (!ranged) return said;
  return {
    en: `${said.en} The median score lies between ${median.join(" and ")}.`,
    es: `${said.es} La puntuación mediana está entre ${median.join(" y ")}.`,
    fr: `${said.fr} La note médiane se situe entre ${median.join(" et ")}.`,
  };
}

/** What a median stands on. */
export function medianComment(result: ResultCode, { n_lo, n_hi }: Share): Words {
  const scale = anchors(result);
  return {
    en: `Median of ${n_lo} to ${n_hi} collectives. ${scale.en}`,
    es: `Mediana de ${n_lo} a ${n_hi} colectivos. ${scale.es}`,
    fr: `Médiane de ${n_lo} à ${n_hi} collectifs. ${scale.fr}`,
  };
}

/** What an activity that stands for a country's programme is. */
export function countryTitle(names: Words, synthetic: boolean): Words {
  return marked(
    {
      en: `Collective protection in ${names.en}`,
      es: `Protección colectiva en ${names.es}`,
      fr: `Protection collective : ${names.fr}`,
    },
    synthetic,
  );
}

export const countryDescription: Words = {
  en: "What collectives accompanied in the country achieve, measured on sixteen results of collective protection. Only figures that identify nobody are published; a year without a figure is withheld or has none, never zero.",
  es: "Lo que logran los colectivos acompañados en el país, medido en dieciséis resultados de protección colectiva. Solo se publican cifras que no identifican a nadie; un año sin cifra está reservado o no la tiene, nunca es cero.",
  fr: "Ce qu’obtiennent les collectifs accompagnés dans le pays, mesuré sur seize résultats de protection collective. Seuls sont publiés les chiffres qui n’identifient personne ; une année sans chiffre est réservée ou n’en a pas, ce n’est jamais zéro.",
};

/** What an activity that stands for a grant is. */
export function grantTitle(code: string, synthetic: boolean): Words {
  return marked({ en: `Grant ${code}`, es: `Subvención ${code}`, fr: `Subvention ${code}` }, synthetic);
}

export const grantDescription: Words = {
  en: "What the collectives funded by this grant achieve, made for its donor alone.",
  es: "Lo que logran los colectivos financiados por esta subvención, hecho solo para su donante.",
  fr: "Ce qu’obtiennent les collectifs financés par cette subvention, établi pour son seul bailleur.",
};

/** What an activity that stands for a project is. */
export function projectTitle(code: string, synthetic: boolean): Words {
  return marked({ en: `Project ${code}`, es: `Proyecto ${code}`, fr: `Projet ${code}` }, synthetic);
}

export const projectDescription: Words = {
  en: "A project that accompanies collectives. Its results are counted in the activity it is part of, not alone: alone they could identify a collective.",
  es: "Un proyecto que acompaña a colectivos. Sus resultados se cuentan en la actividad de la que forma parte, no por separado: así podrían identificar a un colectivo.",
  fr: "Un projet qui accompagne des collectifs. Ses résultats sont comptés dans l’activité dont il fait partie, pas séparément : ils pourraient identifier un collectif.",
};

/** What is told in words: outcomes that contribute to a result, or to none that is named. */
export function statementsTitle(result: ResultCode | null): Words {
  const about = (lang: Lang) => (result === null ? "" : `: ${texts[lang].items[result].label}`);
  return {
    en: `Outcome statements cleared for sharing${about("en")}`,
    es: `Relatos de cambio autorizados para compartir${about("es")}`,
    fr: `Récits de changement autorisés au partage${about("fr")}`,
  };
}

/** A cleared outcome statement in its own words, with what is known of it. */
export function statementComment(one: {
  readonly who: string | null;
  readonly what: string;
  readonly significance: string | null;
  readonly direction: string;
  readonly substantiated: boolean | null;
}): Words {
  const own = [one.who, one.what].filter((words) => words !== null).join(": ");
  const why = one.significance === null ? "" : ` — ${one.significance}`;
  const known = (good: string, bad: string, mixed: string, yes: string, no: string) => {
    const confirmed = one.substantiated === null ? [] : [one.substantiated ? yes : no];
    const way = { positive: good, negative: bad, mixed }[one.direction as "mixed"];
    return ` [${[way, ...confirmed].join("; ")}]`;
  };
  const en = known(
    "positive",
    "negative",
    "mixed",
    "confirmed by somebody independent",
    "not confirmed by anybody independent",
  );
  const es = known(
    "positivo",
    "negativo",
    "mixto",
    "confirmado por alguien independiente",
    "sin confirmación independiente",
  );
  const fr = known(
    "positif",
    "négatif",
    "mitigé",
    "confirmé par un tiers indépendant",
    "sans confirmation indépendante",
  );
  return { en: `${own}${why}${en}`, es: `${own}${why}${es}`, fr: `${own}${why}${fr}` };
}

/** What stands for statements whose country is not told. */
export const elsewhereTitle = (synthetic: boolean): Words =>
  marked(
    {
      en: "Collective protection: outcome statements whose country is not told",
      es: "Protección colectiva: relatos de cambio cuyo país no se dice",
      fr: "Protection collective : récits de changement dont le pays n’est pas dit",
    },
    synthetic,
  );

/** What a target of a grant speaks of. */
export const targetComment: Words = {
  en: "Collectives meant to have the result in place, of those that the projects' targets speak of; rounded to ten per cent.",
  es: "Colectivos que deberían tener el resultado establecido, de aquellos de los que hablan las metas de los proyectos; redondeado al diez por ciento.",
  fr: "Collectifs où le résultat devrait être en place, parmi ceux dont parlent les cibles des projets ; arrondi à dix pour cent.",
};

/** What an activity of another publisher is, as we hold it. */
export function takenOver(publisher: string): Words {
  return {
    en: `Results that ${publisher} reports in its own framework, taken over as filed.`,
    es: `Resultados que ${publisher} informa en su propio marco, tomados tal como se presentaron.`,
    fr: `Résultats que ${publisher} présente dans son propre cadre, repris tels quels.`,
  };
}

function marked(words: Words, synthetic: boolean): Words {
  if (!synthetic) return words;
  return {
    en: `${words.en} (SYNTHETIC SAMPLE DATA)`,
    es: `${words.es} (DATOS DE MUESTRA SINTÉTICOS)`,
    fr: `${words.fr} (DONNÉES D’EXEMPLE SYNTHÉTIQUES)`,
  };
}
