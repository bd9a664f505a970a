import type { Lang, OutcomeDirection, Substantiator } from "../codelists/index.ts";
import type { EntryRow } from "../entry/workbook/entry-sheet.ts";
import type { SampleCollective } from "./collectives.ts";

interface Told {
  readonly direction: OutcomeDirection;
  readonly result: string;
  readonly contributions: readonly [collective: number, pi: number, others: number];
  readonly intended: "yes" | "no";
  /** What kind of independent actor confirmed it; null where nobody did. */
  readonly substantiator: Substantiator | null;
  /** Who changed, what changed, why it matters; and what else may explain it, where somebody claims much. */
  readonly words: Readonly<Record<Lang, readonly [who: string, what: string, significance: string, rival?: string]>>;
}

/** Invented changes, good and bad. */
const told: Readonly<Record<string, Told>> = {
  "written-answers": {
    direction: "positive",
    result: "EX2",
    contributions: [3, 2, 1],
    intended: "yes",
    substantiator: "researcher",
    words: {
      en: [
        "Municipal authorities",
        "They now answer written requests of collectives within a month.",
        "Before, requests went unanswered for years.",
        "A new law on petitions came into force in the same year.",
      ],
      es: [
        "Autoridades municipales",
        "Ahora responden en un mes a las solicitudes escritas de los colectivos.",
        "Antes las solicitudes quedaban años sin respuesta.",
        "Ese mismo año entró en vigor una nueva ley de peticiones.",
      ],
      fr: [
        "Autorités municipales",
        "Elles répondent désormais en un mois aux demandes écrites des collectifs.",
        "Auparavant les demandes restaient des années sans réponse.",
        "Une nouvelle loi sur les pétitions est entrée en vigueur la même année.",
      ],
    },
  },
  "shared-alert": {
    direction: "positive",
    result: "ST2",
    contributions: [2, 2, 0],
    intended: "no",
    substantiator: null,
    words: {
      en: [
        "Neighbouring communities",
        "They pass on alerts to each other on the same day.",
        "People had time to gather before machines arrived.",
      ],
      es: [
        "Comunidades vecinas",
        "Se transmiten las alertas el mismo día.",
        "La gente tuvo tiempo de reunirse antes de que llegara la maquinaria.",
      ],
      fr: [
        "Communautés voisines",
        "Elles se transmettent les alertes le jour même.",
        "Les gens ont eu le temps de se réunir avant l'arrivée des engins.",
      ],
    },
  },
  "lawyers-withdrew": {
    direction: "negative",
    result: "EX4",
    contributions: [0, 1, 2],
    intended: "no",
    substantiator: "organisation",
    words: {
      en: [
        "A network of lawyers",
        "It no longer takes on cases of rural collectives.",
        "Collectives under proceedings are left without defence.",
      ],
      es: [
        "Una red de abogacía",
        "Ya no acepta casos de colectivos rurales.",
        "Los colectivos con procesos abiertos quedan sin defensa.",
      ],
      fr: [
        "Un réseau d'avocates et d'avocats",
        "Il n'accepte plus les dossiers de collectifs ruraux.",
        "Les collectifs poursuivis restent sans défense.",
      ],
    },
  },
  "dialogue-opened": {
    direction: "mixed",
    result: "EX1",
    contributions: [2, 1, 2],
    intended: "yes",
    substantiator: null,
    words: {
      en: [
        "A regional authority",
        "It opened a round table with collectives, and invited only those that it already knew.",
        "Some are heard for the first time; others are told that they were heard through them.",
      ],
      es: [
        "Una autoridad regional",
        "Abrió una mesa de diálogo con colectivos, e invitó solo a los que ya conocía.",
        "A algunos se les escucha por primera vez; a otros se les dice que ya se les escuchó por medio de aquellos.",
      ],
      fr: [
        "Une autorité régionale",
        "Elle a ouvert une table ronde avec des collectifs, et n'a invité que ceux qu'elle connaissait déjà.",
        "Certains sont entendus pour la première fois ; aux autres on dit qu'ils l'ont été à travers eux.",
      ],
    },
  },
  "women-decide": {
    direction: "positive",
    result: "IN2",
    contributions: [3, 1, 1],
    intended: "yes",
    substantiator: "other-collective",
    words: {
      en: [
        "Leaders of the collective",
        "Women now share in every decision on protection.",
        "Risks that only women meet are now planned for.",
        "A women's movement was active in the area at the same time.",
      ],
      es: [
        "Dirigencia del colectivo",
        "Las mujeres participan ahora en todas las decisiones de protección.",
        "Se planifica para riesgos que solo viven las mujeres.",
        "Un movimiento de mujeres estaba activo en la zona al mismo tiempo.",
      ],
      fr: [
        "Responsables du collectif",
        "Les femmes participent désormais à toutes les décisions de protection.",
        "On prévoit des risques que seules les femmes rencontrent.",
        "Un mouvement de femmes était actif dans la zone au même moment.",
      ],
    },
  },
};

/** Which report tells of which change. */
export const toldIn: Readonly<Record<string, readonly (keyof typeof told)[]>> = {
  "gtm-s1/2023.xlsx": ["lawyers-withdrew"],
  "gtm-s1/2024.xlsx": ["shared-alert"],
  "col-s1/2024.xlsx": ["written-answers", "women-decide"],
  "ken-s1/2023.xlsx": ["written-answers"],
  "sen-s1/2025.xlsx": ["women-decide"],
  "bra-s1/2024.xlsx": ["shared-alert"],
  "bra-s1/2025.xlsx": ["dialogue-opened"],
};

/** The outcome lines of a report. */
export function outcomeRows(path: string, active: readonly SampleCollective[], lang: Lang): EntryRow[] {
  return (toldIn[path] ?? []).map((name, at) => {
    const { direction, result, contributions, intended, substantiator, words } = told[name] as Told;
    const [who, what, significance, rival] = words[lang];
    const [collective, pi, others] = contributions;
    return {
      outcome: `O-${path.slice(-9, -5)}-${at + 1}`,
      collective: active[at]?.code ?? null,
      who,
      what,
      significance,
      direction,
      result,
      contribution_collective: collective,
      contribution_pi: pi,
      contribution_others: others,
      rival: rival ?? null,
      intended,
      substantiated: substantiator === null ? "no" : "yes",
      substantiator,
    };
  });
}
