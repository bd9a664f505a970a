import type { Labels } from "../codelists/languages.ts";
import { tieFunctions } from "../codelists/tie-functions.ts";
import { tieLevels } from "../codelists/tie-levels.ts";

/** One way scores can be broken down. `categories` is null where they are a code list, a table or free. */
export interface Disaggregation {
  readonly code: string;
  readonly label: Labels;
  readonly categories: readonly { readonly code: string; readonly label: Labels }[] | null;
}

/** The breakdowns every item has. Their categories are code lists or tables of their own. */
export const commonDisaggregations: readonly Disaggregation[] = [
  { code: "country", label: { en: "Country", es: "País", fr: "Pays" }, categories: null },
  {
    code: "period",
    label: { en: "Reporting period", es: "Período del informe", fr: "Période du rapport" },
    categories: null,
  },
  {
    code: "collective-type",
    label: { en: "Type of collective", es: "Tipo de colectivo", fr: "Type de collectif" },
    categories: null,
  },
  { code: "formality", label: { en: "Formality", es: "Formalidad", fr: "Degré de formalité" }, categories: null },
  { code: "setting", label: { en: "Setting", es: "Ámbito", fr: "Milieu" }, categories: null },
  {
    code: "years-accompanied",
    label: { en: "Years accompanied by PI", es: "Años de acompañamiento de PI", fr: "Années d'accompagnement par PI" },
    categories: null,
  },
  { code: "grant", label: { en: "Grant", es: "Subvención", fr: "Financement" }, categories: null },
  { code: "panel", label: { en: "Scoring panel", es: "Panel que puntúa", fr: "Panel de notation" }, categories: null },
];

/** The breakdowns that belong to some items. */
export const disaggregations: readonly Disaggregation[] = [
  {
    code: "area-type",
    label: { en: "Area type", es: "Tipo de área", fr: "Type d'espace" },
    categories: [
      { code: "land", label: { en: "Land", es: "Tierra", fr: "Terre" } },
      { code: "water", label: { en: "Water", es: "Agua", fr: "Eau" } },
      { code: "neighbourhood", label: { en: "Neighbourhood", es: "Barrio", fr: "Quartier" } },
      { code: "digital-space", label: { en: "Digital space", es: "Espacio digital", fr: "Espace numérique" } },
    ],
  },
  {
    code: "plan-owner",
    label: { en: "Owner of the plan", es: "Responsable del plan", fr: "Porteur du projet" },
    categories: [
      { code: "state", label: { en: "State", es: "Estado", fr: "État" } },
      { code: "company", label: { en: "Company", es: "Empresa", fr: "Entreprise" } },
      { code: "other", label: { en: "Other", es: "Otro", fr: "Autre" } },
    ],
  },
  {
    code: "project-sector",
    label: { en: "Sector of the project", es: "Sector del proyecto", fr: "Secteur du projet" },
    categories: [
      { code: "extractive", label: { en: "Extractive", es: "Extractivo", fr: "Extractif" } },
      { code: "energy", label: { en: "Energy", es: "Energía", fr: "Énergie" } },
      { code: "agribusiness", label: { en: "Agribusiness", es: "Agroindustria", fr: "Agro-industrie" } },
      {
        code: "urban-development",
        label: { en: "Urban development", es: "Desarrollo urbano", fr: "Développement urbain" },
      },
      {
        code: "conservation",
        label: { en: "Nature conservation", es: "Conservación", fr: "Conservation de la nature" },
      },
      { code: "other", label: { en: "Other", es: "Otro", fr: "Autre" } },
    ],
  },
  {
    code: "entrant-type",
    label: { en: "Who entered", es: "Quién entró", fr: "Qui est entré" },
    categories: [
      { code: "state-force", label: { en: "State force", es: "Fuerza estatal", fr: "Force de l'État" } },
      {
        code: "company-security",
        label: { en: "Company or its security", es: "Empresa o su seguridad", fr: "Entreprise ou sa sécurité" },
      },
      { code: "armed-group", label: { en: "Armed group", es: "Grupo armado", fr: "Groupe armé" } },
      { code: "unknown", label: { en: "Not known", es: "Se desconoce", fr: "Non connu" } },
      { code: "other", label: { en: "Other", es: "Otro", fr: "Autre" } },
    ],
  },
  {
    code: "record-type",
    label: { en: "Type of record", es: "Tipo de registro", fr: "Type de document" },
    categories: [
      { code: "text", label: { en: "Text", es: "Texto", fr: "Texte" } },
      { code: "photo", label: { en: "Photograph", es: "Fotografía", fr: "Photographie" } },
      { code: "video", label: { en: "Video recording", es: "Video", fr: "Vidéo" } },
      { code: "audio", label: { en: "Audio recording", es: "Audio", fr: "Enregistrement audio" } },
      { code: "map", label: { en: "Map", es: "Mapa", fr: "Carte" } },
    ],
  },
  {
    code: "record-use",
    label: { en: "Use made of the record", es: "Uso del registro", fr: "Usage du document" },
    categories: [
      { code: "alert", label: { en: "Alert", es: "Alerta", fr: "Alerte" } },
      { code: "complaint", label: { en: "Complaint", es: "Denuncia", fr: "Plainte" } },
      { code: "litigation", label: { en: "Litigation", es: "Litigio", fr: "Contentieux" } },
      { code: "advocacy", label: { en: "Advocacy", es: "Incidencia", fr: "Plaidoyer" } },
      { code: "memory", label: { en: "Memory", es: "Memoria", fr: "Mémoire" } },
    ],
  },
  {
    code: "tenure-status",
    label: { en: "Tenure", es: "Tenencia", fr: "Statut foncier" },
    categories: [
      { code: "titled", label: { en: "Titled", es: "Con título", fr: "Avec titre" } },
      { code: "claimed", label: { en: "Claimed", es: "Reclamado", fr: "Revendiqué" } },
      { code: "customary", label: { en: "Customary", es: "Consuetudinario", fr: "Coutumier" } },
      { code: "occupied", label: { en: "Occupied", es: "Ocupado", fr: "Occupé" } },
      { code: "none", label: { en: "None", es: "Ninguna", fr: "Aucun" } },
    ],
  },
  {
    code: "threat",
    label: { en: "Threat to tenure", es: "Amenaza a la permanencia", fr: "Menace sur le maintien" },
    categories: [
      { code: "eviction", label: { en: "Eviction", es: "Desalojo", fr: "Expulsion" } },
      { code: "project", label: { en: "Project", es: "Proyecto", fr: "Projet" } },
      { code: "armed-actor", label: { en: "Armed actor", es: "Actor armado", fr: "Acteur armé" } },
      {
        code: "criminalisation",
        label: { en: "Criminalisation of members", es: "Criminalización", fr: "Criminalisation" },
      },
      { code: "other", label: { en: "Other", es: "Otra", fr: "Autre" } },
    ],
  },
  {
    code: "conflict-type",
    label: { en: "Type of conflict", es: "Tipo de conflicto", fr: "Type de conflit" },
    categories: [
      { code: "resources", label: { en: "Resources", es: "Recursos", fr: "Ressources" } },
      { code: "leadership", label: { en: "Leadership", es: "Liderazgo", fr: "Direction" } },
      {
        code: "position-on-project",
        label: { en: "Position on a project", es: "Postura ante un proyecto", fr: "Position sur un projet" },
      },
      { code: "gender-based", label: { en: "Gender-based", es: "De género", fr: "Lié au genre" } },
      { code: "other", label: { en: "Other", es: "Otro", fr: "Autre" } },
    ],
  },
  {
    code: "practice-type",
    label: { en: "Type of practice", es: "Tipo de práctica", fr: "Type de pratique" },
    categories: [
      {
        code: "own",
        label: {
          en: "Own cultural or spiritual",
          es: "Cultural o espiritual propia",
          fr: "Culturelle ou spirituelle propre",
        },
      },
      { code: "peer-group", label: { en: "Peer group", es: "Grupo de pares", fr: "Groupe de pairs" } },
      { code: "professional", label: { en: "Professional", es: "Profesional", fr: "Professionnelle" } },
      { code: "mixed", label: { en: "Mixed", es: "Mixta", fr: "Mixte" } },
    ],
  },
  {
    code: "channel",
    label: { en: "Channel", es: "Canal", fr: "Moyen de communication" },
    categories: [
      { code: "in-person", label: { en: "In person", es: "En persona", fr: "En personne" } },
      { code: "radio", label: { en: "By radio", es: "Por radio", fr: "Par radio" } },
      { code: "phone", label: { en: "By phone", es: "Por teléfono", fr: "Par téléphone" } },
      { code: "messaging", label: { en: "Messaging", es: "Mensajería", fr: "Messagerie" } },
      { code: "other", label: { en: "Other", es: "Otro", fr: "Autre" } },
    ],
  },
  {
    code: "language",
    label: { en: "Language", es: "Lengua", fr: "Langue" },
    categories: null,
  },
  {
    code: "civic-space",
    label: {
      en: "Civic-space rating of the country",
      es: "Calificación del espacio cívico del país",
      fr: "Classement de l'espace civique du pays",
    },
    categories: null,
  },
  {
    code: "authority-level",
    label: { en: "Level of authority", es: "Nivel de la autoridad", fr: "Niveau de l'autorité" },
    categories: [
      { code: "local", label: { en: "Local authority", es: "Autoridad local", fr: "Autorité locale" } },
      { code: "national", label: { en: "National authority", es: "Autoridad nacional", fr: "Autorité nationale" } },
      {
        code: "international",
        label: { en: "Regional or international", es: "Regional o internacional", fr: "Régionale ou internationale" },
      },
    ],
  },
  {
    code: "consultation-due",
    label: { en: "Prior consultation due", es: "Corresponde consulta previa", fr: "Consultation préalable due" },
    categories: [
      { code: "yes", label: { en: "Yes", es: "Sí", fr: "Oui" } },
      { code: "no", label: { en: "Not due", es: "No corresponde", fr: "Non due" } },
      { code: "disputed", label: { en: "Disputed", es: "En disputa", fr: "Contestée" } },
    ],
  },
  {
    code: "tie-level",
    label: { en: "Level of the tie", es: "Nivel del vínculo", fr: "Niveau du lien" },
    categories: tieLevels.codes,
  },
  {
    code: "tie-function",
    label: { en: "Function of the tie", es: "Función del vínculo", fr: "Fonction du lien" },
    categories: tieFunctions.codes,
  },
  {
    code: "includes-authorities",
    label: { en: "Includes authorities", es: "Incluye autoridades", fr: "Comprend des autorités" },
    categories: [
      { code: "yes", label: { en: "Yes", es: "Sí", fr: "Oui" } },
      { code: "no", label: { en: "Does not", es: "No incluye", fr: "Non" } },
    ],
  },
  {
    code: "legal-matter",
    label: { en: "Legal matter", es: "Asunto jurídico", fr: "Objet juridique" },
    categories: [
      {
        code: "criminalisation",
        label: { en: "Criminalisation of members", es: "Criminalización", fr: "Criminalisation" },
      },
      { code: "territory", label: { en: "Territory", es: "Territorio", fr: "Territoire" } },
      { code: "reparation", label: { en: "Reparation", es: "Reparación", fr: "Réparation" } },
      { code: "other", label: { en: "Other", es: "Otro", fr: "Autre" } },
    ],
  },
  {
    code: "legal-provider",
    label: { en: "Legal support from", es: "Apoyo jurídico de", fr: "Appui juridique de" },
    categories: [
      { code: "own", label: { en: "The collective's own", es: "Propio", fr: "Propre au collectif" } },
      {
        code: "ngo",
        label: {
          en: "Non-governmental organisation",
          es: "Organización no gubernamental",
          fr: "Organisation non gouvernementale",
        },
      },
      { code: "public-defender", label: { en: "Public defender", es: "Defensa pública", fr: "Défense publique" } },
      { code: "network", label: { en: "Network", es: "Red", fr: "Réseau" } },
    ],
  },
  {
    code: "private-actor",
    label: { en: "Private actor", es: "Actor privado", fr: "Acteur privé" },
    categories: [
      {
        code: "project-company",
        label: { en: "Project company", es: "Empresa del proyecto", fr: "Entreprise du projet" },
      },
      {
        code: "security-company",
        label: { en: "Security company", es: "Empresa de seguridad", fr: "Société de sécurité" },
      },
      { code: "other", label: { en: "Other private group", es: "Otro grupo privado", fr: "Autre groupe privé" } },
    ],
  },
  {
    code: "action-place",
    label: { en: "Place of the action", es: "Lugar de la acción", fr: "Lieu de l'action" },
    categories: [
      { code: "territory", label: { en: "In the territory", es: "En el territorio", fr: "Dans le territoire" } },
      {
        code: "local-seat",
        label: { en: "Local seat of power", es: "Sede del poder local", fr: "Siège du pouvoir local" },
      },
      { code: "capital", label: { en: "Capital city", es: "Ciudad capital", fr: "Capitale" } },
      {
        code: "abroad-online",
        label: { en: "Abroad or online", es: "En el exterior o en línea", fr: "À l'étranger ou en ligne" },
      },
    ],
  },
  {
    code: "action-form",
    label: { en: "Form of the action", es: "Forma de la acción", fr: "Forme de l'action" },
    categories: [
      { code: "march", label: { en: "March", es: "Marcha", fr: "Marche" } },
      { code: "sit-in", label: { en: "Sit-in", es: "Plantón", fr: "Sit-in" } },
      { code: "vigil", label: { en: "Vigil", es: "Vigilia", fr: "Veillée" } },
      { code: "petition", label: { en: "Petition", es: "Petición", fr: "Pétition" } },
      { code: "cultural", label: { en: "Cultural event", es: "Acto cultural", fr: "Événement culturel" } },
      { code: "other", label: { en: "Other", es: "Otra", fr: "Autre" } },
    ],
  },
  {
    code: "right",
    label: { en: "Right claimed", es: "Derecho reclamado", fr: "Droit revendiqué" },
    categories: [
      { code: "property", label: { en: "Property", es: "Propiedad", fr: "Propriété" } },
      { code: "work", label: { en: "Work", es: "Trabajo", fr: "Travail" } },
      { code: "health", label: { en: "Health", es: "Salud", fr: "Santé" } },
      { code: "development", label: { en: "Development", es: "Desarrollo", fr: "Développement" } },
      { code: "other", label: { en: "Other", es: "Otro", fr: "Autre" } },
    ],
  },
  {
    code: "measure-scope",
    label: { en: "Scope of the measure", es: "Alcance de la medida", fr: "Portée de la mesure" },
    categories: [
      { code: "individual", label: { en: "For individuals", es: "Individual", fr: "Individuelle" } },
      { code: "collective", label: { en: "For the collective", es: "Colectiva", fr: "Collective" } },
    ],
  },
  {
    code: "lead",
    label: { en: "Who leads", es: "Quién conduce", fr: "Qui conduit" },
    categories: [
      { code: "collective", label: { en: "The collective", es: "El colectivo", fr: "Le collectif" } },
      {
        code: "pi",
        label: { en: "Protection International", es: "Protection International", fr: "Protection International" },
      },
      { code: "partner", label: { en: "Partner", es: "Organización aliada", fr: "Partenaire" } },
      { code: "joint", label: { en: "Joint", es: "Conjunta", fr: "Conjointe" } },
    ],
  },
  {
    code: "support-type",
    label: { en: "Type of support", es: "Tipo de apoyo", fr: "Type d'appui" },
    categories: [
      { code: "training", label: { en: "Training", es: "Formación", fr: "Formation" } },
      { code: "accompaniment", label: { en: "Accompaniment", es: "Acompañamiento", fr: "Accompagnement" } },
      { code: "funds", label: { en: "Funds", es: "Fondos", fr: "Financement" } },
      { code: "advocacy", label: { en: "Advocacy", es: "Incidencia", fr: "Plaidoyer" } },
      { code: "research", label: { en: "Research", es: "Investigación", fr: "Recherche" } },
    ],
  },
];

const byCode = new Map([...commonDisaggregations, ...disaggregations].map((entry) => [entry.code, entry]));

/** The breakdown with this code. */
export function findDisaggregation(code: string): Disaggregation | undefined {
  return byCode.get(code);
}
