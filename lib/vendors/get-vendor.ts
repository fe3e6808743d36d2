import { reader } from "@/lib/db/reader";
import { authorize } from "@/lib/identity/authorize";
import type { RequestContext } from "@/lib/identity/request-context";
import { DomainError } from "@/lib/kernel/domain-error";
import type { AssessmentState } from "@/lib/kernel/assessment-state";
import type { AssessmentId, CertificationId, PersonId, PolicyTextId, PolicyWatchId, VendorId } from "@/lib/kernel/ids";
import type {
  AssessmentOutcome,
  Criticality,
  LapseEffect,
  PolicyKind,
  SubprocessorReach,
} from "@/lib/kernel/vendor-vocabulary";
import type { AgentState, Category } from "@/lib/kernel/vocabulary";
import { isUuid } from "@/lib/runtime/is-uuid";
import { loadVendorFacts } from "./load-vendor-facts";
import { ProposedChange } from "./proposed-change";
import { toVendorStatus, type VendorStatus } from "./vendor-status";

export type VendorDetail = {
  id: VendorId;
  name: string;
  isOurselves: boolean;
  services: string[];
  models: string[];
  contacts: { name: string; email: string; role: string }[];
  contractFrom: Date | null;
  contractUntil: Date | null;
  dpaFrom: Date | null;
  dpaUntil: Date | null;
  regions: string[];
  owner: { id: PersonId; name: string; isActive: boolean };
  criticality: Criticality;
  notes: string;
  createdAt: Date;
  /** Counts its saved forms: what is changed is sent back with it. */
  revision: number;
  status: VendorStatus;
  /** Changes that let agents do more and wait for a second person, the oldest first. */
  waiting: {
    id: string;
    subjectId: string;
    content: ProposedChange;
    proposedBy: { id: PersonId; name: string };
    proposedAt: Date;
  }[];
  certifications: {
    id: CertificationId;
    name: string;
    scope: string;
    validFrom: Date;
    /** The last day. */
    validUntil: Date;
    onLapse: LapseEffect;
  }[];
  subprocessors: {
    id: VendorId;
    name: string;
    service: string;
    reach: SubprocessorReach;
    categories: Category[];
    status: VendorStatus;
  }[];
  /** Vendors that work through this one. */
  standsBehind: { id: VendorId; name: string }[];
  agents: { id: string; name: string; state: AgentState; region: string | null }[];
  /** Newest first. */
  assessments: {
    id: AssessmentId;
    number: number;
    state: AssessmentState;
    outcome: AssessmentOutcome | null;
    scoreTotal: number | null;
    openMusts: number | null;
    startedAt: Date;
    decidedAt: Date | null;
    validUntil: Date | null;
    template: string;
    versionNumber: number;
    /** A newer version of its checklist is there. */
    isStale: boolean;
  }[];
  watches: {
    id: PolicyWatchId;
    kind: PolicyKind;
    title: string;
    url: string;
    texts: {
      id: PolicyTextId;
      number: number;
      sha256: string;
      datedOn: Date;
      recordedAt: Date;
      linesAdded: number;
      linesRemoved: number;
      /** Null: somebody still has to say. */
      answersHold: boolean | null;
    }[];
  }[];
};

const NAME = { select: { id: true, name: true } } as const;

function findVendor(vendorId: string) {
  return reader().vendor.findUnique({
    where: { id: vendorId },
    include: {
      owner: { select: { id: true, name: true, status: true } },
      proposals: { where: { state: "waiting" }, orderBy: { id: "asc" }, include: { proposedBy: NAME } },
      certifications: { orderBy: [{ validUntil: "asc" }, { id: "asc" }] },
      subprocessors: { include: { subprocessor: NAME }, orderBy: { subprocessorId: "asc" } },
      standsBehind: { include: { vendor: NAME }, orderBy: { vendorId: "asc" } },
      agents: {
        select: { id: true, name: true, state: true, region: true },
        orderBy: [{ name: "asc" }, { id: "asc" }],
      },
      assessments: {
        orderBy: { number: "desc" },
        take: 100,
        include: { version: { select: { number: true, template: { select: { name: true, version: true } } } } },
      },
      watches: {
        orderBy: { id: "asc" },
        include: { texts: { orderBy: { number: "desc" }, omit: { text: true, judgedNote: true } } },
      },
    },
  });
}
type Found = NonNullable<Awaited<ReturnType<typeof findVendor>>>;

function toAssessments({ assessments }: Found): VendorDetail["assessments"] {
  return assessments.map(({ version, ...one }) => ({
    id: one.id as AssessmentId,
    number: one.number,
    state: one.state,
    outcome: one.outcome,
    scoreTotal: one.scoreTotal,
    openMusts: one.openMusts,
    startedAt: one.startedAt,
    decidedAt: one.decidedAt,
    validUntil: one.validUntil,
    template: version.template.name,
    versionNumber: version.number,
    isStale: version.number < version.template.version,
  }));
}

function toWaiting({ proposals }: Found): VendorDetail["waiting"] {
  return proposals.map(({ id, subjectId, content, proposedBy, proposedAt }) => ({
    id,
    subjectId,
    content: ProposedChange.parse(content),
    proposedBy: { id: proposedBy.id as PersonId, name: proposedBy.name },
    proposedAt,
  }));
}

/** One vendor with what is known of it, and how it stands now. Throws `not_found`. */
export async function getVendor(ctx: RequestContext, vendorId: string): Promise<VendorDetail> {
  authorize(ctx, "vendor:read");
  const found = isUuid(vendorId) ? await findVendor(vendorId) : null;
  if (found === null) throw new DomainError("not_found", "There is no such vendor.");
  const known = await loadVendorFacts([vendorId]);
  const statusOf = (id: string): VendorStatus => toVendorStatus(id, known, ctx.now);
  const { id, owner, subprocessors, standsBehind, certifications, watches, ...rest } = found;
  const { ownerId: _, changedById: __, proposals: ___, ...vendor } = rest;
  return {
    ...vendor,
    waiting: toWaiting(found),
    id: id as VendorId,
    contacts: found.contacts as VendorDetail["contacts"],
    owner: { id: owner.id as PersonId, name: owner.name, isActive: owner.status === "active" },
    status: statusOf(id),
    certifications: certifications.map(({ vendorId: ____, createdAt: _____, ...one }) => ({
      ...one,
      id: one.id as CertificationId,
    })),
    subprocessors: subprocessors.map(({ subprocessor, service, reach, categories }) => ({
      id: subprocessor.id as VendorId,
      name: subprocessor.name,
      service,
      reach,
      categories,
      status: statusOf(subprocessor.id),
    })),
    standsBehind: standsBehind.map((one) => ({ id: one.vendor.id as VendorId, name: one.vendor.name })),
    assessments: toAssessments(found),
    watches: watches.map((watch) => ({
      ...watch,
      id: watch.id as PolicyWatchId,
      texts: watch.texts.map((text) => ({ ...text, id: text.id as PolicyTextId })),
    })),
  };
}
